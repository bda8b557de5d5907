import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Rect } from '../picture/picture.ts'
import { outlineOf } from './outline-of.ts'

test('outlineOf(rects, radius) goes once round what overlaps, with round corners', () => {
  const ell = [
    { x: 0, y: 0, width: 100, height: 40 },
    { x: 0, y: 20, width: 30, height: 60 },
  ]
  expect(outlineOf(ell, 10)).toBe(
    'M0 10Q0 0 10 0L90 0Q100 0 100 10L100 30Q100 40 90 40L40 40Q30 40 30 50L30 70Q30 80 20 80L10 80Q0 80 0 70z',
  )
  expect(outlineOf([], 10)).toBe('')
})

test('outlineOf(rects, radius) rounds a narrow part by half of what it is wide', () => {
  expect(outlineOf([{ x: 0, y: 0, width: 8, height: 100 }], 10)).toBe(
    'M0 10Q0 0 4 0L4 0Q8 0 8 10L8 90Q8 100 4 100L4 100Q0 100 0 90z',
  )
})

/** How often a path goes round a point, to the right. */
function windings(path: string, x: number, y: number): number {
  let count = 0
  for (const part of path.split('z')) {
    const corners = [...part.matchAll(/Q(\S+) (\S+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const)
    corners.forEach(([atX, atY], i) => {
      const [lastX, lastY] = corners.at(i - 1)!
      if (atX !== lastX || atX < x || Math.min(atY, lastY) > y || Math.max(atY, lastY) < y) return
      count += Math.sign(atY - lastY)
    })
  }
  return count
}

test('outlineOf(rects, radius) goes round what is in any of them, and round nothing else', () => {
  const side = fc.integer({ min: 1, max: 6 })
  const rect = fc.record({ x: fc.nat(8), y: fc.nat(8), width: side, height: side })
  fc.assert(
    fc.property(fc.array(rect, { maxLength: 9 }), (rects: Rect[]) => {
      const path = outlineOf(rects, 0)
      for (let x = 0.5; x < 15; x++)
        for (let y = 0.5; y < 15; y++) {
          const isIn = rects.some(
            (one) => x > one.x && x < one.x + one.width && y > one.y && y < one.y + one.height,
          )
          expect(windings(path, x, y)).toBe(isIn ? 1 : 0)
        }
    }),
  )
})
