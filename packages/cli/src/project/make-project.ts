import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  writeFileSync,
  lstatSync,
  chmodSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { UsageError } from '../input/usage-error.ts'
import { writing } from '../input/write-error.ts'

/**
 * Makes a folder with files in it: all of them or none, since they are written beside it first. Throws UsageError where something is
 * there already, an empty folder aside, and where the system refuses.
 */
export function makeProject(folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  mustBeFree(folder)
  writing(`'${folder}'`, () => {
    const beside = mkdtempSync(join(dirname(folder), '.lineagraph-new-'))
    try {
      for (const [path, content] of files) {
        mkdirSync(join(beside, dirname(path)), { recursive: true })
        writeFileSync(join(beside, path), content, { flag: 'wx' })
      }
      chmodSync(beside, 0o777 & ~process.umask()) // such folders are made for their owner alone
      if (isThere(folder)) rmdirSync(folder) // fails where somebody has put something into it by now
      renameSync(beside, folder)
    } catch (error) {
      rmSync(beside, { recursive: true, force: true })
      throw error
    }
  })
}

/** Throws UsageError where something is there already, an empty folder aside. */
export function mustBeFree(folder: string): void {
  const found = lstatSync(folder, { throwIfNoEntry: false })
  if (found === undefined) return
  if (!found.isDirectory())
    throw new UsageError(
      `'${folder}' is there already, and is no folder`,
      'choose another name, or remove it',
    )
  const [first] = writing(`'${folder}'`, () => readdirSync(folder))
  if (first !== undefined)
    throw new UsageError(
      `the folder '${folder}' is there already and is not empty: nothing is written over`,
      'choose another name, or go where there is none of it',
    )
}

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined
