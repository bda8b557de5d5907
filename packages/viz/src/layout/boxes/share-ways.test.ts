import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noBundles } from '../crossings/find-ways.ts'
import { shareWays } from './share-ways.ts'

const all = () => true

/** Links by where they begin and end, and how many layers they pass. */
function shared(links: readonly (readonly [from: number, to: number, passed: number])[], mayShare = all) {
  const column = (of: 0 | 1 | 2) => Uint32Array.from(links, (link) => link[of])
  const ends = { from: column(0), to: column(1) }
  return shareWays(noBundles(links.length), ends, column(2), mayShare)
}

test('shareWays(links of one begin) lets them share one way from there', () => {
  const { of, atTail } = shared([[0, 0, 3], [0, 1, 5], [0, 2, 1]]) // prettier-ignore
  expect([[...of], [...atTail]]).toEqual([[0, 0, 0], [1]])
})

test('shareWays(links of one end) lets them share one way to there', () => {
  const { of, atTail } = shared([[0, 0, 3], [1, 0, 5], [2, 0, 1]]) // prettier-ignore
  expect([[...of], [...atTail]]).toEqual([[0, 0, 0], [0]])
})

test('shareWays(a link between two that have ways) opens none', () => {
  const { of, atTail } = shared([[0, 0, 9], [0, 1, 9], [1, 2, 8], [2, 2, 8], [0, 2, 3]]) // prettier-ignore
  expect(atTail).toHaveLength(2)
  expect(of[4]).toBe(of[0])
})

test('shareWays(links that pass nothing, that may not share, or that have a bundle) leaves them as they are', () => {
  const bundles = { of: Int32Array.of(-1, -1, 0, -1), atTail: Uint8Array.of(0) }
  const ends = { from: Uint32Array.of(0, 0, 0, 0), to: Uint32Array.of(0, 1, 2, 3) }
  const { of, atTail } = shareWays(bundles, ends, Uint32Array.of(0, 2, 2, 2), (link) => link !== 1)
  expect([[...of], [...atTail]]).toEqual([[-1, -1, 0, 1], [0, 1]]) // prettier-ignore
})

test('shareWays(links) bundles only what begins or ends at one place, and never makes ways longer in sum', () => {
  const anyLink = fc.tuple(fc.nat(7), fc.nat(7), fc.nat(6))
  fc.assert(
    fc.property(fc.array(anyLink, { minLength: 8, maxLength: 12 }), (links) => {
      const { of, atTail } = shared(links)
      const longest = new Float64Array(atTail.length)
      links.forEach(([from, to, passed], link) => {
        if (passed === 0) return expect(of[link]).toBe(-1)
        const bundle = of[link]!
        longest[bundle] = Math.max(longest[bundle]!, passed)
        links.forEach(([from2, to2], other) => {
          if (of[other] === bundle) expect(atTail[bundle] ? from2 : to2).toBe(atTail[bundle] ? from : to)
        })
      })
      const alone = links.reduce((sum, [, , passed]) => sum + passed, 0)
      expect(longest.reduce((sum, own) => sum + own, 0)).toBeLessThanOrEqual(alone)
    }),
  )
})
