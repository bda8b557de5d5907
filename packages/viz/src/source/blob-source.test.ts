import { expect, test } from 'vitest'
import { blobSource } from './blob-source.ts'

const blob = new Blob(['one\n', 'two\n'])

test('blobSource(…).chunks() yields all bytes in their order', async () => {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of blobSource({ name: 'a', blob, faults: [] }, () => new ArrayBuffer(0)).chunks())
    text += decoder.decode(chunk)
  expect(text).toBe('one\ntwo\n')
})

test('blobSource(…).slice(start, end) asks for these bytes alone, and gives nothing when they are gone', () => {
  const sizes: number[] = []
  const source = blobSource({ name: 'a', blob, faults: [] }, (part) => {
    sizes.push(part.size)
    return new ArrayBuffer(part.size)
  })
  expect(source.slice(4, 7)).toHaveLength(3)
  expect(sizes).toEqual([3])
  const gone = blobSource({ name: 'a', blob, faults: [] }, () => {
    throw new DOMException('gone', 'NotReadableError')
  })
  expect(gone.slice(0, 1)).toBeUndefined()
})
