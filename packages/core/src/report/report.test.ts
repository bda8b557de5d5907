import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edge, internal, reportOf, resource } from '../../test/run-of.ts'
import { conciseReport } from './concise.ts'
import { frameOf, widthOf } from './frame.ts'
import { jsonReport } from './json.ts'
import { prettyReport } from './pretty.ts'

const run = {
  'out/lineage.jsonl': [
    edge(internal('dashboard.24'), internal('dashboard.42')),
    edge(internal('dashboard.42'), internal('dashboard.24')),
  ],
  'out/resources.jsonl': [resource('dashboard.24', 'dashboard'), resource('chart.1', 'chart')],
}
const text = (pieces: Iterable<string>): string => [...pieces].join('')

test('prettyReport(report) shows each finding with its line, its places and its help, and the summary last', async () => {
  expect(text(prettyReport(await reportOf(run)))).toMatchInlineSnapshot(`
    "error    lineage/dangling-internal   'dashboard.42' is used in lineage but never declared
       ╭─ out/lineage.jsonl:1:142
       │ …d":"dashboard.24"},"to_identifier":{"type":"internal_resource","databuilder_id":"dashboard.42"}}
       │                                                                                  ╰────────────╯ not declared by this run
       = 2 edges name it: out/lineage.jsonl:1, :2
       = help: did you mean 'dashboard.24'? Declare 'dashboard.42' with declare_resource, or correct the id.

    error    lineage/no-cycle   lineage of 2 things runs in a circle: 'dashboard.24' → 'dashboard.42' → 'dashboard.24'
       ╭─ out/lineage.jsonl:1:142
       │ …d":"dashboard.24"},"to_identifier":{"type":"internal_resource","databuilder_id":"dashboard.42"}}
       │                                                                                  ╰────────────╯ 'dashboard.24' → 'dashboard.42'
       = 2 hops: out/lineage.jsonl:1, :2
       = help: take out 'dashboard.42' → 'dashboard.24' (out/lineage.jsonl:2), and the circle is open; or was it declared the wrong way round?

    error    hierarchy/missing-parent   the chart 'chart.1' has no parent
       ╭─ out/resources.jsonl:2:41
       │ {"entity_type":"chart","databuilder_id":"chart.1","title":"chart.1"}
       │                                         ╰───────╯ parent_databuilder_id is missing
       = help: set parent_databuilder_id to the id of the dashboard that it is on.

    3 errors in 2 resources, 2 edges
    "
  `)
})

test('prettyReport(report, { color }) colours, and says the same', async () => {
  const report = await reportOf(run)
  const coloured = text(prettyReport(report, { color: true }))
  expect(coloured).toContain('\u001b[31merror')
  // oxlint-disable-next-line no-control-regex -- the colours are what is taken out
  expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(text(prettyReport(report)))
})

test('prettyReport(report, { stats }) shows the figures by name', async () => {
  expect(text(prettyReport(await reportOf(run), { stats: true }))).toMatch(/dashboard +1\n(.|\n)*cycles +1\n/)
})

test('conciseReport(report) is one line a finding that editors can follow', async () => {
  expect(text(conciseReport(await reportOf(run)))).toMatchInlineSnapshot(`
    "out/lineage.jsonl:1:142 error lineage/dangling-internal 'dashboard.42' is used in lineage but never declared
    out/lineage.jsonl:1:142 error lineage/no-cycle lineage of 2 things runs in a circle: 'dashboard.24' → 'dashboard.42' → 'dashboard.24'
    out/resources.jsonl:2:41 error hierarchy/missing-parent the chart 'chart.1' has no parent
    "
  `)
})

test('jsonReport(report) is one JSON document with one finding a line', async () => {
  const json = text(jsonReport(await reportOf(run), { stats: true }))
  expect(JSON.parse(json).findings).toHaveLength(3)
  expect(json.split('\n').filter((line) => line.startsWith('{"rule"'))).toHaveLength(3)
  expect(JSON.parse(text(jsonReport(await reportOf({ 'run.jsonl': [resource('a')] })))).findings).toEqual([])
})

test('jsonReport(report) keeps __proto__ as an entity type like any other', async () => {
  const line = '{"entity_type":"__proto__","databuilder_id":"__proto__"}\n'
  const json = text(jsonReport(await reportOf({ 'run.jsonl': line }), { stats: true }))
  expect(json).toContain('"by_type":{"__proto__":1}')
  expect(JSON.parse(json).findings[0].subject).toEqual({ kind: 'resource', id: '__proto__' })
})

test('frameOf(line, place) keeps the marked place inside a window, whatever the line', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc.nat(),
      fc.nat(80),
      (line, from, length) => {
        const column = 1 + (from % (line.length + 1))
        const frame = frameOf(line, { file: 'f', line: 1, column, endColumn: column + length })
        expect(frame.width).toBeGreaterThanOrEqual(1)
        expect(frame.indent).toBeGreaterThanOrEqual(0)
        expect(frame.text).not.toMatch(/[\n\r\t]/)
        expect(frame.text.length).toBeLessThan(1200)
      },
    ),
  )
})

test('widthOf(text) counts the columns of a terminal: wide characters twice, combining ones not at all', () => {
  expect([widthOf('abc'), widthOf('日本'), widthOf('e\u0301'), widthOf('😀')]).toEqual([3, 4, 1, 2])
})
