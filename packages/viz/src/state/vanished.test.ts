import { expect, test } from 'vitest'
import { keepKnown } from './actions.ts'
import { vanishedText } from './vanished.ts'
import { FIRST_VIEW, type View } from './view.ts'

const view: View = {
  ...FIRST_VIEW,
  kind: 'lineage',
  focus: 'id:a',
  selection: ['id:a', 'id:b'],
  opened: ['id:c', 'outside:'],
  hide: ['id:d'],
}

test('vanishedText(before, after) names what has gone, and how many more', () => {
  const after = (kept: readonly string[]): string =>
    vanishedText(
      view,
      keepKnown(view, (key) => kept.includes(key)),
    )
  expect(after(['id:a', 'id:b', 'id:c', 'id:d', 'outside:'])).toBe('')
  expect(after(['id:b', 'id:c', 'id:d', 'outside:'])).toBe('Not in this run, and left out of the view: a.')
  expect(after([])).toBe('Not in this run, and left out of the view: a, b, c and 2 more.')
})

test('vanishedText(before, after) tells a name to its end, and of a very long one that there is more', () => {
  const urn =
    'urn:li:dataset:(urn:li:dataPlatform:snowflake,warehouse.analytics.fct_orders_daily_snapshot,PROD)'
  const told = (id: string): string => vanishedText({ ...FIRST_VIEW, focus: `id:${id}` }, FIRST_VIEW)
  expect(told(urn)).toBe(`Not in this run, and left out of the view: ${urn}.`)
  expect(told('n'.repeat(300))).toBe(`Not in this run, and left out of the view: ${'n'.repeat(200)}….`)
})
