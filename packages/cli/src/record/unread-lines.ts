import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import type { Source } from '@lineagraph/core'
import { writing } from '../input/write-error.ts'

const CHUNK = 1 << 16
const LF = 10

/**
 * The lines of a program that were perhaps meant as declarations and could not be kept, each at the number that it had among the lines
 * printed: the lines between stand empty. They wait on disk until the run is checked, since there may be very many.
 */
export class UnreadLines {
  readonly #path: string
  #file: number | undefined
  #size = 0
  /** Where the file ends. */
  #line = 1
  /** The last line that came, and where it begins in the file. */
  #last = 0
  #start = 0

  /** @param path a file that is not there, in a folder that may be written; made when the first line comes. */
  constructor(path: string) {
    this.#path = path
  }

  /** Adds a line with its end, or the next part of the last one. Lines come in their order. */
  add(line: number, bytes: Uint8Array): void {
    writing(`'${this.#path}'`, () => {
      const file = (this.#file ??= openWithoutName(this.#path))
      for (let missing = line - this.#line; missing > 0; missing -= CHUNK)
        this.#write(file, Buffer.alloc(Math.min(missing, CHUNK), LF))
      if (line !== this.#last) [this.#last, this.#start] = [line, this.#size]
      this.#write(file, bytes)
    })
    this.#line = bytes.at(-1) === LF ? line + 1 : line
  }

  /** Takes back the last line that came. */
  drop(): void {
    this.#size = this.#start
    this.#line = this.#last
  }

  /** For the check, as what a program printed: one, or none where no line was added. */
  sources(): readonly Source[] {
    const file = this.#file
    if (file === undefined) return []
    const size = this.#size
    const slice = (start: number, end: number): Uint8Array => {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start))
      return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, start))
    }
    async function* chunks(): AsyncGenerator<Uint8Array> {
      for (let start = 0; start < size; start += CHUNK) yield slice(start, start + CHUNK)
    }
    return [{ name: '<stdout>', printed: true, size, chunks, slice }]
  }

  /** Ends it, and leaves nothing behind. */
  close(): void {
    if (this.#file === undefined) return
    closeSync(this.#file)
    this.#file = undefined
    rmSync(this.#path, { force: true })
  }

  #write(file: number, bytes: Uint8Array): void {
    for (let written = 0; written < bytes.length;)
      written += writeSync(file, bytes, written, bytes.length - written, this.#size + written)
    this.#size += bytes.length
  }
}

/** A new file whose name goes at once where the system allows that of an open file: then it goes with the process, however that ends. */
function openWithoutName(path: string): number {
  const file = openSync(path, 'wx+', 0o600)
  try {
    rmSync(path)
  } catch {
    // it goes when it is closed
  }
  return file
}
