import { REFUSED } from './refused.ts'

/** An epoch beyond this is in milliseconds, as pydantic has it. */
const LAST_SECOND = 20_000_000_000
const EPOCH_TEXT = /^[+-]?(\d+\.?\d*|\.\d+)$/
const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt _](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?(?:([Zz])|([+\-\u2212])(\d\d):?(\d\d))?)?$/

/**
 * A time as the Python SDK prints it: ISO 8601, `Z` for UTC, another offset as it is, none where none was given; a fraction has
 * six digits and goes where it is zero; a bare date is its midnight. Also takes a Date, and epoch seconds or milliseconds.
 */
export function convertTime(value: unknown): string | typeof REFUSED {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? REFUSED : fromText(value.toISOString())
  if (typeof value === 'bigint') return fromNumber(Number(value))
  if (typeof value === 'number') return fromNumber(value)
  if (typeof value !== 'string') return REFUSED
  return EPOCH_TEXT.test(value) ? fromEpoch(Number(value)) : fromText(value)
}

function fromText(text: string): string | typeof REFUSED {
  const match = ISO.exec(text)
  if (!match) return REFUSED
  const [, year = '', month = '', day = '', hour = '00', minute = '00', second = '00'] = match
  const [fraction = '', zulu, sign, offsetHour = '00', offsetMinute = '00'] = match.slice(7)
  if (!isDate(Number(year), Number(month), Number(day))) return REFUSED
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return REFUSED
  if (Number(offsetHour) > 23 || Number(offsetMinute) > 59) return REFUSED
  const offset = sign && `${sign === '+' ? '+' : '-'}${offsetHour}:${offsetMinute}`
  const isUtc = zulu !== undefined || offset?.slice(1) === '00:00'
  const micros = fraction.slice(0, 6).padEnd(6, '0')
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${dotted(micros)}${isUtc ? 'Z' : (offset ?? '')}`
}

function isDate(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return day <= (month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31)
}

/** pydantic goes down to the whole number and adds the fraction: -1.25 is -1.75 to it. The twin does the same. */
const fromNumber = (epoch: number): string | typeof REFUSED =>
  fromEpoch(Math.floor(epoch) + Math.abs(epoch % 1))

function fromEpoch(epoch: number): string | typeof REFUSED {
  if (!Number.isFinite(epoch)) return REFUSED
  const unit = Math.abs(epoch) > LAST_SECOND ? 1000 : 1 // to a second
  let seconds = Math.floor(epoch / unit)
  let micros = Math.round(((epoch - seconds * unit) * 1_000_000) / unit)
  if (micros === 1_000_000) [seconds, micros] = [seconds + 1, 0]
  const date = new Date(seconds * 1000)
  if (Number.isNaN(date.getTime())) return REFUSED
  const year = date.getUTCFullYear()
  if (year < 1 || year > 9999) return REFUSED
  return `${date.toISOString().slice(0, 19)}${dotted(String(micros).padStart(6, '0'))}Z`
}

const dotted = (micros: string): string => (micros === '000000' ? '' : `.${micros}`)
