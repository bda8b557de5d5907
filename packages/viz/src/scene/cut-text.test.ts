import { expect, test } from 'vitest'
import { cutText, remembering } from './cut-text.ts'

const tenEach = (text: string): number => [...text].length * 10

test('cutText(…) leaves a text that fits, and cuts one that does not with an ellipsis', () => {
  expect(cutText('orders', 60, '', tenEach)).toBe('orders')
  expect(cutText('orders_daily', 60, '', tenEach)).toBe('order…')
})

test('cutText(…) leaves no blank before the ellipsis, and nothing at all where not one letter fits', () => {
  expect(cutText('net revenue', 50, '', tenEach)).toBe('net…')
  expect(cutText('orders', 15, '', tenEach)).toBe('')
})

test('cutText(…) never cuts a letter in two', () => {
  expect(cutText('👩👩👩👩', 30, '', tenEach)).toBe('👩👩…')
})

test('remembering(measure) asks once for each text and font', () => {
  let asked = 0
  const measure = remembering(() => ++asked)
  measure('a', 'x')
  measure('a', 'x')
  measure('a', 'y')
  expect(asked).toBe(2)
})
