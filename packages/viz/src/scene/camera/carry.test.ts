import { expect, test } from 'vitest'
import { carried, filledBy, isHeavy, stillServes } from './carry.ts'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import { prepare } from '../picture/prepared.ts'

const SIZE = { width: 1000, height: 500 }
const HERE = { x: 100, y: 100, k: 1 }

test('carried(painted, now, size) lays each point where the other camera sees it', () => {
  const to = carried(HERE, { x: 120, y: 90, k: 2 }, SIZE)
  // The point (120, 90) was painted at (520, 240); it is the middle now.
  expect([520 * to.k + to.x, 240 * to.k + to.y]).toEqual([500, 250])
})

test('filledBy(carried, size) is what of the window is painted', () => {
  expect(filledBy(carried(HERE, HERE, SIZE), SIZE)).toEqual({ x: 0, y: 0, ...SIZE })
  expect(filledBy(carried(HERE, { ...HERE, x: 400 }, SIZE), SIZE)).toEqual({
    ...{ x: 0, y: 0 },
    ...{ width: 700, height: 500 },
  })
  expect(filledBy(carried(HERE, { ...HERE, x: 4000 }, SIZE), SIZE).width).toBe(0)
})

test('stillServes(carried, size) as long as little is missing and dots are not coarse', () => {
  const serves = (part: object): boolean => stillServes(carried(HERE, { ...HERE, ...part }, SIZE), SIZE)
  expect(serves({ x: 300 })).toBe(true)
  expect(serves({ x: 700 })).toBe(false)
  expect(serves({ k: 1.9 })).toBe(true)
  expect(serves({ k: 2.1 })).toBe(false)
  expect(serves({ k: 0.4 })).toBe(false)
})

test('isHeavy(picture, camera, size) counts what the window shows, not what there is', () => {
  const cards = cardsAt(Array.from({ length: 1500 }, (_, i) => [i * 300, 0] as const))
  const picture = prepare(pictureWith(cards, linesFrom([], cards)))
  expect(isHeavy(picture, { x: 225_000, y: 0, k: 0.002 }, SIZE)).toBe(true)
  expect(isHeavy(picture, { x: 0, y: 0, k: 1 }, SIZE)).toBe(false)
})
