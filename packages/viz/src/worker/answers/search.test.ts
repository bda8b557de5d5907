import { expect, test } from 'vitest'
import { feeds, plainRun, thing } from '../plain-run.ts'
import { searcherOf } from './searcher.ts'

const { graph, findings } = await plainRun(
  [
    thing('table', '1', null, 'all_orders'),
    thing('table', '2', null, 'Orders'),
    thing('table', '3', null, 'orders_daily'),
    thing('table', '4', null, 'reorders'),
    thing('table', 'SHOP.x.Größe', null, 'size'),
    thing('table', '__proto__', null, ''),
  ],
  [feeds('1', '2'), feeds('2', '3'), feeds('gone', '4')],
)
const { search } = searcherOf(graph, () => findings)
const names = (text: string): string[] => search(text, 0, 10).rows.map(({ name }) => name)

test('search(text) puts the very name first, then what begins with it, then what has it as a word, then inside', () => {
  expect(names('orders')).toEqual(['Orders', 'orders_daily', 'all_orders', 'reorders'])
})

test('search(text) finds by id too, whatever the case', () => {
  expect(names('GRÖSSE')).toEqual([])
  expect(names('GRÖßE')).toEqual(['size'])
  expect(names('__proto__')).toEqual(['__proto__'])
})

test('search(text) puts what is called so before what only has it in its id', async () => {
  const { graph: shop, findings: none } = await plainRun(
    [thing('table', 's.orders', null, 'orders'), thing('column', 's.orders.id', 's.orders', 'id')],
    [],
  )
  const found = searcherOf(shop, () => none).search('rde', 0, 10)
  expect(found.rows.map(({ name }) => name)).toEqual(['orders', 'id'])
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

test('search(text) finds the same, in the same order, whether a text is typed or pasted', () => {
  const typed = searcherOf(graph, () => findings)
  for (let length = 1; length <= 'orders_d'.length; length++) {
    const text = 'orders_d'.slice(0, length)
    const pasted = searcherOf(graph, () => findings).search(text, 0, 10)
    expect(typed.search(text, 0, 10)).toEqual(pasted)
  }
})

test('search(text) takes a selector for one: hops, types, findings', () => {
  expect(names('1+Orders+1')).toEqual(['all_orders', 'Orders', 'orders_daily'])
  expect(names('type:table,Orders+')).toEqual(['Orders', 'orders_daily'])
  expect(names('finding:error')).toContain('gone')
  expect(search('type:table', 0, 1).isSelector).toBe(true)
  expect(search('orders daily', 0, 1).isSelector).toBe(false)
})

test('search(text) puts of what a selector means the things first, then their columns', async () => {
  const { graph: shop, findings: none } = await plainRun(
    [thing('table', 'a'), thing('column', 'a.x', 'a'), thing('table', 'b'), thing('column', 'b.y', 'b')],
    [feeds('a.x', 'b.y')],
  )
  const found = searcherOf(shop, () => none).search('type:table type:column', 0, 10)
  expect(found.rows.map(({ id }) => id)).toEqual(['a', 'b', 'a.x', 'b.y'])
})

test('search(text) says what is wrong with a selector, unless a name has just that text', () => {
  expect(search('type:nonsense', 0, 1)).toMatchObject({
    total: 0,
    said: expect.stringMatching(/^Nothing is of the type 'nonsense': types are /) as string,
  })
  expect(search('zzz', 0, 1)).toMatchObject({ total: 0, said: '' })
  expect(search('typ:table', 0, 1)).toMatchObject({
    total: 0,
    said: expect.stringMatching(
      /^Nothing is named 'typ:table': before a colon can stand id, title, /,
    ) as string,
  })
})
