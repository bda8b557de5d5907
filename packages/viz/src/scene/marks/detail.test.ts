import { expect, test } from 'vitest'
import { BOX } from '../picture/measures.ts'
import { isLow } from './detail.ts'

test('headers are as low where a link has a scale of five digits as where the page has all of them', () => {
  const edge = BOX.small / BOX.head
  expect([edge, Number(edge.toPrecision(5)), edge - 0.01].map(isLow)).toEqual([false, false, true])
})
