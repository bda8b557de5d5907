import { expect, test } from 'vitest'
import { cutText, fitterOf } from './cut-text.ts'

const tenEach = (text: string): number => [...text].length * 10

test('cutText(…) leaves a text that fits, and cuts one that does not with an ellipsis', () => {
  expect(cutText('orders', 60, 400, tenEach)).toBe('orders')
  expect(cutText('orders_daily', 60, 400, tenEach)).toBe('order…')
})

test('cutText(…) leaves no blank before the ellipsis, and nothing at all where not one letter fits', () => {
  expect(cutText('net revenue', 50, 400, tenEach)).toBe('net…')
  expect(cutText('orders', 15, 400, tenEach)).toBe('')
})

test('cutText(…) never cuts a letter in two', () => {
  expect(cutText('👩👩👩👩', 30, 400, tenEach)).toBe('👩👩…')
})

test('fitterOf(measure) measures each text and weight once, and enlarges in proportion', () => {
  let asked = 0
  const { width } = fitterOf((text) => (asked++, tenEach(text)))
  expect([width('ab', 12, 400), width('ab', 24, 400), width('ab', 12, 600)]).toEqual([20, 40, 20])
  expect(asked).toBe(2)
})

test('fitterOf(measure) cuts at the same letter at all scales', () => {
  const { fit } = fitterOf(tenEach)
  const at = (k: number): string => fit('orders_daily', 61 * k, 12 * k, 400)
  expect([at(1), at(1.37), at(2.9)]).toEqual(['order…', 'order…', 'order…'])
})

test('cutText(…, shared) cuts at the end where that tells a text from the one that begins alike', () => {
  const cut = (text: string, width: number, shared: number): string =>
    cutText(text, width, 600, (one) => [...one].length, shared)
  expect(cut('marketo.campaignstable', 14, 'marketo.'.length)).toBe('marketo.campa…')
  expect(cut('dim_address_clean_all', 18, 'dim_address_cl'.length)).toBe('dim_address_clean…')
  expect(cut('Customer Payment Query', 8, 'Custom'.length)).toBe('Custome…')
  expect(cut('refunds.daily', 10, 0)).toBe('refunds.d…')
})

test('cutText(…, shared) keeps what tells a text from one that would read the same, and as much of its beginning as there is room for', () => {
  const cut = (text: string, width: number, shared: number): string =>
    cutText(text, width, 400, (one) => [...one].length, shared)
  expect(cut('ven01911.incident', 12, 'ven01911.inc'.length)).toBe('ven…incident')
  expect(cut('ven01911.incident', 7, 'ven01911.inc'.length)).toBe('…incid…')
  expect(cut('ven01911.incident', 5, 'ven01911.inc'.length)).toBe('ven0…')
  expect(cut('ven01911.incident', 9, 'ven01911.'.length)).toBe('…incident')
  expect(cut('ven01911.incident', 8, 'ven01911.'.length)).toBe('…incide…')
  expect(cut('ven01911.incident', 1, 'ven01911.'.length)).toBe('')
})

test('cutText(…, shared) keeps the last word, or its number, of a text that another begins with or differs from in that', () => {
  const cut = (text: string, shared: string): string =>
    cutText(text, 14, 600, (one) => one.length, shared.length)
  expect(cut('marketo.activity1', 'marketo.activity1')).toBe('marketo.acti…1')
  expect(cut('marketo.activity11', 'marketo.activity1')).toBe('marketo.act…11')
  expect(cut('mistakes.no_schema_2', 'mistakes.no_schema_')).toBe('mistakes.no_…2')
})

test('cutText(…, shared) never begins within a word: what tells is read from the beginning of its word on, or not at all', () => {
  const cut = (text: string, width: number, shared: number) =>
    cutText(text, width, 600, (one) => [...one].length, shared)
  expect(cut('Customer Payment Query', 7, 6)).toBe('Custom…')
  expect(cut('all customer payments', 11, 10)).toBe('…customer…')
  expect(cut('all customer payments', 6, 10)).toBe('all c…')
})
