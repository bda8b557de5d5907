import { delimiterOf, endOfRow, parseCsvRow, type CsvFields, type QuoteFault } from './csv-row.ts'
import { encodingFaultOf } from './encoding-fault.ts'
import type { EncodingFault } from './input-problem.ts'
import { splitLines, type Lines } from './split-lines.ts'
import { textOfLine } from './text-of-line.ts'

/** A row of a CSV file, which may stand on several lines. */
export interface CsvRow extends Omit<CsvFields, 'fault'> {
  /** Its first line, from 1. */
  readonly line: number
  /** The byte of the file at which its first line begins. */
  readonly offset: number
  /** As it stands in the file, without the line end behind it. */
  readonly text: string
  /** It reaches the end of the file, and nothing ends its line. */
  readonly isOpen: boolean
  readonly encoding: EncodingFault | undefined
  /** What is wrong with its form; the rows around it are read as if nothing were. */
  readonly fault:
    | QuoteFault
    /** In place of a row: a line that is too long to be held, in bytes. */
    | { readonly kind: 'too-long'; readonly length: number }
    | undefined
}

const LF = 10
const BYTE_ORDER_MARK = 3

/** Bytes that are cut into rows at once. */
const PIECE = 1 << 20

/**
 * The rows of a CSV file (RFC 4180), the header among them. Quoted fields, doubled quotes, line breaks inside quotes, either line end, a
 * byte-order mark and a missing last line end are as they should be; empty lines are no rows. A piece of the file is held at a time.
 * Linear in its size.
 */
export async function* csvRows(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<CsvRow> {
  const reader = new CsvReader()
  for await (const lines of splitLines(chunks, PIECE)) yield* reader.take(lines)
  yield* reader.end()
}

/** Cuts lines into rows as they come. A row whose quotes are still open waits for more. */
export class CsvReader {
  #pending: Lines | undefined
  #delimiter: string | undefined
  #linesDone = 0

  /** The character between fields, as the first row has it. */
  get delimiter(): string {
    return this.#delimiter ?? ','
  }

  /** How many lines have come back, as rows or as nothing. */
  get linesDone(): number {
    return this.#linesDone
  }

  /** The rows that end in these lines. Take them all before the next call. */
  *take(lines: Lines): Generator<CsvRow> {
    const { skipped } = lines
    if (skipped === undefined) {
      const { bytes, offset } = this.#pending ? joined(this.#pending, lines) : lines
      this.#pending = undefined
      yield* this.#rows(bytes, offset, false)
    } else {
      yield* this.end()
      const fault = { kind: 'too-long', length: skipped } as const
      const line = ++this.#linesDone
      yield { line, offset: lines.offset, ...NO_TEXT, fault }
    }
  }

  /** The rows that waited for more. */
  *end(): Generator<CsvRow> {
    const pending = this.#pending
    this.#pending = undefined
    if (pending) yield* this.#rows(pending.bytes, pending.offset, true)
  }

  *#rows(bytes: Uint8Array, offset: number, atEnd: boolean): Generator<CsvRow> {
    for (let start = 0, end: number | undefined; start < bytes.length; start = end + 1) {
      const delimiter = this.#delimiter ?? delimiterOf(firstLine(bytes, start))
      const begins = offset + start === 0 && hasByteOrderMark(bytes) ? BYTE_ORDER_MARK : start
      end = endOfRow(bytes, begins, delimiter, atEnd)
      if (end === undefined) {
        this.#pending = { bytes: bytes.subarray(start), offset: offset + start }
        return
      }
      const row = bytes.subarray(start, end)
      const text = textOfLine(row, offset + start)
      const line = this.#linesDone + 1
      this.#linesDone += linesIn(bytes, start, end)
      if (text.trim() === '') continue
      this.#delimiter = delimiter
      const encoding = encodingFaultOf(row, text, offset + start)
      const isOpen = end === bytes.length
      yield { line, offset: offset + start, text, isOpen, encoding, ...parseCsvRow(text, delimiter) }
    }
  }
}

const NO_TEXT = { text: '', fields: [], starts: [], ends: [], isOpen: false, encoding: undefined } as const

function joined(one: Lines, other: Lines): Lines {
  const bytes = new Uint8Array(one.bytes.length + other.bytes.length)
  bytes.set(one.bytes)
  bytes.set(other.bytes, one.bytes.length)
  return { bytes, offset: one.offset }
}

function firstLine(bytes: Uint8Array, start: number): string {
  const end = bytes.indexOf(LF, start)
  return textOfLine(bytes.subarray(start, end < 0 ? bytes.length : end), start)
}

const hasByteOrderMark = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf

function linesIn(bytes: Uint8Array, start: number, end: number): number {
  let lines = 1
  for (let at = bytes.indexOf(LF, start); at >= 0 && at < end; at = bytes.indexOf(LF, at + 1)) lines++
  return lines
}
