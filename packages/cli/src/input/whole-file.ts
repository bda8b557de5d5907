import { closeSync, copyFileSync, openSync, renameSync, rmSync } from 'node:fs'
import { besideOf, type WholeTarget } from './find-targets.ts'
import { writing } from './write-error.ts'
import { writeText } from './write-text.ts'

/**
 * A file that is written whole or not at all: beside its place, until all of it is there. Whoever opens it keeps or discards it.
 * Each step throws UsageError where the system refuses.
 */
export class WholeFile {
  readonly #target: WholeTarget
  readonly #beside: string
  readonly #handle: number
  #isOpen = true

  constructor(target: WholeTarget) {
    this.#target = target
    this.#beside = besideOf(target.path)
    this.#handle = this.#writing(() => openSync(this.#beside, 'wx', target.mode))
  }

  write(text: string | Uint8Array): void {
    this.#writing(() => writeText(this.#handle, text))
  }

  /** Ends the writing. A disk may refuse only now. */
  finish(): void {
    this.#isOpen = false
    this.#writing(() => closeSync(this.#handle))
  }

  /** Puts the finished file in its place, or in another one. */
  keep(path: string = this.#target.path): void {
    this.#writing(() => {
      try {
        renameSync(this.#beside, path)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
        copyFileSync(this.#beside, path) // its place is a link that leads to another disk
      }
    })
  }

  /** Leaves what was there before, and nothing else. */
  discard(): void {
    try {
      if (this.#isOpen) closeSync(this.#handle)
    } finally {
      rmSync(this.#beside, { force: true })
    }
  }

  #writing<T>(act: () => T): T {
    return writing(`'${this.#target.given}'`, act)
  }
}
