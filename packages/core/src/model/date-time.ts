/** Years, months and days, then the time and the offset, both where given: what pydantic 2 reads, a blank or `_` for `T` included. */
const DATE_TIME =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt _](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?(?:[Zz]|[+\-\u2212](\d\d):?(\d\d))?)?$/

/** What pydantic 2 takes for seconds or milliseconds since 1970, though it is text: `"2026"` becomes a minute of that year. */
const NUMBER = /^[+-]?\d+(?:\.\d*)?$/

const SHORT_MONTHS: ReadonlySet<number> = new Set([4, 6, 9, 11])

/** Why a text is no date or date-time: it is a number; there is no such date, or no such time or offset; it is written in another way. */
export type DateTimeFault = 'number' | 'no-such-date' | 'no-such-time' | 'other-form'

/** What keeps a text from being an ISO date or date-time that the SDK reads as such; undefined where nothing does. */
export function faultOfDateTime(text: string): DateTimeFault | undefined {
  const match = DATE_TIME.exec(text)
  if (match === null) return NUMBER.test(text) ? 'number' : 'other-form'
  if (!isDate(Number(match[1]), Number(match[2]), Number(match[3]))) return 'no-such-date'
  // A part that is not given is undefined, and NaN is not above anything.
  const isTime = !(Number(match[4]) > 23 || Number(match[5]) > 59 || Number(match[6]) > 59)
  const isOffset = !(Number(match[7]) > 23 || Number(match[8]) > 59)
  return isTime && isOffset ? undefined : 'no-such-time'
}

/** Whether there is such a day. */
export function isDate(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  if (month === 2) return day <= (isLeapYear ? 29 : 28)
  return day <= (SHORT_MONTHS.has(month) ? 30 : 31)
}

/** Beyond it, either way, pydantic takes a number for milliseconds. */
const MOST_SECONDS = 2e10
/** The beginning of year 1 and of year 10000, in seconds: what a Python datetime can hold. */
const FIRST_SECOND = -62135596800
const END_OF_SECONDS = 253402300800

/** The date-time that the SDK makes of a number and prints; undefined where it lies beyond what Python's can hold. */
export function dateTimeOfEpoch(number: number): string | undefined {
  const isSeconds = Math.abs(Math.floor(number)) <= MOST_SECONDS
  const unit = isSeconds ? 1 : 1000
  const whole = Math.floor(number / unit)
  const micros = Math.round((number - whole * unit) * (1_000_000 / unit))
  const seconds = whole + Math.floor(micros / 1_000_000)
  if (!(seconds >= FIRST_SECOND && seconds < END_OF_SECONDS)) return undefined
  const fraction = micros % 1_000_000 === 0 ? '' : `.${String(micros).padStart(6, '0')}`
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}${fraction}Z`
}
