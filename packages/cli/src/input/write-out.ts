import { fstatSync } from 'node:fs'
import { isClosed, writeError } from './write-error.ts'
import { gathered, writeText, type Pieces } from './write-text.ts'

const STANDARD_OUTPUT = 1

/**
 * Writes to standard output, no faster than it is read. A reader that goes away (`| head`) ends the writing, quietly.
 * Throws UsageError where the system refuses, as on a full disk.
 */
export async function writeOut(pieces: Pieces): Promise<void> {
  for (const text of gathered(pieces)) if (!(await passOut(text))) return
}

/** Writes to standard output what has just come. False where nobody reads it any more; throws as `writeOut` does. */
export async function passOut(text: string | Uint8Array): Promise<boolean> {
  try {
    // Node's own stream for a file passes over what did not fit on the disk.
    if (fstatSync(STANDARD_OUTPUT).isFile()) writeText(STANDARD_OUTPUT, text)
    else await toStream(text)
    return true
  } catch (error) {
    if (isClosed(error)) return false
    throw writeError('standard output', error)
  }
}

const toStream = (text: string | Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()))
  })
