import { expect, test } from 'vitest'
import { harmless, say, textOf } from './say.ts'

test('say`…` shows names as quote does: without what cannot be seen, and cut in the middle', () => {
  expect(textOf(say`'${'a\nb'}' is declared ${2} times`)).toBe("'a\\u000ab' is declared 2 times")
  expect(textOf(say`${'x'.repeat(121)}`)).toBe(`${'x'.repeat(79)}…${'x'.repeat(40)}`)
  expect(textOf(say`declare it once.`)).toBe('declare it once.')
})

test('harmless(words) leaves no control character in a text', () => {
  expect(textOf(harmless('a\u001b[31m'))).toBe('a\\u001b[31m')
  expect(textOf(harmless(say`${'a\u001b[31m'}`))).toBe('a\\u001b[31m')
})
