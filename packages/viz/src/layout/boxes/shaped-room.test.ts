import { expect, test } from 'vitest'
import { graphOf } from '../any-graph.ts'
import { finish } from '../finish.ts'
import { inputOf } from '../placing/equal-cards.ts'
import type { PlacingInput } from '../placing/placing.ts'
import { cutGraph } from './cut-graph.ts'
import { layoutMemory } from './layout-memory.ts'
import { orderBoxes } from './order-boxes.ts'
import { placeBoxes } from './place-boxes.ts'
import { roomAcross } from './room-across.ts'
import { shapedRoom } from './shaped-room.ts'

/** Two open boxes, of which each holds 6 cards; in the way of the data one is behind the other where an edge leads from one to the other. */
const twoBoxes = (edges: readonly (readonly [number, number])[]): PlacingInput => ({
  ...inputOf(graphOf(14, edges)),
  wraps: true,
  isBox: Uint8Array.from({ length: 14 }, (_, thing) => (thing < 2 ? 1 : 0)),
  box: Int32Array.from({ length: 14 }, (_, thing) => (thing < 2 ? -1 : thing % 2)),
  head: Float64Array.from({ length: 14 }, (_, thing) => (thing < 2 ? 36 : 0)),
})

function roomOf(input: PlacingInput) {
  const [cut, room, memory] = [cutGraph(input), roomAcross(input), layoutMemory()]
  const ordered = finish(orderBoxes(input, cut, room, memory))
  const placed = finish(placeBoxes(input, cut, ordered, room, memory))
  return { placed, ...shapedRoom(input, cut, ordered, placed, room) }
}

test('shapedRoom(…) knows how large boxes have come out', () => {
  const { placed, extent, breadth } = roomOf(twoBoxes([[2, 3]]))
  expect([...extent]).toEqual([...placed.height])
  expect([...breadth]).toEqual([...placed.width])
})

test('shapedRoom(one box behind the other) wants each so slim that both have the shape of a window', () => {
  const { aspect } = roomOf(twoBoxes([[2, 3]]))
  expect(aspect[0]! + aspect[1]!).toBeCloseTo(1.2)
})

test('shapedRoom(boxes that nothing joins) leaves them the shape that they have', () => {
  expect([...roomOf(twoBoxes([])).aspect.subarray(0, 2)]).toEqual([1.6, 1.6])
})
