import type { Dialect } from './dialects.ts'
import type { QueryWarning } from './query-warning.ts'

/** A text while it is cut into tokens, and what keeps that linear: a text is not searched twice for the same thing. */
export interface Scan {
  readonly text: string
  readonly dialect: Dialect
  readonly warnings: QueryWarning[]
  /** What `find` found last: from `from` on, `closer` stands first at `at`, or nowhere if that is -1. */
  readonly found: Map<string, { readonly from: number; readonly at: number }>
  /** Readings of the text that led to its end once, and are not tried again. */
  readonly abandoned: Set<'nested comments' | 'dollar quotes' | 'quotes in templates'>
}

export const scanOf = (text: string, dialect: Dialect): Scan => ({
  text,
  dialect,
  warnings: [],
  found: new Map(),
  abandoned: new Set(),
})

/** Where `closer` stands first at or after `from`, or -1. Going forward, every part of the text is searched once. */
export function find({ text, found }: Scan, closer: string, from: number): number {
  const last = found.get(closer)
  if (last && last.from <= from && (last.at < 0 || from <= last.at)) return last.at
  const at = text.indexOf(closer, from)
  found.set(closer, { from, at })
  return at
}
/** The offset behind `pattern`, which is sticky, where it matches at `at`; else undefined. */
export function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}

/** White space in the wide sense: control characters, no-break and zero-width ones, the byte-order mark. */
export function isBlank(code: number): boolean {
  if (code <= 0x20 || (code >= 0x7f && code <= 0xa0)) return true
  if (code < 0x1680) return false
  return (
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x3000 ||
    code === 0xfeff ||
    code === 0x1680 ||
    code === 0x180e ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x2060
  )
}

/** Letters, digits, `_`, `$` and everything beyond ASCII that is no blank. */
export function isWordUnit(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    isDigit(code) ||
    code === 0x5f ||
    code === 0x24 ||
    (code > 0x7f && !isBlank(code))
  )
}

export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

/** Is there nothing but blanks between `at` and the beginning of its line? */
export function beginsLine(text: string, at: number): boolean {
  for (let before = at - 1; before >= 0; before--) {
    const code = text.charCodeAt(before)
    if (code === 0x0a || code === 0x0d) return true
    if (!isBlank(code)) return false
  }
  return true
}

const LINE_BREAK = /[\r\n]/g

/** The offset of the next line break, or of the text's end. */
export function endOfLine(text: string, from: number): number {
  LINE_BREAK.lastIndex = from
  return LINE_BREAK.test(text) ? LINE_BREAK.lastIndex - 1 : text.length
}

const REST_OF_LINE = /[ \t]*(?:\d+[ \t]*)?(?=[\r\n]|$)/y

/** Does nothing stand on the line but what is between the offsets, and a number behind it? */
export const isAloneOnLine = (text: string, start: number, end: number): boolean =>
  beginsLine(text, start) && matchEnd(REST_OF_LINE, text, end) !== undefined
