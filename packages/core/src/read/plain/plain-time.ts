import { isDate } from '../../model/date-time.ts'

const MINUS = 0x2d
const PLUS = 0x2b
const COLON = 0x3a
const POINT = 0x2e
const CAPITAL_T = 0x54
const CAPITAL_Z = 0x5a

/**
 * Whether a text is a time as Python's isoformat and the SDK write it, `2026-01-31T09:30:00.120000+01:00`, or a date. No to a text that is
 * a time in another form: `faultOfDateTime` knows them all.
 */
export function isPlainTime(bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start
  if (length < 10 || bytes[start + 4] !== MINUS || bytes[start + 7] !== MINUS) return false
  const century = twoDigits(bytes, start)
  const year = twoDigits(bytes, start + 2)
  const month = twoDigits(bytes, start + 5)
  const day = twoDigits(bytes, start + 8)
  if (century < 0 || year < 0 || month < 0 || day < 0 || !isDate(century * 100 + year, month, day))
    return false
  if (length === 10) return true

  if (length < 19 || bytes[start + 10] !== CAPITAL_T) return false
  if (bytes[start + 13] !== COLON || bytes[start + 16] !== COLON) return false
  if (!isBelow(24, bytes, start + 11) || !isBelow(60, bytes, start + 14) || !isBelow(60, bytes, start + 17))
    return false
  let at = start + 19
  if (at < end && bytes[at] === POINT) {
    const first = ++at
    while (at < end && isDigit(bytes[at]!)) at++
    if (at === first) return false
  }
  if (at === end) return true
  if (bytes[at] === CAPITAL_Z) return at + 1 === end
  if (bytes[at] !== PLUS && bytes[at] !== MINUS) return false
  return at + 6 === end && bytes[at + 3] === COLON && isBelow(24, bytes, at + 1) && isBelow(60, bytes, at + 4)
}

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39

/** The number that two digits make, or -1. */
function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]!
  const ones = bytes[at + 1]!
  return isDigit(tens) && isDigit(ones) ? (tens - 0x30) * 10 + (ones - 0x30) : -1
}

function isBelow(limit: number, bytes: Uint8Array, at: number): boolean {
  const number = twoDigits(bytes, at)
  return number >= 0 && number < limit
}
