import { watch } from 'chokidar'
import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { folderWith } from '../../test/temporary-folder.ts'
import { followPaths } from './follow-paths.ts'

/** Follows, and counts the changes. */
async function following(
  paths: readonly string[],
  except: readonly string[] = [],
  openWatcher?: typeof watch,
) {
  const onChange = vi.fn<() => void>()
  const follower = followPaths(() => paths, onChange, except, openWatcher)
  onTestFinished(() => follower.close())
  await follower.ready
  return {
    onChange,
    /** Does something, and waits until that was heard of; false where it never is. */
    hears: async (act: () => unknown) => {
      onChange.mockClear()
      act()
      await vi.waitUntil(() => onChange.mock.calls.length > 0, 5000).catch(() => {})
      return onChange.mock.calls.length > 0
    },
  }
}

/** As long as two looks at the paths take, and whatever the system has still to tell. */
const aWhile = () => new Promise((done) => setTimeout(done, 700))

describe('followPaths(folder) hears of a file of the run', () => {
  test('that changes, comes, goes, is renamed', async () => {
    const folder = folderWith({ 'r.jsonl': 'a' })
    const { hears } = await following([folder])
    expect(await hears(() => appendFileSync(join(folder, 'r.jsonl'), 'b'))).toBe(true)
    expect(await hears(() => writeFileSync(join(folder, 'l.jsonl'), 'a'))).toBe(true)
    expect(await hears(() => rmSync(join(folder, 'r.jsonl')))).toBe(true)
    expect(await hears(() => renameSync(join(folder, 'l.jsonl'), join(folder, 'm.jsonl')))).toBe(true)
  })

  test('in a folder that is made anew, or comes later', async () => {
    const parent = folderWith({ 'out/r.jsonl': 'a' })
    const [out, later] = [join(parent, 'out'), join(parent, 'deep/later')]
    const { hears } = await following([out, later])
    for (const folder of [out, later]) {
      const makeAnew = () => {
        rmSync(folder, { recursive: true, force: true })
        mkdirSync(folder, { recursive: true })
      }
      expect(await hears(makeAnew)).toBe(true)
      await aWhile()
      expect(await hears(() => writeFileSync(join(folder, 'r.jsonl'), 'b'))).toBe(true)
    }
    expect(await hears(() => rmSync(out, { recursive: true }))).toBe(true)
  })
})

test('followPaths(file) hears of that file, replaced or gone and come again', async () => {
  const folder = folderWith({ 'r.txt': 'a', 'other.txt': 'a' })
  const file = join(folder, 'r.txt')
  const { hears } = await following([file])
  expect(await hears(() => appendFileSync(file, 'b'))).toBe(true)
  await aWhile()
  expect(await hears(() => renameSync(join(folder, 'other.txt'), file))).toBe(true)
  await aWhile()
  expect(await hears(() => appendFileSync(file, 'b'))).toBe(true)
  await aWhile()
  expect(await hears(() => rmSync(file))).toBe(true)
  await aWhile()
  expect(await hears(() => writeFileSync(file, 'c'))).toBe(true)
})

test('followPaths(paths) follows what paths() gives by then', async () => {
  const folder = folderWith({ 'one/r.jsonl': 'a', 'two/r.jsonl': 'a' })
  const paths = [join(folder, 'one')]
  const { hears, onChange } = await following(paths)
  appendFileSync(join(folder, 'two/r.jsonl'), 'b')
  await aWhile()
  expect(onChange).not.toHaveBeenCalled()
  expect(await hears(() => paths.push(join(folder, 'two')))).toBe(true)
  await aWhile()
  expect(await hears(() => appendFileSync(join(folder, 'two/r.jsonl'), 'b'))).toBe(true)
})

test('followPaths(paths, …, except) passes over what is not of the run, and what the command writes', async () => {
  const folder = folderWith({ 'r.jsonl': 'a', 'deep/r.jsonl': 'a', 'report.jsonl': '' })
  const { onChange } = await following([folder], [join(folder, 'report.jsonl')])
  for (const name of ['notes.txt', 'deep/r.jsonl', 'report.jsonl', '.lineagraph-x.part'])
    writeFileSync(join(folder, name), 'b')
  await aWhile()
  expect(onChange).not.toHaveBeenCalled()
})

test('followPaths(paths) looks at the files again and again where the system has no watchers left', async () => {
  const folder = folderWith({ 'r.jsonl': 'a' })
  const polling: unknown[] = []
  const openWatcher: typeof watch = (paths, options) => {
    const watcher = watch(paths, options)
    polling.push(options?.usePolling)
    if (!options?.usePolling) watcher.once('ready', () => watcher.emit('error', new Error('ENOSPC')))
    return watcher
  }
  const { hears } = await following([folder], [], openWatcher)
  await aWhile()
  expect(await hears(() => appendFileSync(join(folder, 'r.jsonl'), 'b'))).toBe(true)
  expect(polling).toEqual([false, true])
})
