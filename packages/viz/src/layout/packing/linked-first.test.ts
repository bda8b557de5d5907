import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linkedFirst } from './linked-first.ts'
import { packBoxes } from './pack-boxes.ts'

const GAP = 10

test('linkedFirst(packing) puts what is linked where the taller one without lineage stood, which comes behind it', () => {
  const [width, height] = [
    [300, 200],
    [500, 400],
  ]
  const packing = packBoxes(width, height, GAP, 0, 600)
  expect([...packing.x]).toEqual([0, 310])
  expect([...linkedFirst(packing, { width, height }, [1, 0]).x]).toEqual([210, 0])
  expect(linkedFirst(packing, { width, height }, [0, 1])).toEqual(packing)
  expect(linkedFirst(packing, { width, height }, [1, 1])).toBe(packing)
})

test('linkedFirst(packing) begins with the shelf of the tallest that is linked, above what only shares one with something taller', () => {
  const [width, height] = [
    [300, 100, 400],
    [500, 50, 400],
  ]
  const packing = packBoxes(width, height, GAP, 0, 420)
  expect([...packing.y]).toEqual([0, 0, 510])
  const { x, y } = linkedFirst(packing, { width, height }, [1, 0, 0])
  expect([...y]).toEqual([410, 410, 0])
  expect([...x]).toEqual([110, 0, 0])
})

const anyBoxes = fc.array(
  fc.record({ width: fc.integer({ min: 1, max: 900 }), height: fc.integer({ min: 1, max: 900 }) }),
  { minLength: 1, maxLength: 40 },
)

test('linkedFirst(packing) begins with what is linked, keeps all apart, and makes nothing larger', () => {
  fc.assert(
    fc.property(anyBoxes, fc.infiniteStream(fc.nat(1)), (boxes, flags) => {
      const [width, height] = [boxes.map((box) => box.width), boxes.map((box) => box.height)]
      const isApart = boxes.map(() => flags.next().value as number)
      const packing = packBoxes(width, height, GAP, 1.2)
      const { x, y, ...size } = linkedFirst(packing, { width, height }, isApart)
      expect(size).toEqual({ width: packing.width, height: packing.height })
      if (isApart.includes(0)) {
        const first = isApart.findIndex((_, box) => x[box] === 0 && y[box] === 0)
        expect(isApart[first]).toBe(0)
      }
      boxes.forEach((box, one) => {
        expect(x[one]! + box.width).toBeLessThanOrEqual(packing.width + 1e-6)
        expect(y[one]! + box.height).toBeLessThanOrEqual(packing.height + 1e-6)
        for (let other = 0; other < one; other++) {
          const beside = Math.max(x[one]! - x[other]! - width[other]!, x[other]! - x[one]! - box.width)
          const above = Math.max(y[one]! - y[other]! - height[other]!, y[other]! - y[one]! - box.height)
          expect(Math.max(beside, above)).toBeGreaterThanOrEqual(GAP - 1e-6)
        }
      })
    }),
  )
})
