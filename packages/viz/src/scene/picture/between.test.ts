import { expect, test } from 'vitest'
import { between, motionOf } from './between.ts'
import { cardsAt, linesFrom, pictureWith } from './fake-picture.ts'
import { prepare } from './prepared.ts'

const before = cardsAt([
  [0, 0],
  [230, 0],
])
const after = cardsAt([
  [0, 100],
  [230, 0],
  [460, 0],
])
const one = prepare(pictureWith(before, linesFrom([[0, 1]], before)))
const other = prepare(
  pictureWith(
    after,
    linesFrom(
      [
        [1, 2],
        [0, 1],
      ],
      after,
    ),
  ),
)

test('motionOf(before, after) pairs what both have, and leaves what is new', () => {
  const motion = motionOf(one, other, { x: 0, y: 0 })
  expect([...motion.cards]).toEqual([0, 1, -1])
  expect([...motion.lines]).toEqual([-1, 0])
})

test('between(before, after, motion, t) is where things were at 0, half the way at ½, and where they will be at 1', () => {
  const motion = motionOf(one, other, { x: 0, y: 0 })
  expect(between(one, other, motion, 0).things.y[0]).toBe(0)
  expect(between(one, other, motion, 0.5).things.y[0]).toBe(50)
  const end = between(one, other, motion, 1)
  expect(end.things).toEqual(other.things)
  expect(end.lines.curves).toEqual(other.lines.curves)
  expect(between(one, other, motion, 0).things.x[2]).toBe(460)
})

test('between(before, after, motion, t) leaves in its place in the window what goes as far as the camera does', () => {
  const motion = motionOf(one, other, { x: 0, y: 100 })
  expect(between(one, other, motion, 0).things.y.slice(0, 2)).toEqual(Float32Array.of(100, 100))
  expect(between(one, other, motion, 0.5).things.y.slice(0, 2)).toEqual(Float32Array.of(100, 50))
  const [start] = other.lines.starts.slice(1)
  expect(between(one, other, motion, 0).lines.curves[start! + 1]! - one.lines.curves[1]!).toBe(100)
  expect(between(one, other, motion, 1).things).toEqual(other.things)
})
