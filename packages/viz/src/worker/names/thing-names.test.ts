import { cardEdgesOf, keyOfThing, thingTreeOf, type Atlas } from '@lineagraph/core'
import { expect, test } from 'vitest'
import { insideOfThing, wafflesOf } from '../pictures/inside.ts'
import { feeds, feedsFromOutside, plainRun, thing } from '../plain-run.ts'
import { gravest, severityBits, signsOf } from './signs.ts'
import { fullTitleOf, titleOf } from './thing-names.ts'

async function atlasOf(resources: readonly object[], lineage: readonly object[] = []): Promise<Atlas> {
  const { graph } = await plainRun(resources, lineage)
  const tree = thingTreeOf(graph)
  return { graph, tree, cards: cardEdgesOf(graph, tree) }
}
const many = (count: number): object[] =>
  Array.from({ length: count }, (_, i) => thing('table', `t${i}`, 's'))

test('titleOf(atlas, thing) names a range by its ends, and what is outside by its parts', async () => {
  const atlas = await atlasOf([thing('schema', 's'), ...many(1501)], [feedsFromOutside('erp', 'rates', 't0')])
  const { graph, tree } = atlas
  const titles = tree.groups.map((_, group) => [
    keyOfThing(graph, tree, graph.nodeCount + group),
    titleOf(atlas, graph.nodeCount + group),
  ])
  expect(titles).toEqual([
    ['outside:', 'Outside this run'],
    ['outside:[null,null,"erp"]', 'erp'],
    ['range:0:id:s', 't0 … t750'],
    ['range:1:id:s', 't751 … t1500'],
  ])
})

test('fullTitleOf(atlas, thing) says of a schema outside also which database it is of', async () => {
  const rates = { type: 'external_table', database: 'erp', schema: 'public', table: 'rates' }
  const atlas = await atlasOf(many(1), [
    { from_identifier: rates, to_identifier: { type: 'internal_resource', databuilder_id: 't0' } },
  ])
  const groups = atlas.tree.groups.map((_, group) => atlas.graph.nodeCount + group)
  expect(groups.map((thing) => titleOf(atlas, thing))).toEqual(['Outside this run', 'erp', 'public'])
  expect(groups.map((thing) => fullTitleOf(atlas, thing))).toEqual(['Outside this run', 'erp', 'erp.public'])
})

test('insideOfThing(…) counts what holds nothing more, and tells all that is inside by its sort', async () => {
  const atlas = await atlasOf([
    thing('database', 'db'),
    thing('schema', 's', 'db'),
    thing('schema', 'empty', 'db'),
    ...many(3),
    thing('column', 't0.c', 't0'),
  ])
  const signs = signsOf(atlas, [])
  const at = (id: string): number => atlas.tree.at[atlas.graph.nodeOfId(id)!]!
  expect(insideOfThing(atlas, signs, null, at('db'))).toEqual({
    count: 4,
    sort: 'table',
    text: '2 schemas · 3 tables',
  })
  const hidden = new Uint8Array(atlas.tree.order.length)
  hidden[at('t1')] = 1
  expect(insideOfThing(atlas, signs, hidden, at('s')).text).toBe('2 tables')
  for (const id of ['t0', 't2']) hidden[at(id)] = 1
  expect(insideOfThing(atlas, signs, hidden, at('s'))).toEqual({
    count: 0,
    sort: null,
    text: '3 tables hidden by filters',
  })
  expect(insideOfThing(atlas, signs, null, at('empty'))).toEqual({ count: 0, sort: null, text: '' })
})

test('insideOfThing(…) leaves out no sort: a dashboard without charts counts beside one that has some, and a chart beside it', async () => {
  const atlas = await atlasOf([
    thing('dashboard_group', 'workbook'),
    ...['full', 'empty'].map((id) => thing('dashboard', id, 'workbook')),
    ...['a', 'b'].map((id) => thing('table', id, 'workbook')),
    thing('chart', 'beside', 'workbook'),
    thing('chart', 'within', 'full'),
  ])
  const signs = signsOf(atlas, [])
  const position = atlas.tree.at[atlas.graph.nodeOfId('workbook')!]!
  expect(insideOfThing(atlas, signs, null, position)).toMatchObject({
    count: 5,
    text: '2 tables · 2 dashboards · 2 charts',
  })
  const hidden = new Uint8Array(atlas.tree.order.length).fill(1)
  hidden[position] = 0
  expect(insideOfThing(atlas, signs, hidden, position)).toMatchObject({
    count: 0,
    text: '2 tables · 2 dashboards · 2 charts hidden by filters',
  })
})

test('wafflesOf(…) has a mark for each thing inside with the gravest finding on it or its columns; of very many a mark is ten', async () => {
  const atlas = await atlasOf([thing('schema', 's'), ...many(401), thing('column', 't12.c', 't12')])
  const { graph, tree } = atlas
  const column = graph.nodeOfId('t12.c')!
  const signs = signsOf(atlas, [
    { severity: 'info', nodes: [graph.nodeOfId('t12')!] },
    { severity: 'error', nodes: [column] },
  ])
  const position = tree.at[graph.nodeOfId('s')!]!
  const { marks, scale } = wafflesOf(atlas, signs, null, [position], [401], ['table'])
  expect([scale, marks.length]).toEqual([10, 41])
  expect([...marks].flatMap((mark, i) => (mark > 0 ? [i, mark] : []))).toEqual([1, 3])
  expect(signs.onRow.get(column)).toBe(3)
  expect(gravest(signs.within[position]!)).toBe(3)
  expect(gravest(severityBits(['info', 'warning']))).toBe(2)
})

test('titleOf(atlas, thing) names what has no title by its id, and by the name in it where that is a URN with a key', async () => {
  const ids = [
    'urn:li:dataset:(urn:li:dataPlatform:postgres,shop.public.orders,PROD)',
    'urn:li:chart:(tableau,sales by month)',
    'urn:li:container:1f2e',
    'a(b,c)',
  ]
  const atlas = await atlasOf(
    [thing('table', 't')],
    ids.map((id) => feeds(id, 't')),
  )
  const { graph } = atlas
  const nodes = Array.from({ length: graph.nodeCount }, (_, node) => node)
  const titles = ids.map((id) =>
    titleOf(
      atlas,
      nodes.find((node) => graph.idOf(node) === id)!,
    ),
  )
  expect(titles).toEqual(['shop.public.orders', 'sales by month', 'urn:li:container:1f2e', 'a(b,c)'])
})
