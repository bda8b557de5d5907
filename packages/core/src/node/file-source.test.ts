import { appendFileSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import * as fs from 'node:fs'
import { fileSource } from './file-source.ts'
import { RecentBlocks } from '../read/recent-blocks.ts'

vi.mock('node:fs', async (original) => {
  const actual = await original<typeof fs>()
  return {
    ...actual,
    openSync: vi.fn<typeof fs.openSync>(actual.openSync),
    closeSync: vi.fn<typeof fs.closeSync>(actual.closeSync),
  }
})

beforeEach(() => vi.clearAllMocks())

const BLOCK = 1 << 16

/** A file of so many bytes, all different from their neighbours, that goes when the test ends. */
function fileOf(length: number): { path: string; bytes: Uint8Array } {
  const folder = mkdtempSync(join(tmpdir(), 'lineagraph-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const bytes = Uint8Array.from({ length }, (_, i) => (i * 31 + (i >> 8)) & 255)
  writeFileSync(join(folder, 'file'), bytes)
  return { path: join(folder, 'file'), bytes }
}

const sourceOf = (path: string) => fileSource(path, 'file', new RecentBlocks())

describe('fileSource(path, name).slice(start, end)', () => {
  test('gives the bytes of the file, wherever the range begins and ends', () => {
    const { path, bytes } = fileOf(3 * BLOCK + 100)
    const source = sourceOf(path)
    const place = fc.oneof(
      fc.nat(bytes.length + 10),
      fc.integer({ min: -2, max: 2 }).map((i) => BLOCK + i),
      fc.integer({ min: -2, max: 2 }).map((i) => 2 * BLOCK + i),
    )
    fc.assert(
      fc.property(place, place, (a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)]
        expect(Buffer.compare(source.slice(start, end)!, bytes.subarray(start, end))).toBe(0)
      }),
    )
  })

  test('loads a block once where lines far apart are read by turns', () => {
    const { path } = fileOf(8 * BLOCK)
    const source = sourceOf(path)
    for (let i = 0; i < 4 * BLOCK; i += 1000) {
      source.slice(i, i + 100)
      source.slice(4 * BLOCK + i, 4 * BLOCK + i + 100)
    }
    expect(vi.mocked(fs.openSync)).toHaveBeenCalledTimes(8)
    expect(vi.mocked(fs.closeSync)).toHaveBeenCalledTimes(8)
  })

  test('gives nothing where the file has grown, has been written again or has gone', () => {
    const grown = fileOf(10)
    const written = fileOf(10)
    const gone = fileOf(10)
    const sources = [grown, written, gone].map(({ path }) => sourceOf(path))
    appendFileSync(grown.path, 'x')
    const { atimeMs, mtimeMs } = statSync(written.path)
    utimesSync(written.path, atimeMs / 1000, mtimeMs / 1000 + 1)
    rmSync(gone.path)
    expect(sources.map((source) => source.slice(0, 5))).toEqual([undefined, undefined, undefined])
  })
})

test('RecentBlocks keeps the blocks that were used last, and no more than it may', () => {
  const blocks = new RecentBlocks(2)
  const load = vi.fn<() => Uint8Array>(() => new Uint8Array(1))
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) blocks.get(key, load)
  expect(load).toHaveBeenCalledTimes(4) // a, b, c in place of b, b again
})
