import { expect, test } from 'vitest'
import { plainRun, thing } from './plain-run.ts'
import { searcherOf } from './search.ts'

const { graph } = await plainRun(
  [
    thing('table', '1', null, 'all_orders'),
    thing('table', '2', null, 'Orders'),
    thing('table', '3', null, 'orders_daily'),
    thing('table', '4', null, 'reorders'),
    thing('table', 'SHOP.x.Größe', null, 'size'),
    thing('table', '__proto__', null, ''),
  ],
  [],
)
const { search } = searcherOf(graph)
const names = (text: string): string[] => search(text, 0, 10).rows.map(({ name }) => name)

test('search(text) puts the very name first, then what begins with it, then what has it as a word, then inside', () => {
  expect(names('orders')).toEqual(['Orders', 'orders_daily', 'all_orders', 'reorders'])
})

test('search(text) finds by id too, whatever the case', () => {
  expect(names('GRÖSSE')).toEqual([])
  expect(names('GRÖßE')).toEqual(['size'])
  expect(names('__proto__')).toEqual(['__proto__'])
})

test('search(text) takes letters with others between them only where nothing else is found', () => {
  expect(names('ordly')).toEqual(['orders_daily'])
  expect(names('zzz')).toEqual([])
  expect(names('  ')).toEqual([])
})

test('search(text, from, count) gives a part, and how many there are in all', () => {
  expect(search('orders', 1, 2)).toMatchObject({
    from: 1,
    total: 4,
    rows: [{ name: 'orders_daily' }, { name: 'all_orders' }],
  })
})
