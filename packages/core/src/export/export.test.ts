import { DirectedGraph } from 'graphology'
import { expect, test } from 'vitest'
import { column, edge, external, internal, query, reportOf, resource } from '../../test/run-of.ts'
import { toGraphology } from '../graph/to-graphology.ts'
import { exportGraph } from './export-graph.ts'

const run = {
  'run.jsonl': [
    resource('__proto__', 'dashboard', { title: 'Revenue "2026"' }),
    edge(external('orders', 'public'), internal('__proto__')),
    edge(column('id', 'orders', 'public'), internal('__proto__')),
    edge(query('select 1'), internal('gone')),
    edge(internal('gone'), internal('gone')),
  ],
}
const text = (pieces: Iterable<string>): string => [...pieces].join('')

test("exportGraph(report, 'graphology') is read back by graphology with the same nodes, edges and attributes", async () => {
  const report = await reportOf(run)
  const read = DirectedGraph.from(JSON.parse(text(exportGraph(report, 'graphology'))))
  expect(read.export()).toEqual(toGraphology(report.graph).export())
  expect([read.order, read.size]).toEqual([report.graph.nodeCount, report.graph.edgeCount])
  expect(read.getNodeAttributes('id:__proto__')).toMatchObject({ title: 'Revenue "2026"', kind: 'resource' })
})

test("exportGraph(report, 'json') holds every node once, by a key that edges and parents use", async () => {
  const report = await reportOf(run)
  const { nodes, edges, format, version } = JSON.parse(text(exportGraph(report, 'json')))
  const keys = nodes.map(({ key }: { key: string }) => key)
  expect([format, version, new Set(keys).size]).toEqual(['lineagraph', 1, report.graph.nodeCount])
  for (const { from, to } of edges) expect(keys).toEqual(expect.arrayContaining([from, to]))
  expect(nodes.find(({ kind }: { kind: string }) => kind === 'external_column')).toEqual({
    key: 'column:["table:[null,null,\\"public\\",\\"orders\\"]","id"]',
    kind: 'external_column',
    entity_type: null,
    title: 'id',
    identifier: { type: 'external_column', schema: 'public', table: 'orders', column: 'id' },
    parent: 'table:[null,null,"public","orders"]',
    place: null,
  })
})

test('toGraphology(graph, selection) takes the nodes of the selection and the edges between them', async () => {
  const { graph } = await reportOf(run)
  const gone = graph.nodeOfId('gone')!
  const selected = toGraphology(graph, [gone, gone])
  expect(selected.nodes()).toEqual(['id:gone'])
  expect(selected.edges()).toHaveLength(1)
})

test('graph.nodeOfKey(graph.keyOf(node)) is the node, whatever its kind', async () => {
  const { graph } = await reportOf(run)
  for (let node = 0; node < graph.nodeCount; node++) expect(graph.nodeOfKey(graph.keyOf(node))).toBe(node)
  expect(graph.nodeOfKey('table:nope')).toBeUndefined()
  expect(graph.nodeOfKey('id:nope')).toBeUndefined()
})
