import { expect, test } from 'vitest'
import { BLOCK, sliceOfBlocks } from './slice-of-blocks.ts'

const file = Uint8Array.from({ length: 2 * BLOCK + 100 }, (_, i) => i % 251)
const blockOf = (bytes: Uint8Array) => (index: number) => bytes.subarray(index * BLOCK, (index + 1) * BLOCK)

test.each([
  ['in one block', 5, 20],
  ['up to the end of a block', BLOCK - 5, BLOCK],
  ['across two blocks', BLOCK - 5, BLOCK + 5],
  ['across all blocks', 3, 2 * BLOCK + 50],
  ['up to the end of the file', 2 * BLOCK + 90, 2 * BLOCK + 100],
])('sliceOfBlocks(…) gives the bytes %s', (_, start, end) => {
  expect(sliceOfBlocks(blockOf(file), file.length, start, end)).toEqual(file.slice(start, end))
})

test('sliceOfBlocks(…) leaves out what is behind the end of the file', () => {
  expect(sliceOfBlocks(blockOf(file), file.length, 2 * BLOCK + 90, 3 * BLOCK)).toHaveLength(10)
})

test.each([
  ['to nothing', 0],
  ['within a block that is asked for', BLOCK + 7],
])('sliceOfBlocks(…) of a file that has shrunk %s gives nothing, and ends', (_, left) => {
  const blockAt = blockOf(file.subarray(0, left))
  expect(sliceOfBlocks(blockAt, file.length, BLOCK + 2, BLOCK + 20)).toBeUndefined()
  expect(sliceOfBlocks(blockAt, file.length, BLOCK - 5, 2 * BLOCK + 5)).toBeUndefined()
})
