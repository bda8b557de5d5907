import { expect, test } from 'vitest'
import { RecentBlocks } from './recent-blocks.ts'

/** Asks for blocks one after the other. @returns those that had to be loaded. */
function loadedOf(blocks: RecentBlocks, keys: readonly string[]): string[] {
  const loaded: string[] = []
  for (const key of keys)
    blocks.get(key, () => {
      loaded.push(key)
      return new Uint8Array(1)
    })
  return loaded
}

test('blocks.get(key, load) lets the oldest go of those that were not asked for again', () => {
  const blocks = new RecentBlocks(2)
  expect(loadedOf(blocks, ['a', 'b', 'a', 'c', 'a', 'd', 'a'])).toEqual(['a', 'b', 'c', 'd'])
  expect(loadedOf(blocks, ['b', 'c'])).toEqual(['b', 'c'])
})

test('blocks.get(key, load) lets one go where all were asked for again', () => {
  const blocks = new RecentBlocks(2)
  expect(loadedOf(blocks, ['a', 'b', 'a', 'b', 'c', 'b', 'c'])).toEqual(['a', 'b', 'c'])
})

test('blocks.get(key, load) asks again for what could not be loaded', () => {
  const blocks = new RecentBlocks(2)
  expect(blocks.get('a', () => undefined)).toBeUndefined()
  expect(loadedOf(blocks, ['a'])).toEqual(['a'])
})
