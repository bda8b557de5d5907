import { HOLE } from '../../src/source/folded/section.ts'

/** A record with more values is held as it is: no two of such a shape are likely. */
export const MOST_VALUES = 256

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COLON = 0x3a
const BLANK = 0x20
const HOLE_SIGN = String.fromCharCode(HOLE)

/**
 * A line without its values, and these: what stands between quotes, keys aside, and every run of digits that stands outside of them. It is
 * no parser: whatever the line holds, its values put into the holes of its shape are the line. Undefined for a line that holds the sign of
 * a hole itself.
 */
export function cutLine(
  line: string,
): { readonly shape: string; readonly values: readonly string[] } | undefined {
  if (line.includes(HOLE_SIGN)) return undefined
  const values: string[] = []
  let shape = ''
  /** Where what belongs to the shape begins. */
  let from = 0
  const cut = (start: number, end: number): void => {
    shape += line.slice(from, start) + HOLE_SIGN
    values.push(line.slice(start, end))
    from = end
  }
  for (let at = 0; at < line.length && values.length <= MOST_VALUES;) {
    const unit = line.charCodeAt(at)
    if (unit === QUOTE) {
      const end = endOfString(line, at + 1)
      if (end < 0) break
      if (!isBeforeColon(line, end + 1)) cut(at + 1, end)
      at = end + 1
    } else if (isDigit(unit)) {
      let end = at + 1
      while (isDigit(line.charCodeAt(end))) end++
      cut(at, end)
      at = end
    } else at++
  }
  return { shape: shape + line.slice(from), values }
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39

/** Where the quote stands that ends a string, or -1. */
function endOfString(line: string, from: number): number {
  for (let at = from; at < line.length; at++) {
    const unit = line.charCodeAt(at)
    if (unit === QUOTE) return at
    if (unit === BACKSLASH) at++
  }
  return -1
}

function isBeforeColon(line: string, from: number): boolean {
  let at = from
  while (line.charCodeAt(at) === BLANK) at++
  return line.charCodeAt(at) === COLON
}
