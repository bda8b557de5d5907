import { expect, test } from 'vitest'
import { alignBoxes } from './align-boxes.ts'

test('alignBoxes(…) makes boxes of one layer that are about as wide as wide, and leaves all else', () => {
  // In one layer boxes of 100, 90 and 40, and a thing of 80; a box of 95 in the next.
  const width = Float64Array.of(100, 90, 40, 80, 95)
  alignBoxes(
    Uint32Array.of(0, 1, 2, 3, 4),
    Uint32Array.of(0, 0, 0, 0, 1),
    Uint8Array.of(1, 1, 1, 0, 1),
    width,
  )
  expect([...width]).toEqual([100, 100, 40, 80, 95])
})
