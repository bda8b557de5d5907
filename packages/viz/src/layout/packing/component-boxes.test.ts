import { expect, test } from 'vitest'
import { graphOf } from '../any-graph.ts'
import { orderedOf } from '../any-layered.ts'
import { componentBoxes } from './component-boxes.ts'
import { MAP_GAPS } from '../placing/gaps.ts'
import { placeColumns } from './place-columns.ts'

test('componentBoxes(layered, heights) measures each component, what is in the lane left out', () => {
  // 0 and 1 feed 2; 3 feeds 4, which is in the lane.
  const { layered, order } = orderedOf(graphOf(5, [[0, 2], [1, 2], [3, 4]])) // prettier-ignore
  const columns = placeColumns(layered, new Float64Array(5).fill(100), MAP_GAPS)
  const y = Float64Array.of(-10, 50, 20, 0, 300)
  const lane = Uint8Array.of(0, 0, 0, 0, 1)
  const boxes = componentBoxes(layered, order, columns, y, new Float64Array(5).fill(30), lane)
  expect(boxes).toEqual([
    { width: 236, height: 90, top: -10, lane: false },
    { width: 236, height: 30, top: 0, lane: true },
  ])
})
