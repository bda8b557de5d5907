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

test('cutText(…, tellingFrom) keeps what tells a text from others, and as much of its beginning as there is room for', () => {
  const cut = (text: string, width: number, from: number) =>
    cutText(text, width, 400, (t) => [...t].length, from)
  expect(cut('ven01911.incident', 12, 9)).toBe('ven…incident')
  expect(cut('ven01911.incident', 7, 9)).toBe('…incid…')
  expect(cut('dim_address_clean_all', 18, 12)).toBe('dim_address_clean…')
  expect(cut('ven01911.incident', 1, 9)).toBe('')
})

test('cutText(…, tellingFrom) keeps the whole word that tells a text from others: they may differ in its last letter', () => {
  const cut = (text: string): string => cutText(text, 14, 600, (one) => one.length, 8)
  expect(cut('marketo.activity10')).toBe('mar…activity10')
  expect(cut('marketo.activity11')).toBe('mar…activity11')
})

test('cutText(…, tellingFrom) cuts at the end where the first other letter of a word is still read', () => {
  expect(cutText('Customer Payment Query', 8, 600, (one) => one.length, 6)).toBe('Custome…')
})

test('cutText(…, tellingFrom) never begins within a word: what tells is read from the beginning of its word on, or not at all', () => {
  const cut = (text: string, width: number, from: number) =>
    cutText(text, width, 600, (one) => [...one].length, from)
  expect(cut('Customer Payment Query', 7, 6)).toBe('Custom…')
  expect(cut('all customer payments', 11, 10)).toBe('…customer…')
  expect(cut('all customer payments', 6, 10)).toBe('all c…')
})
