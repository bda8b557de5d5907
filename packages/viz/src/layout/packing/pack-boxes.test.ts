import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packBest, packBoxes } from './pack-boxes.ts'

const positionsOf = ({ x, y }: { x: Float64Array; y: Float64Array }) =>
  [...x].map((left, box) => [left, y[box]])

test('packBoxes(one box) puts it into the corner', () => {
  expect(packBoxes([30], [20], 5, 1)).toEqual({ x: Float64Array.of(0), y: Float64Array.of(0), width: 30, height: 20 }) // prettier-ignore
})

test('packBoxes(a tall box and small ones) piles the small ones up beside it', () => {
  const packing = packBoxes([100, 40, 40, 40], [200, 60, 60, 60], 10, 1)
  expect(positionsOf(packing)).toEqual([[0, 0], [110, 0], [110, 70], [110, 140]]) // prettier-ignore
})

test('packBoxes(a tall box, a slim one, wider ones) piles those below the slim one as well, where the shelf has room', () => {
  const packing = packBoxes([100, 40, 60, 60], [200, 60, 50, 50], 10, 0, 180)
  expect(positionsOf(packing)).toEqual([[0, 0], [110, 0], [110, 70], [110, 130]]) // prettier-ignore
  expect(packing).toMatchObject({ width: 170, height: 200 })
})

test('packBoxes(nothing) fills nothing', () => {
  expect(packBoxes([], [], 10, 1)).toMatchObject({ width: 0, height: 0 })
})

test('packBoxes(boxes) keeps every two apart by the gap, within what they fill together', () => {
  const anyBox = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }))
  fc.assert(
    fc.property(fc.array(anyBox, { maxLength: 30 }), fc.nat(40), (boxes, gap) => {
      const { x, y, width, height } = packBoxes(
        boxes.map((box) => box[0]),
        boxes.map((box) => box[1]),
        gap,
        1.6,
      )
      boxes.forEach(([boxWidth, boxHeight], i) => {
        expect(x[i]! + boxWidth).toBeLessThanOrEqual(width)
        expect(y[i]! + boxHeight).toBeLessThanOrEqual(height)
        for (let j = 0; j < i; j++) {
          const besides = x[i]! >= x[j]! + boxes[j]![0] + gap || x[j]! >= x[i]! + boxWidth + gap
          const above = y[i]! >= y[j]! + boxes[j]![1] + gap || y[j]! >= y[i]! + boxHeight + gap
          expect(besides || above).toBe(true)
        }
      })
    }),
  )
})

test('packBoxes(many equal boxes) comes near to the aspect', () => {
  const { width, height } = packBoxes(
    new Float64Array(400).fill(100),
    new Float64Array(400).fill(50),
    20,
    1.6,
  )
  expect(width / height).toBeGreaterThan(1.3)
  expect(width / height).toBeLessThan(1.9)
})

test('packBoxes(a wide box, then low ones) puts low ones beside what stands on the first shelf with room', () => {
  const packing = packBoxes([100, 180, 60, 60], [100, 90, 40, 40], 10, 0, 180)
  expect(positionsOf(packing)).toEqual([[0, 0], [0, 110], [110, 0], [110, 50]]) // prettier-ignore
})

test('packBest(boxes) is wider than what their areas ask for where that makes the picture larger in a window', () => {
  const rest = { width: 0, height: 0 }
  const best = packBest([60, 60, 100], [50, 50, 40], 5, 1.2, rest)
  expect([best.width, best.height]).toEqual([125, 95])
  const plain = packBoxes([60, 60, 100], [50, 50, 40], 5, 1.2)
  expect(Math.max(best.width / 1.2, best.height)).toBeLessThanOrEqual(Math.max(plain.width / 1.2, plain.height)) // prettier-ignore
})
