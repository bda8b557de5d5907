import fc from 'fast-check'
import { expect, test } from 'vitest'
import { graphOf } from '../any-graph.ts'
import { anyOrdered, evenWishes, neighboursIn, orderedOf } from '../any-layered.ts'
import { drawIn } from './draw-in.ts'

const level = (segments: number) => ({ rise: new Float64Array(segments), free: new Uint8Array(segments) })

test('drawIn(long edge that goes round by the side) leads it straight, or as near to that as what stands there lets it', () => {
  // 0 to 3 by 1 and 2; and at once, by two places of its own.
  const { layered, order } = orderedOf(graphOf(4, [[0, 1], [1, 2], [2, 3], [0, 3]])) // prettier-ignore
  const { distances } = evenWishes({ layered, order })
  const side = order.place[4]! < order.place[1]! ? -1 : 1
  const drawn = (items: number): number[] => {
    const y = Float64Array.of(100, items, items, 100, 100 + 90 * side, 100 + 90 * side)
    drawIn(layered, order, y, distances, level(layered.weight.length))
    return [...y]
  }
  expect(drawn(100 - 50 * side)).toEqual([100, 100 - 50 * side, 100 - 50 * side, 100, 100, 100])
  expect(drawn(100 + 3 * side).slice(4)).toEqual([100 + 13 * side, 100 + 13 * side])
})

test('drawIn(order, y) moves no item, and keeps distances', () => {
  fc.assert(
    fc.property(anyOrdered, ({ layered, order }) => {
      const { distances } = evenWishes({ layered, order })
      const y = Float64Array.from(order.place, (place) => 25 * ((place * 7919) % 13) + 400 * place)
      const was = y.slice()
      drawIn(layered, order, y, distances, level(layered.weight.length))
      expect(y.slice(0, layered.nodeCount)).toEqual(was.slice(0, layered.nodeCount))
      for (const [upper, lower] of neighboursIn(layered, order))
        expect(y[lower]! - y[upper]!).toBeGreaterThanOrEqual(10 - 1e-6)
    }),
  )
})
