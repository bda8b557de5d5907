import { expect, test } from 'vitest'
import { cutIds } from './cut-ids.ts'

test('cutIds(message) cuts a long id in the middle, and leaves short ones and all else', () => {
  expect(
    cutIds("'urn:li:dataset:(urn:li:dataPlatform:external,sample.people,PROD)' is used, beside 'orders'"),
  ).toBe("'urn:li:d…al,sample.people,PROD)' is used, beside 'orders'")
})

test('cutIds(message) cuts no letter in two', () => {
  expect(cutIds(`'${'🦆'.repeat(40)}'`)).toBe(`'${'🦆'.repeat(8)}…${'🦆'.repeat(22)}'`)
})

test('cutIds(message) leaves a quotation mark alone that nothing ends', () => {
  expect(cutIds(`it is the table's, ${'and so on '.repeat(9)}`)).toContain("the table's, and so on")
})
