import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pngScale } from './draw-png.ts'

test('pngScale(size) is sharp for what one looks at, and less where a canvas could not hold it', () => {
  expect(pngScale({ width: 1440, height: 900 })).toBe(2)
  expect(pngScale({ width: 40_960, height: 100 })).toBe(0.4)
  expect(pngScale({ width: 16_000, height: 16_000 })).toBe(0.5)
})

test('pngScale(size) never asks for more than a canvas can hold', () => {
  const side = fc.integer({ min: 1, max: 10_000_000 })
  fc.assert(
    fc.property(side, side, (width, height) => {
      const scale = pngScale({ width, height })
      expect(scale * Math.max(width, height)).toBeLessThanOrEqual(16_384 + 1e-6)
      expect(scale * width * scale * height).toBeLessThanOrEqual(64e6 + 1)
      expect(scale).toBeGreaterThan(0)
    }),
  )
})
