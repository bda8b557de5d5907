import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyFindings, findingOf, reportWith } from '../../test/any-findings.ts'
import type { Finding, Report } from '../check/finding.ts'
import { visible } from '../check/quote.ts'
import { githubReport } from './github.ts'

const report = await reportWith()
const text = (of: Report): string => [...githubReport(of)].join('')

/** A command as the runner reads it (actions/runner, ActionCommand.cs): up to the next `::` the properties, then the data. */
function commandsIn(log: string) {
  return log
    .split(/\r\n|\r|\n/)
    .filter((line) => line.startsWith('::'))
    .map((line) => {
      const end = line.indexOf('::', 2)
      const [name = '', ...rest] = line.slice(2, end).split(' ')
      const properties = rest
        .join(' ')
        .split(',')
        .map((pair): [string, string] => {
          const at = pair.indexOf('=')
          return [
            pair.slice(0, at),
            unescaped(
              pair
                .slice(at + 1)
                .replaceAll('%3A', ':')
                .replaceAll('%2C', ','),
            ),
          ]
        })
      return { name, properties: Object.fromEntries(properties), data: unescaped(line.slice(end + 2)) }
    })
}
const unescaped = (text: string): string =>
  text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd')

test('githubReport(report) shows an error at its place, with its help', async () => {
  const findings = [
    findingOf({ data: { count: 3 } }),
    findingOf({ severity: 'warning', rule: 'lineage/no-self', message: "100% of 'a,b:c'\n", locations: [] }),
    findingOf({ severity: 'info', locations: [{ file: '<stdin>', line: 2, column: 1, endColumn: 1 }] }),
    findingOf({ locations: [{ file: 'a,b:c%.jsonl', line: 2, column: 1, endColumn: 9 }] }),
  ]
  expect(text(report(findings))).toMatchInlineSnapshot(`
    "::error file=out/lineage.jsonl,line=17,col=63,endColumn=76,title=lineage/dangling-internal::'dashboard.42' is used in lineage but never declared%0A3 edges name it: out/lineage.jsonl:17, and 2 more%0Ahelp: did you mean 'dashboard.24'?
    ::error file=a%2Cb%3Ac%25.jsonl,line=2,col=1,endColumn=8,title=lineage/dangling-internal::'dashboard.42' is used in lineage but never declared%0Ahelp: did you mean 'dashboard.24'?
    ::warning file=out/resources.jsonl,title=lineage/no-self::100%25 of 'a,b:c'%0A%0Ahelp: did you mean 'dashboard.24'?
    ::notice title=lineage/dangling-internal::'dashboard.42' is used in lineage but never declared%0A<stdin>:2:1%0Ahelp: did you mean 'dashboard.24'?
    lineagraph: 2 errors, 1 warning, 1 note in 1 resource, 0 edges
    "
  `)
})

test('githubReport(report) is read back by the runner as it was, and nothing else is a command', () => {
  fc.assert(
    fc.property(anyFindings({ maxLength: 8 }), (findings) => {
      const log = text(report(findings))
      const commands = commandsIn(log)
      expect(log.split('\n')).toHaveLength(findings.length + 2)
      const inOrder = ['error', 'warning', 'info'].flatMap((severity) =>
        findings.filter((finding) => finding.severity === severity),
      )
      expect(commands.map(({ properties }) => properties.title)).toEqual(inOrder.map(({ rule }) => rule))
      for (const [i, { message, help, locations }] of inOrder.entries()) {
        const { data, properties } = commands[i]!
        expect(data.startsWith(wellFormed(`${message}\n`))).toBe(true)
        expect(data.endsWith(wellFormed(`\nhelp: ${help}`))).toBe(true)
        const [place] = locations
        if (place && place.file !== '<stdin>') expect(properties.file).toBe(wellFormed(visible(place.file)))
      }
    }),
  )
})

test('githubReport(report) shows ten of a level at most, and says which are left out', () => {
  const many = (length: number, more: Partial<Finding>) => Array.from({ length }, () => findingOf(more))
  const commands = commandsIn(
    text(
      report([
        ...many(12, { severity: 'info', rule: 'graph/isolated' }),
        ...many(4, { severity: 'warning' }),
        ...many(1200, {}),
      ]),
    ),
  )
  const count = (name: string) => commands.filter((command) => command.name === name).length
  expect([count('error'), count('warning'), count('notice')]).toEqual([10, 4, 10])
  expect(commands.at(-1)).toEqual({
    name: 'notice',
    properties: { title: 'lineagraph: 1,193 more findings' },
    data: expect.stringContaining('lineage/dangling-internal (1,190), graph/isolated (3).'),
  })
})

test('githubReport(report) shows ten notes where nothing is left out', () => {
  const notes = Array.from({ length: 10 }, () => findingOf({ severity: 'info' }))
  const commands = commandsIn(text(report(notes)))
  expect(commands.map(({ properties }) => properties.title)).toEqual(notes.map(({ rule }) => rule))
})
