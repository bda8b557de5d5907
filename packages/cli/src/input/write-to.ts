import { closeSync, constants, openSync } from 'node:fs'
import type { Target, WholeTarget } from './find-targets.ts'
import { WholeFile } from './whole-file.ts'
import { isClosed, writeError, writing } from './write-error.ts'
import { writeOut } from './write-out.ts'
import { gathered, writeText, type Pieces } from './write-text.ts'

/** Writes a text to where it goes. Throws UsageError where the system refuses. */
export async function writeTo(target: Target, pieces: Pieces): Promise<void> {
  if (target.kind === 'standard output') await writeOut(pieces)
  else if (target.kind === 'direct') writeDirect(target.given, target.path, pieces)
  else writeWhole(target, pieces)
}

/** Opens what is there, and adds to it: nothing is made, emptied or replaced. */
function writeDirect(given: string, path: string, pieces: Pieces): void {
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

/** Writes a file whole or not at all. */
function writeWhole(target: WholeTarget, pieces: Pieces): void {
  const file = new WholeFile(target)
  try {
    for (const text of gathered(pieces)) file.write(text)
    file.finish()
    file.keep()
  } catch (error) {
    file.discard()
    throw error
  }
}
