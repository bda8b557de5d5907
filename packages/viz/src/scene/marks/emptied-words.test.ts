import { expect, test } from 'vitest'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import { FORMS } from '../picture/picture.ts'
import { prepare } from '../picture/prepared.ts'
import { headerMarks } from './box-marks.ts'
import { fitterOf } from './cut-text.ts'
import { emptiedWords } from './emptied-words.ts'
import type { Pen } from './pen.ts'

/** A box of 190 × 72 at 0, 100, and a card in it, where there is one. */
const penOf = (k: number, hasCard = false): Pen => {
  const things = {
    ...cardsAt(hasCard ? [[0, 100], [12, 140]] : [[0, 100]]), // prettier-ignore
    forms: Uint8Array.of(FORMS.indexOf('box'), FORMS.indexOf('card')),
    box: Int32Array.of(-1, 0),
    places: ['4 tables hidden by filters', ''],
  }
  things.width[0] = 190
  things.height[0] = 72
  const transform = { x: 0, y: 0, k }
  const picture = prepare(pictureWith(things, linesFrom([])))
  return { picture, transform, fitter: fitterOf((text) => text.length * 6), right: 1000, columns: new Map() }
}

test('emptiedWords(…) says in the middle of a box of which filters leave nothing what they hide, as far as there is room', () => {
  expect([1, 0.7, 0.5].map((k) => emptiedWords(penOf(k), 0)?.text)).toEqual([
    '4 tables hidden by filters',
    'hidden by filters',
    'hidden',
  ])
  const { x, y } = emptiedWords(penOf(1), 0)!
  expect(x).toBe(95)
  expect(y).toBeGreaterThan(100 + 36 + 11)
  expect(y).toBeLessThan(172 - 4)
})

test('emptiedWords(…) says nothing of a box that has something left, nor from far off', () => {
  expect(emptiedWords(penOf(1, true), 0)).toBe(null)
  expect(emptiedWords(penOf(0.4), 0)).toBe(null)
})

test('what is said inside a box is said once, not in its header too', () => {
  const texts = headerMarks(penOf(2), [0], () => true).flatMap((mark) =>
    mark.kind === 'text' ? [mark.text] : [],
  )
  expect(texts).toEqual(['a', '4 tables hidden by filters'])
})
