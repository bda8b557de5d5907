import { expect, test } from 'vitest'
import { alignCards } from './align-cards.ts'

test('alignCards(…) makes cards of one column as wide as the widest of them, and leaves boxes', () => {
  // In one column cards of 100 and 60, and a box of 300; cards of 80 and 90 in the next.
  const width = Float64Array.of(100, 60, 300, 80, 90)
  const column = [0, 0, 0, 1, 1]
  alignCards(Uint32Array.of(0, 1, 2, 3, 4), (i) => column[i]!, Uint8Array.of(0, 0, 1, 0, 0), width)
  expect([...width]).toEqual([100, 100, 300, 90, 90])
})

test('alignCards(…, useful) lets cards use the width of open boxes in their column, as far as one of them has use for it', () => {
  const column = [0, 0, 0, 1, 1]
  const aligned = (...useful: number[]): number[] => {
    const width = Float64Array.of(100, 60, 300, 80, 90)
    alignCards(
      Uint32Array.of(0, 1, 2, 3, 4),
      (i) => column[i]!,
      Uint8Array.of(0, 0, 1, 0, 0),
      width,
      Float64Array.from(useful),
    )
    return [...width]
  }
  expect(aligned(210, 60, 0, 200, 90)).toEqual([210, 210, 300, 90, 90])
  expect(aligned(400, 60, 0, 80, 90)).toEqual([300, 300, 300, 90, 90])
  expect(aligned(100, 60, 0, 80, 90)).toEqual([100, 100, 300, 90, 90])
})
