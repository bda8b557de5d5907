import { expect, test } from 'vitest'
import { ROLES } from './picture.ts'
import { tellingParts } from './telling-parts.ts'

const partsOf = (
  titles: string[],
  box = titles.map(() => -1),
  role: (typeof ROLES)[number] = 'declared',
): string[] => {
  const tellingFrom = tellingParts({
    ...{ count: titles.length, titles, box: Int32Array.from(box) },
    roles: new Uint8Array(titles.length).fill(ROLES.indexOf(role)),
  })
  return titles.map((title, i) => title.slice(tellingFrom(i)))
}

test('tellingParts(things) begins at the word in which a name differs from the sibling that is most like it', () => {
  expect(partsOf(['ven01911.incident', 'ven01911.cmdb_ci', 'ven01911.cmdb', 'orders'])).toEqual([
    'incident',
    'cmdb_ci',
    'cmdb',
    'orders',
  ])
  expect(partsOf(['events1', 'events2', 'raw'])).toEqual(['1', '2', 'raw'])
})

test('tellingParts(things) does not compare what stands in different boxes, nor names that are the same', () => {
  expect(partsOf(['a.x', 'a.y'], [0, 1])).toEqual(['a.x', 'a.y'])
  expect(partsOf(['a.x', 'a.x'])).toEqual(['a.x', 'a.x'])
  expect(partsOf(['a.x', 'a.x', 'a.y'])).toEqual(['x', 'x', 'y'])
})

test('tellingParts(things) never begins within a character', () => {
  expect(partsOf(['shop\u{1F600}', 'shop\u{1F601}'])).toEqual(['\u{1F600}', '\u{1F601}'])
})

test('tellingParts(…) begins at the number in which names that are alike but for it differ', () => {
  const names = ['marketo.activity6', 'marketo.activity7', 'marketo.activity10', 'marketo.activity11']
  expect(partsOf(names)).toEqual(['6', '7', '10', '11'])
  expect(partsOf(['visits1', 'visits10'])).toEqual(['1', '10'])
})

test('tellingParts(…) leaves names whole that differ within their first letters', () => {
  expect(partsOf(['Executive Dashboard', 'Email Performance'])).toEqual([
    'Executive Dashboard',
    'Email Performance',
  ])
})

test('tellingParts(…) begins at the last part of what no run declares: its name is where it is said to be, and then what it is', () => {
  expect(partsOf(['SHOP.raw.refunds_daily', 'gone', 'ends.'], [-1, -1, -1], 'ghost')).toEqual([
    'refunds_daily',
    'gone',
    'ends.',
  ])
  expect(partsOf(['SHOP.raw.refunds'], [-1], 'outside')).toEqual(['refunds'])
  expect(partsOf(['Sales vs. plan'])).toEqual(['Sales vs. plan'])
})
