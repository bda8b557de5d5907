import { chmodSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderWith } from '../../test/temporary-folder.ts'
import { makeProject } from './make-project.ts'

const FILES = new Map([
  ['package.json', '{}\n'],
  ['src/a.ts', 'export {}\n'],
])
const filesIn = (folder: string): string[] => readdirSync(folder, { recursive: true }).map(String).sort()

test('makeProject(folder, files) makes all of them, where there is nothing or an empty folder', () => {
  const folder = folderWith({})
  mkdirSync(join(folder, 'empty'))
  for (const name of ['new', 'empty']) {
    makeProject(join(folder, name), FILES)
    expect(filesIn(join(folder, name))).toEqual(['package.json', 'src', join('src', 'a.ts')])
    expect(readFileSync(join(folder, name, 'src', 'a.ts'), 'utf8')).toBe('export {}\n')
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o777 & ~process.umask())
  }
  expect(readdirSync(folder).sort()).toEqual(['empty', 'new'])
})

test('makeProject(folder, files) touches nothing where something is', () => {
  const folder = folderWith({ 'full/.keep': 'mine', file: 'mine' })
  symlinkSync('nowhere', join(folder, 'link'))
  for (const [name, what] of [
    ['full', 'is not empty'],
    ['file', 'is no folder'],
    ['link', 'is no folder'],
  ] as const)
    expect(() => makeProject(join(folder, name), FILES)).toThrow(what)
  expect(filesIn(folder)).toEqual(['file', 'full', join('full', '.keep'), 'link'])
})

test('makeProject(folder, files) leaves nothing where a file cannot be written', () => {
  const folder = folderWith({})
  const files = new Map([...FILES, ['package.json/inside', '']])
  expect(() => makeProject(join(folder, 'new'), files)).toThrow(expect.objectContaining({ code: 'usage' }))
  expect(readdirSync(folder)).toEqual([])
})

test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
  'makeProject(folder, files) says where it may not write',
  () => {
    const folder = folderWith({})
    chmodSync(folder, 0o500)
    expect(() => makeProject(join(folder, 'new'), FILES)).toThrow('cannot be written (EACCES)')
  },
)
