import { expect, test } from 'vitest'
import { loopCurve, routeCurve } from './curve.ts'

test('routeCurve(points) leaves and arrives level, with handles of half the gap', () => {
  expect(routeCurve(Float64Array.of(0, 0, 100, 80))).toEqual([0, 0, 50, 0, 50, 80, 100, 80])
})

test('routeCurve(points) is straight where the ends are less than 7 apart in height', () => {
  expect(routeCurve(Float64Array.of(0, 0, 90, 6))).toEqual([0, 0, 30, 2, 60, 4, 90, 6])
})

test('routeCurve(points) passes through every point between', () => {
  const curve = routeCurve(Float64Array.of(0, 0, 50, 40, 120, 40, 180, 0))
  expect([curve.slice(6, 8), curve.slice(12, 14), curve.slice(18, 20)]).toEqual([
    [50, 40],
    [120, 40],
    [180, 0],
  ])
})

test('routeCurve(points) rounds the corners between level and plumb pieces, and ends where the points end', () => {
  const curve = routeCurve(Float64Array.of(0, 0, 40, 0, 40, 100, 0, 100))
  expect(curve.slice(6, 8)).toEqual([27, 0])
  expect(curve.slice(12, 14)).toEqual([40, 13])
  expect(curve.slice(-2)).toEqual([0, 100])
})

test('routeCurve(points) stands points that fall together', () => {
  const curve = routeCurve(Float64Array.of(0, 0, 0, 0, 10, 0, 10, 0))
  expect(curve.every(Number.isFinite)).toBe(true)
  expect((curve.length - 2) % 6).toBe(0)
})

test('loopCurve(right, top, middle) begins at the right side and ends at the top', () => {
  const curve = loopCurve(172, 0, 22)
  expect(curve.slice(0, 2)).toEqual([172, 22])
  expect(curve.slice(-2)).toEqual([152, 0])
  expect((curve.length - 2) % 6).toBe(0)
})
