import { writeSync } from 'node:fs'
import { OutputError } from './output-error.ts'

/** Characters that wait to be written. One write a line would cost more than everything else. */
const MOST_WAITING = 1 << 16
/** How long to wait before a pipe that is full is tried again, in milliseconds. */
const PAUSE = 2

/** A reader that went away, as `head` does. */
export class ClosedPipe extends Error {
  override readonly name = 'ClosedPipe'
  readonly code = 'EPIPE'
}

/**
 * Writes whole lines to an open file or pipe, synchronously: a slow reader slows the run down, as it does in Python, and
 * nothing piles up in memory however much is declared.
 */
export class LineWriter {
  #waiting = ''
  #turn: NodeJS.Immediate | undefined
  /** What the last try to write ended with, for whoever writes next. */
  #failure: unknown

  constructor(private readonly descriptor: number) {}

  /** What is there at the end of a turn of the event loop is written then, so that a reader sees it while the next answer is awaited. */
  write(line: string): void {
    if (this.#failure !== undefined) throw this.#failure
    this.#waiting += `${line}\n`
    if (this.#waiting.length >= MOST_WAITING) this.flush()
    else this.#turn ??= setImmediate(() => this.flushQuietly())
  }

  /** Throws ClosedPipe where the reader is gone, and OutputError where the disk is full or the like. */
  flush(): void {
    if (this.#failure !== undefined) throw this.#failure
    clearImmediate(this.#turn)
    this.#turn = undefined
    const bytes = Buffer.from(this.#waiting, 'latin1') // the printed form is ASCII
    this.#waiting = ''
    for (let from = 0; from < bytes.length;) from += this.#writeSome(bytes, from)
  }

  /** Where nobody is there to catch, as between two turns: whoever writes next is told. */
  flushQuietly(): void {
    try {
      this.flush()
    } catch (error) {
      this.#failure = error
    }
  }

  #writeSome(bytes: Buffer, from: number): number {
    try {
      return writeSync(this.descriptor, bytes, from)
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code
      if (code !== 'EAGAIN') {
        this.#failure =
          code === 'EPIPE'
            ? new ClosedPipe('nobody reads what is declared any more')
            : new OutputError(`what is declared cannot be written (${code})`, 'see whether the disk is full')
        throw this.#failure
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE)
      return 0
    }
  }
}
