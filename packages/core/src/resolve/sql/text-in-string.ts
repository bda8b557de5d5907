import type { Dialect } from './dialects.ts'

/** What a string says, and where in the string as it is written each unit of that stands. */
export interface TextInString {
  readonly text: string
  /** From an offset in `text` to the one in what is written, which can hold escapes. */
  readonly placeOf: (offset: number) => number
}

/** Undoes the quoting of a string: `'it''s'`, `N'it\'s'`, `$$it's$$`. */
export function textInString(written: string, dialect: Dialect): TextInString {
  const tag = /^\$[^$]*\$/.exec(written)?.[0]
  if (tag !== undefined) {
    const text = written.slice(tag.length, Math.max(tag.length, written.length - tag.length))
    return { text, placeOf: (offset) => tag.length + offset }
  }
  const from = written.search(/['"]/) + 1
  const quote = written.charAt(from - 1)
  const to = Math.max(from, written.endsWith(quote) ? written.length - 1 : written.length)
  const guards = dialect.backslash["'"] === 'plain' ? [quote] : [quote, '\\']
  const offsets = new Uint32Array(to - from + 1)
  const units: string[] = []
  for (let at = from; at < to; at++) {
    offsets[units.length] = at
    const next = at + 1 < to ? written.charAt(at + 1) : ''
    const isEscape = guards.includes(written.charAt(at)) && (next === quote || next === '\\')
    if (isEscape) at++
    units.push(written.charAt(at))
  }
  offsets[units.length] = to
  return { text: units.join(''), placeOf: (offset) => offsets[offset] ?? to }
}
