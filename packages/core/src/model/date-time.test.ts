import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateTimeOfEpoch, faultOfDateTime } from './date-time.ts'

// What pydantic 2.13 reads and refuses, tried there one by one.
test.each([
  '2026-01-02',
  '2024-02-29',
  '2000-02-29',
  '0001-01-01',
  '9999-12-31',
  '2026-01-02T03:04',
  '2026-01-02T03:04Z',
  '2026-01-02T03:04:05',
  '2026-01-02 03:04:05',
  '2026-01-02_03:04:05',
  '2026-01-02t03:04:05z',
  '2026-01-02T03:04:05.1',
  '2026-01-02T03:04:05,1',
  '2026-01-02T03:04:05.1234567891234',
  '2026-01-02T03:04:05+01:00',
  '2026-01-02T03:04:05+0100',
  '2026-01-02T03:04:05\u221201:00',
  '2026-01-02T03:04:05-23:59',
])('faultOfDateTime(%j) is undefined: the SDK reads it', (text) => {
  expect(faultOfDateTime(text)).toBeUndefined()
})

test.each([
  ['2026-02-29', 'no-such-date'],
  ['1900-02-29', 'no-such-date'],
  ['2026-04-31', 'no-such-date'],
  ['2026-13-01', 'no-such-date'],
  ['2026-00-01', 'no-such-date'],
  ['2026-01-00', 'no-such-date'],
  ['0000-01-01', 'no-such-date'],
  ['2026-01-02T24:00:00', 'no-such-time'],
  ['2026-01-02T23:60', 'no-such-time'],
  ['2026-01-02T23:59:60', 'no-such-time'],
  ['2026-01-02T03:04:05+24:00', 'no-such-time'],
  ['2026-01-02T03:04:05+23:60', 'no-such-time'],
  ['', 'other-form'],
  ['yesterday', 'other-form'],
  ['2026-01', 'other-form'],
  ['2026-1-2', 'other-form'],
  ['2026-002', 'other-form'],
  ['2026-W01-1', 'other-form'],
  ['2026/01/02', 'other-form'],
  ['10000-01-01', 'other-form'],
  ['-2026-01-02', 'other-form'],
  ['2026-01-02Z', 'other-form'],
  ['2026-01-02T', 'other-form'],
  ['2026-01-02T03', 'other-form'],
  ['2026-01-02T3:04', 'other-form'],
  ['2026-01-02T03:04:05.', 'other-form'],
  ['2026-01-02T03:04:05+01', 'other-form'],
  ['2026-01-02T03:04:05 Z', 'other-form'],
  ['2026-01-02T03:04:05Z[UTC]', 'other-form'],
  ['20260102T030405Z', 'other-form'],
  ['2026-01-02\n', 'other-form'],
  [' 2026-01-02', 'other-form'],
  ['٢٠٢٦-01-02', 'other-form'],
  ['1e9', 'other-form'],
  ['2026', 'number'],
  ['20260102', 'number'],
  ['1700000000', 'number'],
  ['1700000000.5', 'number'],
  ['-1', 'number'],
])('faultOfDateTime(%j) is %s', (text, fault) => {
  expect(faultOfDateTime(text)).toBe(fault)
})

test('faultOfDateTime(text) knows every date of the calendar, and no other', () => {
  const digits = (value: number, length: number): string => String(value).padStart(length, '0')
  const part = (max: number) => fc.integer({ min: 0, max })
  fc.assert(
    fc.property(part(9999), part(13), part(32), (year, month, day) => {
      const date = new Date(0)
      date.setUTCFullYear(year, month - 1, day)
      const isReal =
        year > 0 &&
        date.getUTCFullYear() === year &&
        date.getUTCMonth() === month - 1 &&
        date.getUTCDate() === day
      const text = `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`
      expect(faultOfDateTime(text)).toBe(isReal ? undefined : 'no-such-date')
    }),
    { numRuns: 2000 },
  )
})

test.each([
  [0, '1970-01-01T00:00:00Z'],
  [-1, '1969-12-31T23:59:59Z'],
  [1700000000, '2023-11-14T22:13:20Z'],
  [1700000000.5, '2023-11-14T22:13:20.500000Z'],
  [1700000000.1234567, '2023-11-14T22:13:20.123457Z'],
  [1.9999999, '1970-01-01T00:00:02Z'],
  [1700000000000, '2023-11-14T22:13:20Z'],
  [20000000000, '2603-10-11T11:33:20Z'],
  [20000000001, '1970-08-20T11:33:20.001000Z'],
  [-20000000000, '1336-03-23T12:26:40Z'],
  [-20000000001, '1969-05-14T12:26:39.999000Z'],
  [-20000000000.5, '1969-05-14T12:26:39.999500Z'],
  [253402300799000, '9999-12-31T23:59:59Z'],
  [253402300800000, undefined],
  [-62135596800000, '0001-01-01T00:00:00Z'],
  [-62135596801000, undefined],
  [1e300, undefined],
  [Infinity, undefined],
])('dateTimeOfEpoch(%d) is %s, as the SDK prints it', (number, text) => {
  expect(dateTimeOfEpoch(number)).toBe(text)
})
