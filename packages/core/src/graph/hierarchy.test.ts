import fc from 'fast-check'
import { expect, test } from 'vitest'
import { depths, parentCircles } from './hierarchy.ts'

const anyParents = fc
  .integer({ min: 1, max: 20 })
  .chain((count) => fc.array(fc.integer({ min: -1, max: count - 1 }), { minLength: count, maxLength: count }))
  .map((parents) => Int32Array.from(parents))

test('parentCircles(parents) gives each circle once, from its smallest node on, along the parents', () => {
  expect(parentCircles(Int32Array.of(1, 2, 0, 0, 4, -1))).toEqual([[0, 1, 2], [4]])
})

test('parentCircles(parents) holds exactly the nodes that come back to themselves', () => {
  fc.assert(
    fc.property(anyParents, (parents) => {
      const comesBack = (start: number): boolean => {
        let node = parents[start]!
        for (let i = 0; i < parents.length && node !== -1 && node !== start; i++) node = parents[node]!
        return node === start
      }
      const expected = [...parents.keys()].filter(comesBack)
      expect(
        parentCircles(parents)
          .flat()
          .sort((a, b) => a - b),
      ).toEqual(expected)
    }),
  )
})

test('depths(parents) counts the steps up to a root or to a circle', () => {
  expect([...depths(Int32Array.of(-1, 0, 1, 4, 3, 4))]).toEqual([0, 1, 2, 0, 0, 1])
})

test('depths(parents) takes a chain of 200,000', () => {
  const chain = Int32Array.from({ length: 200_000 }, (_, i) => i - 1)
  expect(depths(chain).at(-1)).toBe(199_999)
})
