import { expect, test } from 'vitest'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import { CARD, INSIDE } from '../picture/measures.ts'
import { pillsOf } from './pills.ts'
import { FORMS, type Lines, type Things } from '../picture/picture.ts'
import { prepare } from '../picture/prepared.ts'

const fitter = { width: (text: string): number => 6.5 * text.length }

test('pillsOf(…) leaves out what waits where others stand close on all sides of its card, and while one is there it does not lie on the icon', () => {
  const k = 0.76
  const cards = cardsAt([[80, 0], [100, 40], [100, 108], [-200, -100], [0, 40]]) // prettier-ignore
  const things: Things = {
    ...cards,
    box: Int32Array.of(-1, 0, 0, -1, -1),
    forms: cards.forms.map((form, thing) => (thing === 0 ? FORMS.indexOf('box') : form)),
    width: Float32Array.of(212, CARD.width, CARD.width, CARD.width, 80),
    height: Float32Array.of(180, CARD.height, CARD.height, CARD.height, CARD.height),
    waitsUp: Uint32Array.of(0, 1, 0, 0, 0),
  }
  const curves = Float32Array.of(
    -28,
    -78,
    88,
    -78,
    88,
    -78,
    88,
    20,
    88,
    60,
    88,
    100,
    88,
    130,
    95,
    130,
    95,
    130,
    100,
    130,
  )
  const lines: Lines = { ...linesFrom([[3, 2]]), curves, starts: Uint32Array.of(0, curves.length) } // prettier-ignore
  const picture = prepare(pictureWith(things, lines))
  expect(pillsOf(picture, 1, { x: 0, y: 0, k }, fitter, false)).toEqual([])
  const [pill] = pillsOf(picture, 1, { x: 0, y: 0, k }, fitter, true)
  expect(pill!.y).toBeGreaterThanOrEqual((40 + INSIDE.iconY + INSIDE.icon) * k)
  expect(pill!.y + pill!.height).toBeLessThanOrEqual(108 * k)
})
