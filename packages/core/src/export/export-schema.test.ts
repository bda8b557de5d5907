import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exportedText } from '../../test/exported.ts'
import { hostileRun } from '../../test/hostile-run.ts'
import { edge, internal, query, reportOf, resource } from '../../test/run-of.ts'
import { exportJsonSchema, ExportSchema } from './export-schema.ts'

const shipped = JSON.parse(
  readFileSync(new URL('../../schema/graph.schema.json', import.meta.url), 'utf8'),
) as object
const validate = new Ajv2020({ strict: true }).compile(shipped)

test('schema/graph.schema.json is up to date: `pnpm run schemas` writes it', () => {
  expect(shipped).toEqual(JSON.parse(JSON.stringify(exportJsonSchema())))
})

test("exportGraph(report, { format: 'json' }) is valid by the schema, and has no field beyond it, whatever the names", () =>
  fc.assert(
    fc.asyncProperty(hostileRun, async (files) => {
      const document: unknown = JSON.parse(exportedText(await reportOf(files), { format: 'json' }))
      validate(document)
      expect(validate.errors ?? []).toEqual([])
      expect(ExportSchema.parse(document)).toEqual(document)
    }),
  ))

test("exportGraph(report, { format: 'json' }) has declarations as they came, and nodes and edges that name them", async () => {
  const lines = [
    { ...resource('a'), made_up: 1.0 },
    edge(query('select * from x, y'), internal('a')),
    resource('a', 'chart'),
    { title: 'no id', entity_type: 'table' },
    { databuilder_id: 1, title: 'no text' },
    edge(internal('a'), { type: 'nope' }),
  ]
  const { declarations, nodes, edges } = JSON.parse(
    exportedText(await reportOf({ 'run.jsonl': lines }), { format: 'json' }),
  )
  expect(declarations).toEqual(lines)
  expect(
    nodes.map(({ key, declaration }: { key: string; declaration: unknown }) => [key, declaration]),
  ).toEqual([
    ['id:a', 0],
    ['table:[null,null,null,"x"]', null],
    ['table:[null,null,null,"y"]', null],
  ])
  expect(edges.map(({ declarations }: { declarations: unknown }) => declarations)).toEqual([[1], [1]])
})

test("exportGraph(report, { format: 'json', selection }) has the declarations of the selection, and the findings about it", async () => {
  const report = await reportOf({
    'run.jsonl': [
      resource('a'),
      resource('b'),
      resource('c', 'tabel'),
      edge(internal('a'), internal('b')),
      edge(internal('b'), internal('c')),
      edge(internal('a'), internal('a')),
    ],
  })
  const selection = ['a', 'b'].map((id) => report.graph.nodeOfId(id)!)
  const { declarations, nodes, findings } = JSON.parse(exportedText(report, { format: 'json', selection }))
  expect(declarations).toEqual([
    resource('a'),
    resource('b'),
    edge(internal('a'), internal('b')),
    edge(internal('a'), internal('a')),
  ])
  expect(nodes).toHaveLength(2)
  expect(findings.map(({ rule }: { rule: string }) => rule)).toEqual(['lineage/no-self'])
})
