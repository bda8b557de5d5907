import { expect, test } from 'vitest'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import { prepare } from '../picture/prepared.ts'
import { lineRoom } from './line-room.ts'

/** Lines that run level, so far apart. */
function level(apart: number, count: number) {
  const column = (x: number) => Array.from({ length: count }, (_, i) => [x, apart * i] as const)
  const cards = cardsAt([...column(0), ...column(2000)])
  const pairs = Array.from({ length: count }, (_, i) => [i, count + i] as const)
  return prepare(pictureWith(cards, linesFrom(pairs, cards)))
}
const size = { width: 800, height: 600 }
const all = Array.from({ length: 60 }, (_, i) => i)

test('lineRoom(…) is how far apart lines run on the screen', () => {
  for (const apart of [6, 10, 20])
    for (const k of [0.25, 0.5]) {
      const room = lineRoom(level(apart, 60), all, { x: 0, y: 20, k }, size)
      expect(room / (apart * k)).toBeGreaterThan(0.7)
      expect(room / (apart * k)).toBeLessThan(1.4)
    }
})

test('lineRoom(…) counts once what several lines share, and knows no bound where they are seen from near', () => {
  const shared = lineRoom(level(0, 60), all, { x: 0, y: 20, k: 0.5 }, size)
  expect(shared).toBe(lineRoom(level(0, 1), [0], { x: 0, y: 20, k: 0.5 }, size))
  expect(shared).toBeGreaterThan(12)
  expect(lineRoom(level(2, 60), all, { x: 0, y: 20, k: 1 }, size)).toBe(Infinity)
})
