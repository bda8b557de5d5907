import { expect, test } from 'vitest'
import { routeCurve } from '../picture/curve.ts'
import { pointOnCubic } from './hit-test.ts'
import { stopBefore } from './stop-before.ts'

const steep = Float32Array.from(routeCurve(Float64Array.of(0, 0, 58, 300)))

test('stopBefore(curves, at, before) ends so far before the end, and stays on the way of the whole', () => {
  const stopped = Float32Array.of(0, 0, ...stopBefore(steep, 0, 5))
  expect(Math.hypot(58 - stopped[6]!, 300 - stopped[7]!)).toBeCloseTo(5.5, 0)
  const whole = Array.from({ length: 1001 }, (_, i) => pointOnCubic(steep, 0, i / 1000))
  for (let i = 0; i <= 10; i++) {
    const [x, y] = pointOnCubic(stopped, 0, i / 10)
    expect(Math.min(...whole.map(([wx, wy]) => Math.hypot(wx - x, wy - y)))).toBeLessThan(0.5)
  }
})

test('stopBefore(curves, at, 0) is the whole cubic', () => {
  expect(stopBefore(steep, 0, 0)).toEqual([...steep.subarray(2)])
})

test('stopBefore(curves, at, before) leaves nothing of what is no longer, and stands points that fall together', () => {
  expect(stopBefore([0, 0, 1, 0, 2, 0, 3, 0], 0, 10).slice(4)).toEqual([0, 0])
  expect(stopBefore([7, 7, 7, 7, 7, 7, 7, 7], 0, 5)).toEqual([7, 7, 7, 7, 7, 7])
})
