import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { clearIncomplete, findIncomplete, incompleteFolder, markIncomplete } from './incomplete-run.ts'
import { runFilesIn } from './run-files.ts'

function folderWith(...names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'lineagraph-incomplete-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const name of names) writeFileSync(join(folder, name), '{}\n')
  return folder
}

test('incompleteFolder(folder) is the folder itself, as long as no whole run stands there', () => {
  const folder = folderWith('notes.md')
  expect(incompleteFolder(folder)).toBe(folder)
  expect(incompleteFolder(join(folder, 'not-there'))).toBe(join(folder, 'not-there'))
  markIncomplete(folder)
  writeFileSync(join(folder, 'resources.jsonl'), '')
  expect(incompleteFolder(folder)).toBe(folder)
})

test.each(['resources.jsonl', 'lineage.jsonl'])(
  'incompleteFolder(folder) is a folder in it where a %s stands there',
  (name) => {
    const folder = folderWith(name)
    expect([incompleteFolder(folder), incompleteFolder(`${folder}/`)]).toEqual([
      `${folder}/incomplete`,
      `${folder}/incomplete`,
    ])
  },
)

test('markIncomplete(folder) makes it, and lays a file there that is no file of a run', () => {
  const folder = join(folderWith(), 'a', 'b')
  markIncomplete(folder)
  expect([readdirSync(folder), runFilesIn(folder)]).toEqual([['incomplete.txt'], []])
})

test('findIncomplete(folder) finds the mark in the folder, or in the one below where a later run is', () => {
  const folder = folderWith('resources.jsonl')
  expect(findIncomplete(folder)).toBeUndefined()
  markIncomplete(incompleteFolder(folder))
  expect(findIncomplete(folder)).toEqual({
    folder: `${folder}/incomplete`,
    mark: `${folder}/incomplete/incomplete.txt`,
    isAside: true,
  })
  expect(findIncomplete(`${folder}/incomplete`)).toMatchObject({ isAside: false })
})

test('clearIncomplete(folder) leaves the whole run, and what somebody has put there', () => {
  const folder = folderWith('resources.jsonl')
  markIncomplete(join(folder, 'incomplete'))
  writeFileSync(join(folder, 'incomplete', 'lineage.jsonl'), '')
  writeFileSync(join(folder, 'incomplete', 'mine.md'), '')
  clearIncomplete(folder)
  expect([readdirSync(join(folder, 'incomplete')), findIncomplete(folder)]).toEqual([['mine.md'], undefined])
  markIncomplete(folder)
  clearIncomplete(folder)
  expect(readdirSync(folder).sort()).toEqual(['incomplete', 'resources.jsonl'])
})

test('clearIncomplete(folder) takes nothing out of a folder of that name without the mark', () => {
  const folder = folderWith('resources.jsonl')
  mkdirSync(join(folder, 'incomplete'))
  writeFileSync(join(folder, 'incomplete', 'resources.jsonl'), '')
  clearIncomplete(folder)
  expect(existsSync(join(folder, 'incomplete', 'resources.jsonl'))).toBe(true)
})
