import { expect, test } from 'vitest'
import { graphOf } from '../any-graph.ts'
import { orderedOf } from '../any-layered.ts'
import { MAP_GAPS } from '../placing/gaps.ts'
import { turningRoom } from './turning-room.ts'

/** The room behind what several lines lead down from, far down to one thing. @param tails where each begins. */
function roomFor(tails: readonly number[]): number {
  const { layered, order } = orderedOf(graphOf(2, tails.map((): [number, number] => [0, 1]))) // prettier-ignore
  const ends = { tailAt: Float64Array.from(tails), headAt: new Float64Array(tails.length) }
  const edges = new Float64Array(tails.length).fill(1000)
  const fixed = { gaps: MAP_GAPS, lane: new Uint8Array(2) }
  return turningRoom(layered, order, Float64Array.of(0, 2000), ends, edges, new Float64Array(2), fixed)[0]!
}

test('turningRoom(lines that lie on each other) is that of one of them, as they need none beside each other', () => {
  expect(roomFor([10, 20, 30, 40])).toBeGreaterThan(roomFor([10]))
  expect(roomFor([10, 10, 10, 10])).toBe(roomFor([10]))
})
