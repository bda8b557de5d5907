import { expect, test } from 'vitest'
import { roomOn } from './count-room.ts'

/** A straight line through points. */
const through = (...points: readonly (readonly [number, number])[]) => {
  const curves: number[] = [...points[0]!]
  points.slice(1).forEach(([x, y], i) => {
    const [fromX, fromY] = points[i]!
    curves.push(fromX + (x - fromX) / 3, fromY + (y - fromY) / 3)
    curves.push(x - (x - fromX) / 3, y - (y - fromY) / 3, x, y)
  })
  return { lines: { starts: Uint32Array.of(0, curves.length) }, curves: Float32Array.from(curves) }
}
const roomIn = (...points: readonly (readonly [number, number])[]) => {
  const { lines, curves } = through(...points)
  return roomOn(lines, curves, 0, 1)
}

test('a count has room in the middle of a long line, and none near its ends', () => {
  const runsUnder = roomIn([0, 0], [100, 0])
  expect([0.05, 0.15, 0.5, 0.85, 0.95].map((t) => runsUnder(0, t, 6))).toEqual([
    null,
    null,
    'straight',
    null,
    null,
  ])
})

test('a count that is about as long as its line has no room on it', () => {
  expect(roomIn([0, 0], [36, 0])(0, 0.5, 6)).toBeNull()
})

test('a count has no room on a corner, and beside one it has', () => {
  const runsUnder = roomIn([0, 0], [100, 0], [100, 100])
  expect([runsUnder(0, 0.98, 6), runsUnder(6, 0.03, 6)]).toEqual([null, null])
  expect([runsUnder(0, 0.5, 6), runsUnder(6, 0.5, 6)]).toEqual(['straight', 'straight'])
})

test('along a line that goes down a count takes its height, not its width', () => {
  expect(roomIn([0, 0], [0, 60])(0, 0.5, 10)).toBe('straight')
  expect(roomIn([0, 0], [60, 0])(0, 0.5, 10)).toBeNull()
})

test('a count has room only from the scale on at which enough of its line is seen', () => {
  const { lines, curves } = through([0, 0], [60, 0])
  expect([0.5, 1].map((k) => roomOn(lines, curves, 0, k)(0, 0.5, 6))).toEqual([null, 'straight'])
})

test('over a gentle bend a count has room too, and it is told apart: it stands there where there is no straight place', () => {
  const runsUnder = roomIn([0, 0], [100, 0], [200, 40])
  expect([0.5, 1].map((t) => runsUnder(0, t, 6))).toEqual(['straight', 'gently'])
})
