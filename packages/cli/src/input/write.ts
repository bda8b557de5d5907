import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { UsageError } from './exit-code.ts'

/** As much text as is handed on at once. */
const PIECE = 1 << 16

/** What a stream says when its reader has gone away. */
const CLOSED = new Set(['EPIPE', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED'])

/** Writes to standard output, no faster than it is read. A reader that goes away (`| head`) ends the writing, quietly. */
export async function writeOut(pieces: Iterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(gathered(pieces)), process.stdout, { end: false })
  } catch (error) {
    if (!CLOSED.has((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}

/** Writes a file whole or not at all: beside its place first, then under its name. */
export function writeFileWhole(path: string, pieces: Iterable<string>): void {
  const beside = `${path}.${process.pid}.part`
  let handle: number
  try {
    handle = openSync(beside, 'wx')
  } catch (error) {
    throw new UsageError(
      `'${path}' cannot be written (${(error as NodeJS.ErrnoException).code})`,
      'give a file in a folder that exists and may be written',
    )
  }
  try {
    for (const text of gathered(pieces)) writeSync(handle, text)
    closeSync(handle)
    renameSync(beside, path)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}

/** The same text in larger pieces: a write for each finding would be a system call for each. */
function* gathered(pieces: Iterable<string>): Generator<string> {
  let text = ''
  for (const piece of pieces) {
    text += piece
    if (text.length < PIECE) continue
    yield text
    text = ''
  }
  if (text !== '') yield text
}
