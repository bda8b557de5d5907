import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distinctPairs } from './distinct-pairs.ts'
import { membersOf } from './groups.ts'

const ROWS = 6

/** The same by a map of texts. */
function byMap(pairs: readonly (readonly [number, number])[]) {
  const places = new Map<string, number[]>()
  for (const [i, pair] of pairs.entries()) {
    const known = places.get(pair.join())
    if (known) known.push(i)
    else places.set(pair.join(), [i])
  }
  return [...places].map(([pair, members]) => ({ pair: pair.split(',').map(Number), members }))
}

const of = (pairs: readonly (readonly [number, number])[]) =>
  distinctPairs(
    ROWS,
    Int32Array.from(pairs, ([from]) => from),
    Int32Array.from(pairs, ([, to]) => to),
  )

const pairsUpTo = (maxLength: number) => fc.array(fc.tuple(fc.nat(ROWS - 1), fc.nat(30)), { maxLength })

test.each([
  ['short rows', pairsUpTo(20)],
  ['long rows', pairsUpTo(400)],
])(
  'distinctPairs(…) has each pair once, in the order in which it first came, with its places: %s',
  (_, any) => {
    fc.assert(
      fc.property(any, (pairs) => {
        const distinct = of(pairs)
        const found = Array.from({ length: distinct.size }, (_, pair) => ({
          pair: [distinct.from[pair]!, distinct.to[pair]!],
          members: [...membersOf(distinct.occurrences, pair)],
        }))
        expect(found).toEqual(byMap(pairs))
      }),
    )
  },
)

test('distinctPairs(…).rows are the pairs by from, each row by to', () => {
  fc.assert(
    fc.property(pairsUpTo(200), (pairs) => {
      const { size, from, to, rows } = of(pairs)
      const inRows = Array.from({ length: ROWS }, (_, row) =>
        Array.from({ length: rows.starts[row + 1]! - rows.starts[row]! }, (_, i) => rows.starts[row]! + i),
      )
      for (const [row, places] of inRows.entries()) {
        const tos = places.map((at) => rows.neighbors[at]!)
        expect(tos).toEqual([...new Set(tos)].sort((a, b) => a - b))
        for (const at of places) {
          expect(from[rows.edges[at]!]).toBe(row)
          expect(to[rows.edges[at]!]).toBe(rows.neighbors[at])
        }
      }
      expect(rows.starts[ROWS]).toBe(size)
    }),
  )
})
