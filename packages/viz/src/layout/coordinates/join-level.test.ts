import fc from 'fast-check'
import { expect, test } from 'vitest'
import { graphOf } from '../any-graph.ts'
import { anyOrdered, blocksIn, evenWishes, orderedOf, type Ordered } from '../any-layered.ts'
import { joinLevel } from './join-level.ts'

/** What each vertex is joined with in the next layer, by pairs. */
function joinedIn(
  { layered, order }: Pick<Ordered, 'layered' | 'order'>,
  y: readonly number[],
): [number, number][] {
  const { next, root } = joinLevel(layered, order, Float64Array.from(y), evenWishes({ layered, order }))
  return Array.from(next, (other, vertex): [number, number] => [vertex, other]).filter(
    ([vertex, other]) => other !== root[vertex],
  )
}

test('joinLevel(order, y) joins at most one vertex of a layer, and no two pairs that would cross', () => {
  fc.assert(
    fc.property(anyOrdered, (ordered) => {
      const { root, next } = blocksIn(ordered)
      const { layered, order } = ordered
      for (let vertex = 0; vertex < layered.vertexCount; vertex++) {
        expect(root[next[vertex]!]).toBe(root[vertex])
        if (next[vertex] === root[vertex]) continue
        expect(layered.layerOf[next[vertex]!]).toBe(layered.layerOf[vertex]! + 1)
        for (let other = 0; other < layered.vertexCount; other++)
          if (next[other] !== root[other] && layered.layerOf[other] === layered.layerOf[vertex])
            expect(order.place[other]! < order.place[vertex]!).toBe(
              order.place[next[other]!]! < order.place[next[vertex]!]!,
            )
      }
    }),
  )
})

test('joinLevel(segments, heights) joins those that are nearly level, and none that is far off', () => {
  const ordered = orderedOf(graphOf(4, [[0, 2], [1, 3]])) // prettier-ignore
  expect(joinedIn(ordered, [0, 100, 30, 300])).toEqual([[0, 2]])
})

test('joinLevel(two that cross) joins the one that is more level', () => {
  const ordered = orderedOf(graphOf(4, [[0, 3], [1, 2]])) // prettier-ignore
  ordered.order.vertices.set([0, 1, 2, 3])
  ordered.order.vertices.forEach((vertex, at) => (ordered.order.place[vertex] = at))
  expect(joinedIn(ordered, [0, 10, 5, 15])).toEqual([[1, 2]])
})

test('joinLevel(vertex in the very middle of two neighbours) leaves it there', () => {
  const ordered = orderedOf(graphOf(3, [[0, 1], [0, 2]])) // prettier-ignore
  expect(joinedIn(ordered, [10, 0, 20])).toEqual([])
  expect(joinedIn(ordered, [9, 0, 20])).toEqual([[0, 1]])
})

test('joinLevel(chain that drifts off) breaks it where it has come too far', () => {
  const ordered = orderedOf(graphOf(5, [[0, 1], [1, 2], [2, 3], [3, 4]])) // prettier-ignore
  expect(joinedIn(ordered, [0, 40, 80, 120, 160])).not.toContainEqual([1, 2])
})

test('joinLevel(segments between two layers) gains as much as any choice of them', () => {
  const anyPairs = fc.uniqueArray(fc.tuple(fc.nat(3), fc.integer({ min: 4, max: 7 })), {
    selector: ([from, to]) => `${from} ${to}`,
    minLength: 1,
    maxLength: 8,
  })
  const heights = Array.from(
    { length: 8 },
    (_, node) => 30 * (node % 4) + ((node * 13) % 29) + 0.37 * node ** 3,
  )
  fc.assert(
    fc.property(anyPairs, (pairs) => {
      const ordered = orderedOf(graphOf(8, pairs))
      const { place } = ordered.order
      const gain = ([from, to]: [number, number]) => 50 - Math.abs(heights[to]! - heights[from]!)
      const sum = (chosen: readonly [number, number][]) => chosen.reduce((all, pair) => all + gain(pair), 0)
      const fits = (chosen: readonly [number, number][]) =>
        chosen.every(([from, to], i) =>
          chosen.slice(i + 1).every(([a, b]) => (place[a]! - place[from]!) * (place[b]! - place[to]!) > 0),
        )
      let most = 0
      for (let set = 0; set < 2 ** pairs.length; set++) {
        const chosen = pairs.filter((_, i) => (set >> i) & 1)
        if (fits(chosen)) most = Math.max(most, sum(chosen))
      }
      expect(sum(joinedIn(ordered, heights))).toBeCloseTo(most)
    }),
  )
})
