import { expect, test } from 'vitest'
import { tellingAmong, tellingThings } from './telling.ts'

const sharedBy = (titles: string[], box = titles.map(() => -1)): string[] => {
  const telling = tellingThings({ count: titles.length, titles, box: Int32Array.from(box) })
  return titles.map((title, i) => title.slice(0, telling(i)?.shared ?? 0))
}

test('tellingThings(things) knows how much of a name the sibling has that is most like it', () => {
  expect(sharedBy(['ven01911.incident', 'ven01911.cmdb_ci', 'ven01911.cmdb', 'orders'])).toEqual([
    'ven01911.',
    'ven01911.cmdb',
    'ven01911.cmdb',
    '',
  ])
  expect(sharedBy(['events1', 'events2', 'raw'])).toEqual(['events', 'events', ''])
})

test('tellingThings(things) does not compare what stands in different boxes, nor names that are the same', () => {
  expect(sharedBy(['shop.x', 'shop.y'], [0, 1])).toEqual(['', ''])
  expect(sharedBy(['shop.x', 'shop.x'])).toEqual(['', ''])
  expect(sharedBy(['shop.x', 'shop.x', 'shop.y'])).toEqual(['shop.', 'shop.', 'shop.'])
})

test('tellingThings(things) is null where names differ within their first letters', () => {
  expect(
    tellingThings({
      count: 2,
      titles: ['Executive Dashboard', 'Email Performance'],
      box: Int32Array.of(-1, -1),
    })(0),
  ).toBe(null)
})

test('tellingAmong(names) asks of a cut that no other name has both its beginning and its word', () => {
  const names = ['acute__grain', 'acute__claims', 'ambulance__grain', 'ambulance__claims']
  const cuts = tellingAmong(names)('acute__grain')!.cuts()
  expect(cuts).toContainEqual(expect.objectContaining({ start: 2, from: 7, to: 12 }))
  expect(cuts.every(({ start }) => start >= 2)).toBe(true)
})

test('tellingAmong(names) compares a name with the 60 before and after it in the alphabet, however many there are', () => {
  const isTold = (between: number): boolean =>
    tellingAmong([
      ...['aaa_one_end', 'aaa_two_end', 'zzz_one_end'],
      ...Array.from({ length: between }, (_, i) => `table_${i}`),
    ])('aaa_one_end')!
      .cuts()
      .some(({ start, from }) => start === 0 && from === 4)
  expect([isTold(50), isTold(100_000)]).toEqual([false, true])
})
