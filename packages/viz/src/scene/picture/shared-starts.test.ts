import { expect, test } from 'vitest'
import { sharedStarts } from './shared-starts.ts'

const sharedBy = (titles: string[], box = titles.map(() => -1)): string[] => {
  const shared = sharedStarts({ count: titles.length, titles, box: Int32Array.from(box) })
  return titles.map((title, i) => title.slice(0, shared(i)))
}

test('sharedStarts(things) is as much of a name as the sibling has that is most like it', () => {
  expect(sharedBy(['ven01911.incident', 'ven01911.cmdb_ci', 'ven01911.cmdb', 'orders'])).toEqual([
    'ven01911.',
    'ven01911.cmdb',
    'ven01911.cmdb',
    '',
  ])
  expect(sharedBy(['events1', 'events2', 'raw'])).toEqual(['events', 'events', ''])
})

test('sharedStarts(things) does not compare what stands in different boxes, nor names that are the same', () => {
  expect(sharedBy(['shop.x', 'shop.y'], [0, 1])).toEqual(['', ''])
  expect(sharedBy(['shop.x', 'shop.x'])).toEqual(['', ''])
  expect(sharedBy(['shop.x', 'shop.x', 'shop.y'])).toEqual(['shop.', 'shop.', 'shop.'])
})

test('sharedStarts(things) never ends within a character', () => {
  expect(sharedBy(['shop\u{1F600}', 'shop\u{1F601}'])).toEqual(['shop', 'shop'])
})

test('sharedStarts(things) is nothing where names differ within their first letters', () => {
  expect(sharedBy(['Executive Dashboard', 'Email Performance'])).toEqual(['', ''])
})

test('sharedStarts(things) takes what no run declares as it takes all names', () => {
  expect(sharedBy(['SHOP.raw.refunds_daily', 'gone', 'SHOP.raw.orders'])).toEqual([
    'SHOP.raw.',
    '',
    'SHOP.raw.',
  ])
})
