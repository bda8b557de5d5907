import { expect, test } from 'vitest'
import { pointBuffer } from './point-buffer.ts'

test('pointBuffer() leaves out points that are there already or on a level way', () => {
  const line = pointBuffer()
  line.add(0, 5)
  line.add(0, 5)
  line.add(10, 5)
  line.add(20, 5)
  line.add(30, 9)
  expect(line.end()).toBe(3)
  expect([...line.points()]).toEqual([0, 5, 20, 5, 30, 9])
})

test('pointBuffer() keeps the point where a line turns back', () => {
  const line = pointBuffer()
  line.add(0, 0)
  line.add(10, 0)
  line.add(4, 0)
  expect(line.end()).toBe(3)
})

test('pointBuffer() does not join a line to the one before', () => {
  const line = pointBuffer()
  line.add(0, 0)
  line.add(1, 0)
  expect(line.end()).toBe(2)
  line.add(1, 0)
  line.add(2, 0)
  expect(line.end()).toBe(4)
})

test('pointBuffer() grows', () => {
  const line = pointBuffer()
  for (let i = 0; i < 10_000; i++) line.add(i, i % 2)
  expect(line.end()).toBe(10_000)
  expect([...line.points().subarray(-4)]).toEqual([9_998, 0, 9_999, 1])
})
