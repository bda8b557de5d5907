import { expect, test } from 'vitest'
import type { Named } from '../worker/names/named.ts'
import { toldApart } from './told-apart.ts'

const column = (within: string, name: string): Named => ({
  ...{ key: `id:${within}.${name}`, name, within, sort: 'column' },
})

test('toldApart(…) names the table of a column where another has the same name', () => {
  const all = [column('stg_orders', 'order_id'), column('orders', 'order_id'), column('orders', 'amount')]
  expect(toldApart(all)).toEqual(['stg_orders.order_id', 'orders.order_id', 'amount'])
})

test('toldApart(…) leaves a name that only one has, however often that is named', () => {
  const one = column('orders', 'order_id')
  expect(toldApart([one, column('orders', 'amount'), one])).toEqual(['order_id', 'amount', 'order_id'])
})
