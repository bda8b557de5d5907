import fc from 'fast-check'
import { expect, test } from 'vitest'
import { graphOf } from '../any-graph.ts'
import { anyOrdered, orderedOf, rowsOf } from '../any-layered.ts'
import { countCrossings } from './count-crossings.ts'
import { neighbourSwitcher } from './switch-neighbours.ts'

test('switchLayer(layer) swaps two vertices whose edges cross', () => {
  const { layered, order, lane } = orderedOf(graphOf(5, [[0, 2], [0, 3], [1, 4], [1, 3]])) // prettier-ignore
  order.vertices.set([0, 1, 2, 4, 3])
  order.place.set([0, 1, 2, 4, 3])
  expect(countCrossings(layered, order)).toBe(1)
  neighbourSwitcher(layered, order, lane)(1, 1, new Float64Array(2))
  expect(rowsOf(layered, order)[1]).toEqual([2, 3, 4])
})

test('switchLayer(layer) never adds crossings, tells how many it saves and whether it could save more, and keeps the lane below', () => {
  fc.assert(
    fc.property(anyOrdered, fc.integer({ min: 1, max: 4 }), ({ layered, order, lane }, passes) => {
      const switchLayer = neighbourSwitcher(layered, order, lane)
      for (let layer = 0; layer + 1 < layered.layerStarts.length; layer++) {
        const before = countCrossings(layered, order)
        const inLane = rowsOf(layered, order)[layer]!.map((vertex) => lane[vertex])
        const saved = new Float64Array(layered.layerStarts.length)
        const switched = switchLayer(layer, passes, saved)
        expect(countCrossings(layered, order)).toBeLessThanOrEqual(before)
        expect(countCrossings(layered, order) - before).toBe(saved.reduce((sum, by) => sum + by, 0))
        if (switched !== 'some') expect(switchLayer(layer, 1, saved)).toBe('none')
        expect(rowsOf(layered, order)[layer]!.map((vertex) => lane[vertex])).toEqual(inLane)
      }
    }),
  )
})
