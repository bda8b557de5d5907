import { expect, test } from 'vitest'
import { cardsAt } from './fake-picture.ts'
import { firstRead } from './first-read.ts'

test('firstRead(things) is the thing nearest to the left top, and never a box', () => {
  const things = { ...cardsAt([[0, 0], [10, 900], [300, 40], [20, 700]]), forms: Uint8Array.of(0, 3, 3, 3) } // prettier-ignore
  expect(firstRead(things)).toBe(2)
  expect(firstRead(cardsAt([]))).toBe(-1)
})
