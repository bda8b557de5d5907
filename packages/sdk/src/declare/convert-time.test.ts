import fc from 'fast-check'
import { expect, test } from 'vitest'
import { convertTime } from './convert-time.ts'
import { REFUSED } from './refused.ts'

test.each([
  ['2026-01-02T03:04:05Z', '2026-01-02T03:04:05Z'],
  ['2026-01-02T03:04:05+00:00', '2026-01-02T03:04:05Z'],
  ['2026-01-02T03:04:05+01:30', '2026-01-02T03:04:05+01:30'],
  ['2026-01-02T03:04:05', '2026-01-02T03:04:05'],
  ['2026-01-02T03:04:05.120Z', '2026-01-02T03:04:05.120000Z'],
  ['2026-01-02T03:04:05.000Z', '2026-01-02T03:04:05Z'],
  ['2026-01-02', '2026-01-02T00:00:00'],
  ['2026-01-02 03:04', '2026-01-02T03:04:00'],
  [1_700_000_000, '2023-11-14T22:13:20Z'],
  [1_700_000_000_123, '2023-11-14T22:13:20.123000Z'],
  ['1700000000.5', '2023-11-14T22:13:20.500000Z'],
  [new Date('2026-01-02T03:04:05.120Z'), '2026-01-02T03:04:05.120000Z'],
  [new Date(0), '1970-01-01T00:00:00Z'],
])('convertTime(%j) is %j', (given, printed) => {
  expect(convertTime(given)).toBe(printed)
})

test.each([
  '',
  'yesterday',
  '2026-02-29',
  '2026-01-02T24:00',
  '2026-1-2',
  true,
  NaN,
  new Date(NaN),
  new Date(8.64e15),
  {},
])('convertTime(%j) is refused', (given) => {
  expect(convertTime(given)).toBe(REFUSED)
})

test('convertTime(date) is the same instant, and what it gives stays as it is', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
      (date) => {
        const printed = convertTime(date)
        expect(new Date(String(printed))).toEqual(date)
        expect(convertTime(printed)).toBe(printed)
      },
    ),
  )
})
