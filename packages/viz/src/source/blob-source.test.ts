import { RecentBlocks } from '@lineagraph/core'
import { expect, test } from 'vitest'
import { blobSource } from './blob-source.ts'

const BLOCK = 1 << 16
const bytes = Uint8Array.from({ length: 3 * BLOCK }, (_, i) => i % 251)
const blob = new Blob([bytes])
const none = (): never => {
  throw new DOMException('gone', 'NotReadableError')
}

test('blobSource(…).chunks() yields all bytes in their order', async () => {
  const chunks: Uint8Array[] = []
  const source = blobSource({ name: 'a', text: blob, faults: [] }, none, new RecentBlocks(), 0)
  for await (const chunk of source.chunks()) chunks.push(chunk)
  expect(Buffer.concat(chunks).equals(bytes)).toBe(true)
})

test('blobSource(…).slice(start, end) reads the blocks that these bytes are in, each once', () => {
  const sizes: number[] = []
  const blocks = new RecentBlocks()
  const sourceOf = (key: number, first: number) =>
    blobSource(
      { name: 'a', text: new Blob([bytes.subarray(first)]), faults: [] },
      (part) => {
        sizes.push(part.size)
        return new Uint8Array(part.size).fill(key).buffer
      },
      blocks,
      key,
    )
  const [one, other] = [sourceOf(1, 0), sourceOf(2, 2 * BLOCK + 5)]
  expect(one.slice(4, 7)).toEqual(Uint8Array.of(1, 1, 1))
  expect(one.slice(9, 11)).toEqual(Uint8Array.of(1, 1))
  expect(sizes).toEqual([BLOCK])
  expect(other.slice(4, 7)).toEqual(Uint8Array.of(2, 2, 2)) // of the same name, and yet another file
  expect(other.slice(BLOCK - 7, BLOCK + 7)).toHaveLength(2) // no more than there is
  expect(one.slice(BLOCK - 1, 2 * BLOCK + 1)).toHaveLength(BLOCK + 2)
  expect(sizes).toEqual([BLOCK, BLOCK - 5, BLOCK, BLOCK])
})

test('blobSource(…).slice(start, end) gives nothing when the file has changed', () => {
  expect(
    blobSource({ name: 'a', text: blob, faults: [] }, none, new RecentBlocks(), 0).slice(0, 1),
  ).toBeUndefined()
})
