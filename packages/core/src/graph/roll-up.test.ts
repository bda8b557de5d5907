import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edge, graphOf, internal, resource } from '../../test/run-of.ts'
import { rollUp, shownAncestors } from './roll-up.ts'

const warehouse = {
  'run.jsonl': [
    resource('db', 'database'),
    ...['a', 'b'].flatMap((table) => [
      resource(table, 'table', { parent_databuilder_id: 'db' }),
      ...['x', 'y'].map((name) => resource(`${table}.${name}`, 'column', { parent_databuilder_id: table })),
    ]),
    edge(internal('a.x'), internal('b.x')),
    edge(internal('a.y'), internal('b.y')),
    edge(internal('a.x'), internal('a.y')),
    edge(internal('b'), internal('b')),
  ],
}

test('rollUp(graph, shown) lifts columns to their tables: twins become one with their count, a self edge of a shown thing stays', async () => {
  const graph = await graphOf(warehouse)
  const shown = shownAncestors(graph.parents, (node) => graph.typeOf(node) === 'table')
  const { edges, inside, hidden } = rollUp(graph, shown)
  const named = edges.map(({ from, to, count }) => [graph.idOf(from), graph.idOf(to), count])
  expect(named).toEqual([
    ['a', 'b', 2],
    ['b', 'b', 1],
  ])
  expect({ inside, hidden }).toEqual({ inside: 1, hidden: 0 })
})

test('rollUp(graph, shown) loses no edge: shown, inside and hidden add up, whatever is shown', async () => {
  const graph = await graphOf(warehouse)
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { minLength: graph.nodeCount, maxLength: graph.nodeCount }),
      (isShown) => {
        const shown = shownAncestors(graph.parents, (node) => isShown[node]!)
        const { edges, inside, hidden } = rollUp(graph, shown)
        const counted = edges.reduce((sum, { count }) => sum + count, 0)
        expect(counted + inside + hidden).toBe(graph.edgeCount)
        shown.forEach((ancestor, node) => {
          let above = node
          while (above !== -1 && !isShown[above]) above = graph.parentOf(above)
          expect(ancestor).toBe(above)
        })
      },
    ),
  )
})

test('shownAncestors(parents) ends in a circle of parents', () => {
  const parents = Int32Array.of(1, 0, 0)
  expect([...shownAncestors(parents, () => false)]).toEqual([-1, -1, -1])
  expect([...shownAncestors(parents, (node) => node === 1)]).toEqual([1, 1, 1])
})
