import fc from 'fast-check'
import { expect, test } from 'vitest'
import { graphOf } from '../any-graph.ts'
import { anyOrdered, evenWishes, neighboursIn, orderedOf, type Ordered } from '../any-layered.ts'
import { squeezeLayers } from './squeeze-layers.ts'

/** Cards of a height of 8, in a room. Changes `y`. */
const squeeze = (
  { layered, order }: Pick<Ordered, 'layered' | 'order'>,
  y: Float64Array,
  room: number,
): void => {
  const { distances } = evenWishes({ layered, order })
  squeezeLayers(layered, order, y, distances, new Float64Array(layered.nodeCount).fill(8), () => room)
}

test('squeezeLayers(what fits) leaves it as it is', () => {
  const { layered, order } = orderedOf(graphOf(3, [[0, 1], [0, 2]])) // prettier-ignore
  const y = Float64Array.of(10, 0, 20)
  squeeze({ layered, order }, y, 40)
  expect([...y]).toEqual([10, 0, 20])
})

test('squeezeLayers(layer that is spread too wide) pushes it together', () => {
  const { layered, order } = orderedOf(graphOf(3, [[0, 1], [0, 2]])) // prettier-ignore
  const y = Float64Array.of(50, 0, 100)
  squeeze({ layered, order }, y, 40)
  expect(Math.max(...y) + 8 - Math.min(...y)).toBe(40)
})

test('squeezeLayers(order, y) keeps distances, and keeps to the room where a layer fits in', () => {
  fc.assert(
    fc.property(anyOrdered, fc.integer({ min: 20, max: 200 }), ({ layered, order }, most) => {
      const y = Float64Array.from(order.place, (place) => 25 * place)
      squeeze({ layered, order }, y, most)
      for (const [upper, lower] of neighboursIn(layered, order))
        expect(y[lower]! - y[upper]!).toBeGreaterThan(10 - 1e-6)
      for (let component = 0; component + 1 < layered.componentStarts.length; component++) {
        const layers = layered.layerStarts.slice(
          layered.componentStarts[component],
          layered.componentStarts[component + 1]! + 1,
        )
        const widest = layers.reduce((size, start, i) => Math.max(size, start - (layers[i - 1] ?? start)), 0)
        const members = order.vertices.subarray(layers[0], layers.at(-1))
        const heights = Array.from(members, (vertex) => y[vertex]!)
        if (10 * widest + 8 <= most)
          expect(Math.max(...heights) - Math.min(...heights)).toBeLessThanOrEqual(most + 1e-6)
      }
    }),
  )
})
