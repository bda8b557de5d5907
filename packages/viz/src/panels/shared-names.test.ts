import { expect, test } from 'vitest'
import { sharedNames } from './shared-names.ts'

/** Of each row what of its name a sibling has too. */
const sharedOf = (...rows: readonly (readonly [depth: number, name: string])[]): string[] =>
  sharedNames(rows.map(([depth, name]) => ({ depth, name }))).map((length, row) =>
    rows[row]![1].slice(0, length),
  )

test('sharedNames(rows) compares what is in one thing, whatever stands between', () => {
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

test('sharedNames(rows) takes rows for siblings of which nothing around them is there', () => {
  expect(sharedOf([2, 'orders_2024'], [2, 'orders_2025'], [1, 'staging'], [2, 'orders_2026'])).toEqual([
    'orders_202',
    'orders_202',
    '',
    '',
  ])
  expect(sharedOf()).toEqual([])
})
