import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildGraph, bytesSource, check, frameOf, readRun, textOfLineAt, type Report } from '../index.ts'
import { declarationIn } from './declaration-in.ts'

/** As the SDK prints a table. */
const tableOf = (fields: object = {}): string =>
  JSON.stringify({
    entity_type: 'table',
    databuilder_id: 't',
    parent_databuilder_id: null,
    title: 'T',
    description: null,
    definition: null,
    external_updated_at: null,
    native_type: null,
    owners: null,
    sort_order: null,
    type: null,
    is_pk: false,
    hidden: false,
    schema: 's',
    database: 'd',
    group: null,
    product: null,
    ...fields,
  })
const internal = (databuilder_id: string) => ({ type: 'internal_resource', databuilder_id })
const edgeOf = (from: string, to: string): string =>
  JSON.stringify({ from_identifier: internal(from), to_identifier: internal(to) })
const TABLE = tableOf()
const EDGE = edgeOf('t', 't2')

describe('declarationIn(text)', () => {
  test.each([
    ['a print without a line end', 'Fetching…', ''],
    ['a progress bar', '\rLoading 10%\rLoading 20%', ''],
    ['codes for colour', '\u001b[32m', '\u001b[0m'],
    ['more of them, and blanks', '\u001b[1;38:5:208m ok ', ' \u001b[39m\t\u001b[m \r'],
    ['a log that quotes a part', 'sent {"entity_type": "table"}: ', ''],
    ['braces', 'set {1} {', ''],
  ])('gives what the SDK prints, in the columns of the line: between %s', (_, before, after) => {
    for (const printed of [TABLE, EDGE])
      expect(declarationIn(before + printed + after)).toBe(' '.repeat(before.length) + printed)
  })

  test.each([
    ['nothing stands before it', TABLE],
    ['an object stands before it', `{} ${TABLE}`],
    ['the line goes on', `sent ${TABLE} ok`],
    ['a sign follows', `[${TABLE}]`],
    ['a code that is no colour follows', `x${TABLE}\u001b[K`],
    ['a field is missing', 'sent {"entity_type": "table", "databuilder_id": "t"}'],
    ['lineage has more', `x${EDGE.slice(0, -1)}, "a": 1}`],
    ['an end is missing', 'x{"from_identifier": null}'],
    ['it is no JSON', `x${TABLE.replace('null', 'None')}`],
    ['it is in another order', `x{"title": "T", ${TABLE.slice(1)}`],
    ['it is inside of another', `x{"payload": ${TABLE}}`],
  ])('gives nothing where %s', (_, text) => {
    expect(declarationIn(text)).toBeUndefined()
  })

  test('takes lines of any length', () => {
    const many = 1_000_000
    expect(declarationIn(`x${'{"entity_type"'.repeat(many)}}`)).toBeUndefined()
    expect(declarationIn(`x${TABLE}${' \u001b[0m'.repeat(many)}`)).toBe(` ${TABLE}`)
    expect(declarationIn(`x${TABLE}\u001b[${'0;'.repeat(many)}`)).toBeUndefined()
    expect(declarationIn(`x}${' '.repeat(many)}y}`)).toBeUndefined()
  })
})

const checkPrinted = async (text: string): Promise<Report> => {
  const source = { ...bytesSource('<stdin>', new TextEncoder().encode(text)), printed: true }
  return check(buildGraph(await readRun([source])), { preset: 'minimal' })
}

test('what a program prints is read the same with any text without { before what the SDK prints', async () => {
  const before = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[{\n]/g, '').trim())
  const printed = fc.oneof(
    fc.record({ title: fc.string(), sort_order: fc.oneof(fc.integer(), fc.constant('x')) }).map(tableOf),
    fc.tuple(fc.constantFrom('t', 'gone'), fc.constantFrom('t', 'é')).map((ends) => edgeOf(...ends)),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(before, printed)), async (lines) => {
      const alone = await checkPrinted(lines.map(([, line]) => `${line}\n`).join(''))
      const behind = await checkPrinted(lines.map(([text, line]) => `${text}${line}\n`).join(''))
      expect(behind.summary).toEqual(alone.summary)
      const { run } = alone.graph
      for (let i = 0; i < run.resources.length; i++)
        expect(behind.graph.run.resourceAt(i)).toEqual(run.resourceAt(i))
      expect(behind.findings.map(moved)).toEqual(alone.findings.map(moved))
      function moved({ rule, message, locations, data }: Report['findings'][number], at: number) {
        const isBehind = behind.findings[at]?.locations === locations
        const places = locations.map(({ line, column, endColumn, label }) => {
          const by = isBehind ? lines[line - 1]![0].length : 0
          return { line, column: column - by, endColumn: endColumn - by, label }
        })
        return { rule, message, data, places }
      }
    }),
    { numRuns: 200 },
  )
})

test('the place of a finding counts in the whole line, which is shown', async () => {
  const text = `Fetching… ${tableOf({ title: 5 })}\n\u001b[32m${edgeOf('t', 'gone')}\u001b[0m\n`
  const { findings, graph } = await checkPrinted(text)
  const marked = findings.map(({ rule, locations: [place] }) => {
    const line = textOfLineAt(graph.run, place!.file, place!.line)!
    expect(line).toBe(text.split('\n')[place!.line - 1])
    expect(frameOf(line, place!).text).not.toContain('\u001b')
    return [rule, line.slice(place!.column - 1, place!.endColumn - 1)]
  })
  expect(marked).toEqual([
    ['resource/wrong-field-type', '5'],
    ['lineage/dangling-internal', '"gone"'],
  ])
  expect(graph.declarationOf(graph.nodeOfId('t')!)).toEqual({
    file: '<stdin>',
    line: 1,
    text: text.split('\n')[0],
  })
})

test('what was printed before a declaration is no part of it: bytes that are not UTF-8', async () => {
  const bytes = Buffer.from(`caf\xe9 ${TABLE}\n`, 'latin1')
  const { findings, graph } = check(
    buildGraph(await readRun([{ ...bytesSource('<stdin>', bytes), printed: true }])),
    { preset: 'minimal' },
  )
  expect([findings, graph.run.resources.length]).toEqual([[], 1])
})

test('a file that nobody printed has one declaration a line and nothing else', async () => {
  const source = bytesSource('run.jsonl', new TextEncoder().encode(`x${TABLE}\n`))
  const { findings } = check(buildGraph(await readRun([source])))
  expect(findings.map(({ rule }) => rule)).toEqual(['input/not-a-declaration'])
})
