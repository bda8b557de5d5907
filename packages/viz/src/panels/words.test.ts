import { expect, test } from 'vitest'
import { percent } from './words.ts'

test('percent(scale) has a digit behind the point below 1 %, and never says more than there is', () => {
  expect([1.404, 0.45, 0.01].map(percent)).toEqual(['140%', '45%', '1%'])
  expect([0.00999, 0.0051, 0.004, 0.001].map(percent)).toEqual(['0.9%', '0.5%', '0.4%', '0.1%'])
  expect(percent(0.0004)).toBe('<0.1%')
})
