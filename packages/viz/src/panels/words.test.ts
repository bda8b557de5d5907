import { expect, test } from 'vitest'
import { cardsAt, linesFrom, pictureWith } from '../scene/picture/fake-picture.ts'
import { percent, pictureWords } from './words.ts'

test('percent(scale) has a digit behind the point below 1 %, and never says more than there is', () => {
  expect([1.404, 0.45, 0.01].map(percent)).toEqual(['140%', '45%', '1%'])
  expect([0.00999, 0.0051, 0.004, 0.001].map(percent)).toEqual(['0.9%', '0.5%', '0.4%', '0.1%'])
  expect(percent(0.0004)).toBe('<0.1%')
})

test('pictureWords(…) says as many lines as are drawn, also where one is drawn for several', () => {
  const cards = cardsAt([
    [0, 0],
    [230, 0],
  ])
  const between = linesFrom(
    [
      [0, 1],
      [0, 1],
    ],
    cards,
  )
  expect(pictureWords(pictureWith(cards, between), 1)).toMatch(/things?, 1 line$/)
})
