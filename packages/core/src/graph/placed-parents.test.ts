import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyRun } from '../../test/any-run.ts'
import { edge, external, graphOf, internal, resource } from '../../test/run-of.ts'
import { parentCircles } from './hierarchy.ts'

const under = (parent: string) => ({ parent_databuilder_id: parent })
const SHOP = [
  resource('shop', 'database'),
  resource('shop.raw', 'schema', under('shop')),
  resource('shop.marts', 'schema', under('shop')),
  resource('shop.raw.orders', 'table', under('shop.raw')),
  resource('shop.raw.orders.id', 'column', under('shop.raw.orders')),
]

/** What stands around each missing id, `top` where nothing does. */
async function placesIn(lines: readonly unknown[]): Promise<Record<string, string>> {
  const graph = await graphOf({ 'run.jsonl': lines })
  const places = Array.from(graph.resolution.nodes.missing(), (node) => {
    const place = graph.placedParents[node]!
    return [graph.idOf(node), place < 0 ? 'top' : graph.idOf(place)] as const
  })
  return Object.fromEntries(places)
}
const named = (...ids: readonly string[]) => ids.map((id) => edge(internal(id), internal('shop.raw.orders')))

test('a missing id that goes on from that of a schema, as the ids of its tables do, belongs in the schema', async () => {
  expect(await placesIn([...SHOP, ...named('shop.raw.refunds')])).toEqual({ 'shop.raw.refunds': 'shop.raw' })
})

test('… in an empty one too, where its own id goes on from that of its database', async () => {
  expect(await placesIn([...SHOP, ...named('shop.marts.facts')])).toEqual({
    'shop.marts.facts': 'shop.marts',
  })
})

test('… and what names a schema that is not declared belongs in the database', async () => {
  expect(await placesIn([...SHOP, ...named('shop.crm.leads', 'shop.crm')])).toEqual({
    'shop.crm.leads': 'shop',
    'shop.crm': 'shop',
  })
})

test('a missing column belongs in what its table stands in', async () => {
  expect(await placesIn([...SHOP, ...named('shop.raw.orders.total')])).toEqual({
    'shop.raw.orders.total': 'shop.raw',
  })
})

test('nothing is guessed: not by likeness, not by another separator, not where ids of a schema are made otherwise', async () => {
  const odd = [...SHOP, resource('t_17', 'table', under('shop.marts'))]
  expect(
    await placesIn([
      ...odd,
      ...named('shop.rax.refunds', 'shop.raw/refunds', 'shop.raw.', 'shop.marts.facts'),
    ]),
  ).toEqual({
    'shop.rax.refunds': 'shop',
    'shop.raw/refunds': 'top',
    'shop.raw.': 'shop.raw',
    'shop.marts.facts': 'top',
  })
  expect(
    await placesIn([resource('shop', 'database'), resource('a'), edge(internal('shop.raw'), internal('a'))]),
  ).toEqual({ 'shop.raw': 'top' })
})

test('a missing parent belongs where all its children say: tables name the database of their schema, columns the schema of their table', async () => {
  const shop = [
    resource('d1', 'database', { title: 'shop' }),
    resource('s1', 'schema', { title: 'raw', ...under('d1') }),
    resource('t1', 'table', under('s1')),
  ]
  const place = { database: 'shop', schema: 'raw' }
  expect(
    await placesIn([...shop, resource('t2', 'table', { ...place, schema: 'crm', ...under('s2') })]),
  ).toEqual({
    s2: 'd1',
  })
  expect(await placesIn([...shop, resource('c', 'column', { ...place, ...under('t2') })])).toEqual({
    t2: 's1',
  })
  const disagree = [
    resource('c', 'column', { ...place, ...under('t2') }),
    resource('d', 'column', { ...place, schema: 'crm', ...under('t2') }),
  ]
  expect(await placesIn([...shop, ...disagree])).toEqual({ t2: 'top' })
  const twice = resource('d2', 'database', { title: 'shop' })
  expect(await placesIn([...shop, twice, resource('c', 'column', { ...place, ...under('t2') })])).toEqual({
    t2: 'top',
  })
})

test('tables of other integrations stay outside, whatever schema they name', async () => {
  const graph = await graphOf({
    'run.jsonl': [...SHOP, edge(external('refunds', 'raw', 'shop'), internal('shop.raw.orders'))],
  })
  expect(graph.placedParents).toEqual(graph.parents)
})

test('placing what is missing changes no declared parent and closes no circle, whatever the run', async () => {
  await fc.assert(
    fc.asyncProperty(anyRun, async (run) => {
      const graph = await graphOf(run)
      graph.parents.forEach((parent, node) => {
        const placed = graph.placedParents[node]!
        if (graph.kindOf(node) !== 'missing') expect(placed).toBe(parent)
        else if (placed >= 0) {
          expect(['database', 'schema', 'dashboard_group', 'dashboard']).toContain(graph.typeOf(placed))
          expect([...graph.placedIn(placed)]).toContain(node)
        }
      })
      expect(parentCircles(graph.placedParents)).toEqual(parentCircles(graph.parents))
    }),
    { numRuns: 300 },
  )
})

test('a thousand missing tables beside a schema of 100,000, under ids of ten thousand dots, are placed too', async () => {
  const tables = Array.from({ length: 100_000 }, (_, i) =>
    resource(`shop.raw.t${i}`, 'table', under('shop.raw')),
  )
  const missing = Array.from({ length: 1000 }, (_, i) => `shop.raw.gone${i}`)
  const long = `shop.raw${'.x'.repeat(10_000)}`
  const graph = await graphOf({ 'run.jsonl': [...SHOP, ...tables, ...named(...missing, long)] })
  const places = graph.placedParents
  expect(places[graph.nodeOfId('shop.raw.gone999')!]).toBe(graph.nodeOfId('shop.raw'))
  expect(places[graph.nodeOfId(long)!]).toBe(-1)
})
