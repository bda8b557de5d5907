import { closeSync, constants, openSync, renameSync, rmSync } from 'node:fs'
import { besideOf, type Target } from './find-targets.ts'
import { isClosed, writeError, writing } from './write-error.ts'
import { writeOut } from './write-out.ts'
import { gathered, writeText } from './write-text.ts'

/** Writes a text to where it goes. Throws UsageError where the system refuses. */
export async function writeTo(target: Target, pieces: Iterable<string>): Promise<void> {
  if (target.kind === 'standard output') await writeOut(pieces)
  else if (target.kind === 'direct') writeDirect(target.given, target.path, pieces)
  else writeWhole(target.given, target.path, target.mode, pieces)
}

/** Opens what is there, and adds to it: nothing is made, emptied or replaced. */
function writeDirect(given: string, path: string, pieces: Iterable<string>): void {
  const handle = writing(`'${given}'`, () => openSync(path, constants.O_WRONLY | constants.O_APPEND))
  try {
    for (const text of gathered(pieces)) {
      try {
        writeText(handle, text)
      } catch (error) {
        if (isClosed(error)) return
        throw writeError(`'${given}'`, error)
      }
    }
  } finally {
    closeSync(handle)
  }
}

/** Writes a file whole or not at all: beside its place first, then under its name. */
function writeWhole(given: string, path: string, mode: number, pieces: Iterable<string>): void {
  const beside = besideOf(path)
  const handle = writing(`'${given}'`, () => openSync(beside, 'wx', mode))
  try {
    try {
      for (const text of gathered(pieces)) writing(`'${given}'`, () => writeText(handle, text))
    } finally {
      writing(`'${given}'`, () => closeSync(handle))
    }
    writing(`'${given}'`, () => renameSync(beside, path))
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}
