import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gapForTurns, roomBeside, turnAt } from './turns.ts'

const turnsIn = (count: number, room: number, gap = Infinity): number[] =>
  Array.from({ length: count }, (_, turn) => turnAt(turn, count, room, gap))

test('turnAt(turn, count, room, gap) keeps turns 4 apart and off the side, as many as there is room for', () => {
  expect(turnsIn(1, 12)).toEqual([6])
  expect(turnsIn(2, 12)).toEqual([6, 10])
  expect(turnsIn(3, 16)).toEqual([6, 10, 14])
  expect(turnsIn(4, Infinity)).toEqual([10, 15, 20, 25])
  expect(turnsIn(3, Infinity, 54)).toEqual([10, 14, 18])
})

test('turnAt(turn, count, room, gap) has more than that share the room evenly', () => {
  expect(turnsIn(3, 12)).toEqual([6, 8, 10])
  expect(turnsIn(63, Infinity).slice(0, 3)).toEqual([6, 8, 10])
  const anyRoom = fc.oneof(fc.constant(Infinity), fc.double({ min: 12, max: 200, noNaN: true }))
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), anyRoom, anyRoom, (count, room, gap) => {
      const last = Math.min(
        room - 2,
        gap === Infinity ? Math.max(25, 6 + 4 * (count - 1)) : Math.max(10, gap / 3),
      )
      const apart = Math.min(4, (last - 6) / (count - 1))
      turnsIn(count, room, gap).forEach((at, turn, all) => {
        expect(at).toBeGreaterThanOrEqual(6 - 1e-9)
        expect(at).toBeLessThanOrEqual(last + 1e-9)
        if (turn > 0) expect(at - all[turn - 1]!).toBeGreaterThanOrEqual(apart - 1e-9)
      })
    }),
  )
})

test('roomBeside(count) is enough for so many to keep 4 apart before a first column, up to 32', () => {
  expect(roomBeside(0)).toBe(0)
  for (let count = 2; count <= 32; count++) {
    const turns = turnsIn(count, roomBeside(count))
    turns.forEach((at, turn) => turn > 0 && expect(at - turns[turn - 1]!).toBeGreaterThan(4 - 1e-9))
  }
  expect(roomBeside(100)).toBe(roomBeside(32))
})

test('gapForTurns(count) is enough for so many to keep 4 apart', () => {
  for (let count = 2; count < 20; count++) {
    const turns = turnsIn(count, Infinity, gapForTurns(count))
    turns.forEach((at, turn) => turn > 0 && expect(at - turns[turn - 1]!).toBeGreaterThan(4 - 1e-9))
  }
})
