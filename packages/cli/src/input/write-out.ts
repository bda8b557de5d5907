import { fstatSync } from 'node:fs'
import { isClosed, writeError } from './write-error.ts'
import { gathered, writeText } from './write-text.ts'

const STANDARD_OUTPUT = 1

/**
 * Writes to standard output, no faster than it is read. A reader that goes away (`| head`) ends the writing, quietly.
 * Throws UsageError where the system refuses, as on a full disk.
 */
export async function writeOut(pieces: Iterable<string>): Promise<void> {
  const write = fstatSync(STANDARD_OUTPUT).isFile() ? toFile : toStream
  for (const text of gathered(pieces)) {
    try {
      await write(text)
    } catch (error) {
      if (isClosed(error)) return
      throw writeError('standard output', error)
    }
  }
}

/** Node's own stream for a file passes over what did not fit on the disk. */
const toFile = (text: string): void => writeText(STANDARD_OUTPUT, text)

const toStream = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()))
  })
