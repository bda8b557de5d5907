import { LONGEST_LINE, PRINTED_HEADS } from '@lineagraph/core'

/** A piece of what a program prints, and its line. All pieces, one after the other, are what it printed. */
export type Piece =
  /** No declaration: text, or a part of one. */
  | { readonly kind: 'print'; readonly bytes: Uint8Array; readonly line: number }
  /** A whole line that begins as a JSON object does, with its line end if it has one: perhaps a declaration. */
  | { readonly kind: 'object'; readonly bytes: Uint8Array; readonly line: number }
  /** What a line ends with behind other text, with its line end if it has one, that begins as the SDK prints: perhaps a declaration. */
  | { readonly kind: 'tail'; readonly bytes: Uint8Array; readonly line: number }
  /** A part of a line that begins with `{`, and is no JSON or too long to be held: no declaration, though perhaps meant as one. */
  | { readonly kind: 'unreadable'; readonly bytes: Uint8Array; readonly line: number }

const LF = 10
const OPEN = 0x7b
const QUOTE = 0x22

/**
 * Tells apart what a program prints while it prints. A print is given on as soon as it is there, in the middle of a line too; what is
 * held until the line ends is what may be a declaration: all of a line that begins with `{`, and of others what begins as the SDK prints
 * one. Lines count from 1.
 */
export class PrintCutter {
  readonly #longest: number
  #line = 1
  #state: 'beginning' | Piece['kind'] = 'beginning'
  #held: Uint8Array[] = []
  #length = 0
  #head = new LineHead()

  constructor(longest = LONGEST_LINE) {
    this.#longest = longest
  }

  /** The pieces that `chunk` completes. */
  *cut(chunk: Uint8Array): Generator<Piece> {
    for (let start = 0; start < chunk.length;) {
      const lineEnd = chunk.indexOf(LF, start)
      const end = lineEnd < 0 ? chunk.length : lineEnd + 1
      yield* this.#take(chunk.subarray(start, end))
      if (lineEnd >= 0) {
        yield* this.end()
        this.#line++
      }
      start = end
    }
  }

  /** The piece that is still held when nothing more comes. */
  *end(): Generator<Piece> {
    if (this.#length > 0)
      yield this.#piece(this.#state === 'beginning' ? 'print' : this.#state, this.#release())
    this.#state = 'beginning'
    this.#head = new LineHead()
  }

  /** Takes a part of a line. */
  *#take(bytes: Uint8Array): Generator<Piece> {
    if (this.#state === 'beginning') this.#state = this.#head.add(bytes)
    if (this.#state === 'print' || this.#state === 'tail') {
      yield* this.#takePrint(bytes)
      return
    }
    this.#hold(bytes)
    const isHeld = this.#state === 'beginning' || this.#state === 'object'
    if (isHeld && this.#length > this.#longest) this.#state = 'unreadable'
    if (this.#state === 'unreadable') yield this.#piece(this.#state, this.#release())
  }

  /** Takes a part of a line that began as other text. Of several places from where a declaration may go the last one counts. */
  *#takePrint(bytes: Uint8Array): Generator<Piece> {
    const before = this.#lastHeld(LONGEST_HEAD - 1)
    const seen = before.length === 0 ? bytes : Buffer.concat([before, bytes])
    this.#hold(bytes)
    const head = lastHead(seen)
    if (head >= 0) this.#state = 'tail'
    else if (this.#length > this.#longest) this.#state = 'print'
    const start = this.#state === 'print' ? openHead(seen) : head
    if (start < 0) return
    const printed = this.#length - seen.length + start
    const held = this.#release()
    if (printed > 0) yield this.#piece('print', held.subarray(0, printed))
    if (printed < held.length) this.#hold(held.subarray(printed))
  }

  #hold(bytes: Uint8Array): void {
    this.#held.push(bytes)
    this.#length += bytes.length
  }

  /** The last bytes that are held, so many or all. */
  #lastHeld(count: number): Uint8Array {
    if (this.#held.length === 0) return NOTHING
    const last = this.#held.slice(-count).map((part) => part.subarray(-count))
    return Buffer.concat(last).subarray(-count)
  }

  #release(): Uint8Array {
    const [first, ...others] = this.#held
    const bytes = first !== undefined && others.length === 0 ? first : Buffer.concat(this.#held)
    this.#held = []
    this.#length = 0
    return bytes
  }

  #piece(kind: Piece['kind'], bytes: Uint8Array): Piece {
    return { kind, bytes, line: this.#line }
  }
}

const NOTHING = new Uint8Array(0)
const HEADS = PRINTED_HEADS.map((head) => Buffer.from(head))
const LONGEST_HEAD = Math.max(...HEADS.map((head) => head.length))

/** Where the last beginning of what the SDK prints is; negative where there is none. */
function lastHead(bytes: Uint8Array): number {
  let at = bytes.lastIndexOf(OPEN)
  while (at >= 0 && !(bytes[at + 1] === QUOTE && isHead(bytes, at)))
    at = at > 0 ? bytes.lastIndexOf(OPEN, at - 1) : -1
  return at
}

const isHead = (bytes: Uint8Array, at: number): boolean =>
  HEADS.some((head) => head.every((byte, i) => bytes[at + i] === byte))

/** Where bytes end with the first signs of such a beginning; their length where they do not. */
function openHead(bytes: Uint8Array): number {
  const start = bytes.lastIndexOf(OPEN)
  if (start < 0 || bytes.length - start >= LONGEST_HEAD) return bytes.length
  const isOpen = HEADS.some((head) => bytes.subarray(start).every((byte, i) => head[i] === byte))
  return isOpen ? start : bytes.length
}

/** Finds out from the first signs of a line what it may be. White space goes before an object, and before its first field. */
class LineHead {
  #decoder: InstanceType<typeof TextDecoder> | undefined
  #opened = false

  add(bytes: Uint8Array): 'beginning' | Piece['kind'] {
    if (this.#decoder === undefined) {
      const [first, second] = bytes // as nearly all lines begin
      if (first === OPEN && second === QUOTE) return 'object'
      if (first !== undefined && first > 0x20 && first < 0x80 && first !== OPEN) return 'print'
    }
    this.#decoder ??= new TextDecoder('utf-8', { ignoreBOM: true })
    let text = this.#decoder.decode(bytes, { stream: true }).trimStart()
    if (!this.#opened && text.startsWith('{')) {
      this.#opened = true
      text = text.slice(1).trimStart()
    }
    if (text === '') return 'beginning'
    if (!this.#opened) return 'print'
    return text.startsWith('"') || text.startsWith('}') ? 'object' : 'unreadable'
  }
}
