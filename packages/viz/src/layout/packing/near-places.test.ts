import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearPlaces } from './near-places.ts'

const anyAreas = fc.array(
  fc.record({
    left: fc.integer({ min: -50, max: 500 }),
    top: fc.integer({ min: -50, max: 500 }),
    width: fc.integer({ min: 1, max: 200 }),
    height: fc.integer({ min: 1, max: 200 }),
  }),
  { maxLength: 12 },
)

test('nearPlaces(areas) lets none meet another, moves none that is free already, and keeps all sizes', () => {
  fc.assert(
    fc.property(anyAreas, (areas) => {
      const places = nearPlaces(areas, [], 10)
      places.forEach((one, i) => {
        expect([one.width, one.height]).toEqual([areas[i]!.width, areas[i]!.height])
        expect(Math.min(one.left, one.top)).toBeGreaterThanOrEqual(0)
        for (const other of places.slice(i + 1))
          expect(
            one.left >= other.left + other.width + 10 ||
              other.left >= one.left + one.width + 10 ||
              one.top >= other.top + other.height + 10 ||
              other.top >= one.top + one.height + 10,
          ).toBe(true)
      })
      expect(nearPlaces(places, [], 10)).toEqual(places)
    }),
  )
})
