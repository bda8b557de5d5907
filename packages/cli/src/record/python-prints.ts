import { beginsAsPython } from '@lineagraph/core'
import type { UnreadLines } from './unread-lines.ts'

/** As much of a line as is looked at for what it begins with. In bytes; more than any class has for its name. */
const LONGEST_HEAD = 1 << 10

/**
 * Finds, among other text that was passed on already, the lines that Python prints of dicts and objects: perhaps meant as declarations.
 * They come in parts.
 */
export class PythonPrints {
  readonly #unread: UnreadLines
  #line = 0
  #isPython: boolean | undefined
  #head: Uint8Array[] = []

  /** @param unread takes what is found. */
  constructor(unread: UnreadLines) {
    this.#unread = unread
  }

  /** Takes the next part of a line, or the first of a later one. */
  add(line: number, bytes: Uint8Array): void {
    if (line !== this.#line) this.#begin(line)
    if (this.#isPython === undefined) this.#head.push(bytes)
    else if (this.#isPython) this.#unread.add(line, bytes)
    if (this.#isPython === undefined) this.#look()
  }

  /** A line ends with a declaration after all: then what stands before it is other text. */
  drop(line: number): void {
    if (line === this.#line && this.#isPython) this.#unread.drop()
    this.#line = line
    this.#isPython = false
  }

  #begin(line: number): void {
    this.#line = line
    this.#isPython = undefined
    this.#head = []
  }

  #look(): void {
    const head = Buffer.concat(this.#head)
    if (beginsAsPython(head.toString('utf8', 0, LONGEST_HEAD))) {
      this.#isPython = true
      this.#unread.add(this.#line, head)
    } else if (head.length >= LONGEST_HEAD) this.#isPython = false
  }
}
