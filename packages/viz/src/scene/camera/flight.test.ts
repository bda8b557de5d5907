import { zoom } from 'd3-zoom'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Camera } from '../../state/view.ts'
import { flightBetween } from './flight.ts'

const SIZE = { width: 800, height: 600 }

const aCamera = fc.record({
  x: fc.integer({ min: -50_000, max: 50_000 }),
  y: fc.integer({ min: -50_000, max: 50_000 }),
  k: fc.double({ min: 0.02, max: 4, noNaN: true }),
})

/** How far two cameras are apart on the screen, in CSS pixels at its edge. */
function apart(one: Camera, other: Camera): number {
  const scaled = Math.abs(one.k / other.k - 1) * SIZE.width
  return Math.max(Math.abs(one.x - other.x) * other.k, Math.abs(one.y - other.y) * other.k, scaled)
}

test('a flight begins at one camera and ends at the other', () => {
  fc.assert(
    fc.property(aCamera, aCamera, (from, to) => {
      const at = flightBetween(from, to, SIZE)
      expect(apart(at(0), from)).toBeLessThan(0.001)
      expect(apart(at(1), to)).toBeLessThan(0.001)
    }),
  )
})

test('a flight goes the way that d3-zoom goes', () => {
  fc.assert(
    fc.property(aCamera, aCamera, fc.double({ min: 0, max: 1, noNaN: true }), (from, to, part) => {
      const viewOf = ({ x, y, k }: Camera): [number, number, number] => [x, y, 800 / k]
      const [x, y, across] = zoom().interpolate()(viewOf(from), viewOf(to))(part)
      expect(apart(flightBetween(from, to, SIZE)(part), { x, y, k: 800 / across })).toBeLessThan(0.001)
    }),
  )
})

test('a flight to what is far off looks from further away, and one to what is near does not', () => {
  const from = { x: 0, y: 0, k: 1 }
  expect(flightBetween(from, { x: 20_000, y: 0, k: 1 }, SIZE)(0.5).k).toBeLessThan(0.1)
  expect(flightBetween(from, { x: 10, y: 0, k: 1 }, SIZE)(0.5).k).toBeGreaterThan(0.99)
})

test('a flight that only comes nearer stands where it is', () => {
  const at = flightBetween({ x: 7, y: 9, k: 0.5 }, { x: 7, y: 9, k: 2 }, SIZE)
  expect(apart(at(0.5), { x: 7, y: 9, k: 1 })).toBeLessThan(0.001)
})
