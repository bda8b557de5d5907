import { expect, test } from 'vitest'
import { tellingRows } from './telling-rows.ts'

/** Of each row what of the beginning of its name a sibling has too. */
const sharedOf = (...rows: readonly (readonly [depth: number, name: string])[]): string[] =>
  tellingRows(rows.map(([depth, name]) => ({ depth, name }))).map((telling, row) =>
    rows[row]![1].slice(0, telling?.shared ?? 0),
  )

test('tellingRows(rows) compares what is in one thing, whatever stands between', () => {
  expect(
    sharedOf(
      ...([
        [0, 'raw'],
        [1, 'orders_2024'],
        [0, 'staging'],
        [1, 'orders_2025'],
        [2, 'orders_2025_id'],
        [1, 'orders_2026'],
      ] as const),
    ),
  ).toEqual(['', '', '', 'orders_202', '', 'orders_202'])
})

test('tellingRows(rows) takes rows for siblings of which nothing around them is there', () => {
  expect(sharedOf([2, 'orders_2024'], [2, 'orders_2025'], [1, 'staging'], [2, 'orders_2026'])).toEqual([
    'orders_202',
    'orders_202',
    '',
    '',
  ])
  expect(sharedOf()).toEqual([])
})
