import fc from 'fast-check'
import { expect, test } from 'vitest'
import { depths, nearestAbove, parentCircles } from './hierarchy.ts'

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

test('nearestAbove(parents, isWanted) finds what a walk up from each node finds, whatever was asked before', () => {
  fc.assert(
    fc.property(anyParents, fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), (parents, wanted) => {
      const walk = (start: number): number => {
        let node = parents[start]!
        for (let i = 0; i < parents.length && node !== -1; i++) {
          if (wanted[node]) return node
          node = parents[node]!
        }
        return -1
      }
      const above = nearestAbove(parents, (node) => wanted[node]!)
      for (const node of parents.keys()) expect(above(node)).toBe(walk(node))
    }),
    { numRuns: 1000 },
  )
})

test('nearestAbove(parents, isWanted) goes up a chain of 200,000 once for all of it', () => {
  const chain = Int32Array.from({ length: 200_000 }, (_, i) => i - 1)
  let looks = 0
  const above = nearestAbove(chain, (node) => {
    looks++
    return node === 0
  })
  for (let node = chain.length - 1; node > 0; node--) expect(above(node)).toBe(0)
  expect(looks).toBeLessThan(400_000)
})
