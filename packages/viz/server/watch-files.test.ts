import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi, type Mock } from 'vitest'
import { watchFiles } from './watch-files.ts'

/** Follows a path below a new folder, and counts what it hears. */
function following(path: string): { base: string; heard: Mock<() => void> } {
  const base = mkdtempSync(join(tmpdir(), 'lineagraph-watch-'))
  if (path === 'out') mkdirSync(join(base, path))
  const heard = vi.fn<() => void>()
  const stop = watchFiles(join(base, path), heard)
  onTestFinished(() => {
    stop()
    rmSync(base, { recursive: true, force: true })
  })
  return { base, heard }
}

const hears = async (heard: Mock<() => void>): Promise<boolean> => {
  await vi.waitFor(() => expect(heard).toHaveBeenCalled(), { timeout: 3000 })
  heard.mockClear()
  return true
}

test('watchFiles(path) hears a file of the run that is written again', async () => {
  const { base, heard } = following('out')
  writeFileSync(join(base, 'out/resources.jsonl'), '{}\n')
  expect(await hears(heard)).toBe(true)
})

test('watchFiles(path) follows a folder that is removed and made again', async () => {
  const { base, heard } = following('out')
  rmSync(join(base, 'out'), { recursive: true })
  expect(await hears(heard)).toBe(true)
  mkdirSync(join(base, 'out'))
  expect(await hears(heard)).toBe(true)
  writeFileSync(join(base, 'out/resources.jsonl'), '{}\n')
  expect(await hears(heard)).toBe(true)
})

test('watchFiles(path) waits for a folder whose own folder is not there yet', async () => {
  const { base, heard } = following('deep/out')
  mkdirSync(join(base, 'deep'))
  expect(await hears(heard)).toBe(true)
  mkdirSync(join(base, 'deep/out'))
  expect(await hears(heard)).toBe(true)
  writeFileSync(join(base, 'deep/out/lineage.jsonl'), '{}\n')
  expect(await hears(heard)).toBe(true)
})
