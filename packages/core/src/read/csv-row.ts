/** The fields of a row, and where each stands in its text, quotes included: UTF-16 from 0, `ends` exclusive. */
export interface CsvFields {
  readonly fields: readonly string[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly fault: QuoteFault | undefined
}

/** What is wrong with the quotes of a field. It is read as well as it can be. */
export interface QuoteFault {
  /**
   * A quote that nothing closes: the row ends with its line, and the quote is passed over. Or text between the closing quote and the
   * next delimiter: it is a part of the field.
   */
  readonly kind: 'unclosed-quote' | 'text-after-quote'
  /** The index of the field. */
  readonly field: number
}

const LF = 10
const CR = 13
const QUOTE = 34

/** How far a row may go on over further lines, in bytes. A quote that is open for longer was never closed. */
export const LONGEST_ROW = 16 << 20

const DELIMITERS = [',', ';', '\t', '|']

/** The character between the fields of a header: the one that it has most of, a comma where it has none. */
export function delimiterOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '')
  const count = (delimiter: string): number => bare.split(delimiter).length
  return DELIMITERS.reduce((most, delimiter) => (count(delimiter) > count(most) ? delimiter : most))
}

/** Cuts the text of a row into its fields (RFC 4180). */
export function parseCsvRow(text: string, delimiter: string): CsvFields {
  const fields: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let fault: QuoteFault | undefined
  const stopAfter = (from: number): number => {
    const found = text.indexOf(delimiter, from)
    return found < 0 ? text.length : found
  }
  for (let start = 0, end: number; start <= text.length; start = end + 1) {
    let field: string
    const close = text[start] === '"' ? closingQuote(text, start) : undefined
    if (close === undefined) {
      end = stopAfter(start)
      field = text.slice(start, end)
    } else if (close < 0) {
      end = stopAfter(start)
      field = text.slice(start + 1, end)
      fault ??= { kind: 'unclosed-quote', field: fields.length }
    } else {
      end = stopAfter(close + 1)
      field = text.slice(start + 1, close).replaceAll('""', '"') + text.slice(close + 1, end)
      if (end > close + 1) fault ??= { kind: 'text-after-quote', field: fields.length }
    }
    fields.push(field)
    starts.push(start)
    ends.push(end)
  }
  return { fields, starts, ends, fault }
}

function closingQuote(text: string, open: number): number {
  let at = text.indexOf('"', open + 1)
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at
}

/**
 * Where the row that begins at `start` ends: at a line end, or at the end of the bytes. A quoted field goes on over line ends only where a
 * quote that a delimiter or a line end follows closes it: else that quote belongs to another field, and ours was never closed. Then
 * the row ends with the line of the opening quote, so that it swallows no other.
 * @param bytes whole lines.
 * @param atEnd whether nothing comes behind them. If something does, and a quote is still open, the answer is undefined.
 */
export function endOfRow(
  bytes: Uint8Array,
  start: number,
  delimiter: string,
  atEnd: boolean,
): number | undefined {
  const lineEnd = indexOrEnd(bytes, LF, start)
  if (!bytes.subarray(start, lineEnd).includes(QUOTE)) return lineEnd

  const mark = delimiter.charCodeAt(0)
  for (let at = start; ; at++) {
    if (bytes[at] === QUOTE) {
      const ownLineEnd = indexOrEnd(bytes, LF, at)
      const close = closingQuoteIn(bytes, at)
      if (close === undefined && !atEnd && bytes.length - start <= LONGEST_ROW) return undefined
      if (close === undefined || close - start > LONGEST_ROW) return ownLineEnd
      if (close > ownLineEnd && !isFieldEnd(bytes, close + 1, mark)) return ownLineEnd
      at = close + 1
    }
    while (at < bytes.length && bytes[at] !== mark && bytes[at] !== LF) at++
    if (bytes[at] !== mark) return at
  }
}

function closingQuoteIn(bytes: Uint8Array, open: number): number | undefined {
  let at = bytes.indexOf(QUOTE, open + 1)
  while (at >= 0 && bytes[at + 1] === QUOTE) at = bytes.indexOf(QUOTE, at + 2)
  return at < 0 ? undefined : at
}

function isFieldEnd(bytes: Uint8Array, at: number, mark: number): boolean {
  const next = bytes[bytes[at] === CR ? at + 1 : at]
  return bytes[at] === mark || next === LF || next === undefined
}

function indexOrEnd(bytes: Uint8Array, byte: number, from: number): number {
  const found = bytes.indexOf(byte, from)
  return found < 0 ? bytes.length : found
}
