import fc from 'fast-check'
import { expect, test } from 'vitest'
import { graphOf } from '../any-graph.ts'
import { anyOrdered, blocksIn, neighboursIn, orderedOf } from '../any-layered.ts'
import { distancesOf } from './distances.ts'
import { standBlocks } from './stand-blocks.ts'

const distance = (upper: number, lower: number): number => 5 + ((upper * 7 + lower * 3) % 11)

test('standBlocks(blocks, y) keeps distances and makes blocks level', () => {
  fc.assert(
    fc.property(anyOrdered, (ordered) => {
      const blocks = blocksIn(ordered)
      const { layered, order } = ordered
      const y = Float64Array.from(order.place, (place) => (place * 37) % 101)
      const stood = standBlocks(layered, order, blocks, y, distancesOf(layered, order, distance))
      for (const [upper, lower] of neighboursIn(layered, order))
        expect(stood[lower]! - stood[upper]!).toBeGreaterThan(distance(upper, lower) - 1e-6)
      stood.forEach((height, vertex) => {
        const root = blocks.root[vertex]!
        expect(height - blocks.shift[vertex]!).toBeCloseTo(stood[root]! - blocks.shift[root]!)
      })
    }),
  )
})

test('standBlocks(blocks, y that keeps distances with blocks level) leaves all where it is', () => {
  fc.assert(
    fc.property(anyOrdered, (ordered) => {
      const blocks = blocksIn(ordered)
      const { layered, order } = ordered
      const distances = distancesOf(layered, order, distance)
      const y = standBlocks(layered, order, blocks, new Float64Array(layered.vertexCount), distances)
      const again = standBlocks(layered, order, blocks, y, distances)
      y.forEach((height, vertex) => expect(again[vertex]).toBeCloseTo(height))
    }),
  )
})

test('standBlocks(two that would like to stand at one height) gives both the same way', () => {
  const { layered, order } = orderedOf(graphOf(3, [[0, 1], [0, 2]])) // prettier-ignore
  const single = { root: Uint32Array.of(0, 1, 2), next: Uint32Array.of(0, 1, 2), shift: new Float64Array(3) }
  const y = standBlocks(
    layered,
    order,
    single,
    new Float64Array(3),
    distancesOf(layered, order, () => 10),
  )
  expect([...y]).toEqual([0, -5, 5])
})
