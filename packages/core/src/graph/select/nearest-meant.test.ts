import { expect, test } from 'vitest'
import { column, edge, external, graphOf, internal, resource } from '../../../test/run-of.ts'
import { findNode } from './find-node.ts'
import { nearestMeant } from './nearest-meant.ts'
import { parseSelector } from './parse-selector.ts'
import { selectNodes } from './select-nodes.ts'

const shop = await graphOf({
  'run.jsonl': [
    resource('db', 'database', { title: 'warehouse' }),
    resource('t1', 'table', { title: 'orders', schema: 'public', database: 'shop' }),
    resource('t1.total', 'column', { title: 'total', parent_databuilder_id: 't1' }),
    resource('dashboard.42', 'dashboard', { title: 'Sales, 2024' }),
    edge(column('price', 'rates', 'landing'), internal('t1.total')),
    edge(external('rates', 'landing'), internal('undeclared')),
  ],
})

const nearTo = (text: string): string | undefined => {
  const { fault } = findNode(shop, text)
  return fault && nearestMeant(shop, fault)
}
const nearToTerm = (text: string): string | undefined => {
  const { selector } = parseSelector(text)
  const { fault } = selectNodes(shop, selector!, { findings: () => undefined })
  return fault && nearestMeant(shop, fault)
}

test('nearestMeant(graph, fault of a name) finds the id, the title or the parts that were meant', () => {
  expect(nearTo('dashboard.24')).toBe('dashboard.42')
  expect(nearTo('sales 2024')).toBe('Sales, 2024')
  expect(nearTo('Orders')).toBe('orders')
  expect(nearTo('public.ordes')).toBe('public.orders')
  expect(nearTo('shop.pubic.orders')).toBe('shop.public.orders')
  expect(nearTo('orders.totl')).toBe('orders.total')
  expect(nearTo('landng.rates')).toBe('landing.rates')
  expect(nearTo('undeclaredd')).toBe('undeclared')
})

test('nearestMeant(graph, fault) looks among what the condition is about', () => {
  expect(nearToTerm('id:Sales,id:dashboard.24')).toBe(undefined)
  expect(nearToTerm('id:dashboard.24')).toBe('dashboard.42')
  expect(nearToTerm('title:ordes')).toBe('orders')
  expect(nearToTerm('schema:publik')).toBe('public')
  expect(nearToTerm('database:warehous')).toBe('warehouse')
  expect(nearToTerm('type:dashbord')).toBe('dashboard')
})

test('nearestMeant(graph, fault) gives nothing where nothing is near, and nothing that is empty', () => {
  expect(nearTo('something quite different')).toBe(undefined)
  expect(nearToTerm('schema:x')).toBe(undefined)
})

test('nearestMeant(graph, fault of a name) gives what means something', () => {
  for (const slip of ['t11', 'orders.totl', 'pubic.orders', 'landing.ratess', 'landing.rates.prices']) {
    const near = nearTo(slip)!
    expect(findNode(shop, near).fault).toBe(undefined)
  }
})
