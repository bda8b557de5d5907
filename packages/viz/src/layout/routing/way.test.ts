import { expect, test } from 'vitest'
import { startWay } from './way.ts'

test('startWay().add(x, y) keeps the last point, and forgets the boxes that were left before it', () => {
  const way = startWay()
  way.add(1, 2)
  way.left.push(7)
  expect([...way.last]).toEqual([1, 2])
  expect(way.left).toEqual([7])
  way.add(3, 4)
  expect([...way.last]).toEqual([3, 4])
  expect(way.left).toEqual([])
})

test('startWay().last is the last point that was added, also where the line leaves it out', () => {
  const way = startWay()
  for (const x of [0, 5, 9]) way.add(x, 1)
  expect(way.end()).toBe(2)
  expect([...way.points()]).toEqual([0, 1, 9, 1])
  expect([...way.last]).toEqual([9, 1])
})
