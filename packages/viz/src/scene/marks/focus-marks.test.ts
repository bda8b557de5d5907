import { expect, test } from 'vitest'
import { routeCurve } from '../picture/curve.ts'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import { FORMS } from '../picture/picture.ts'
import { prepare } from '../picture/prepared.ts'
import { fitterOf } from './cut-text.ts'
import { focusMarks } from './focus-marks.ts'
import type { Pen } from './pen.ts'

const penOf = (title: string, k: number, errors = 0): Pen => {
  const cards = { ...cardsAt([[0, 0]]), titles: [title] }
  cards.errors[0] = errors
  return {
    picture: prepare({ ...pictureWith(cards, linesFrom([])), view: 'lineage', focus: 0 }),
    transform: { x: 0, y: 0, k },
    fitter: fitterOf((text) => text.length * 6),
    right: 1000,
    columns: new Map(),
  }
}
/** Left, top, width and height of the pill. */
const houseOf = (pen: Pen): readonly number[] => {
  const pill = focusMarks(pen, 0).find((mark) => mark.kind === 'rects' && mark.fill === 'ink1')
  return (pill as { at: number[] }).at
}

test('focusMarks(…) puts a house of 22 × 20 beside the name of a card, at all scales at which that has room', () => {
  expect(houseOf(penOf('orders', 1))).toEqual([172 - 30, 10, 22, 20])
  expect(houseOf(penOf('orders', 2))).toEqual([2 * (172 - 30), 20, 44, 40])
})

test('focusMarks(…) puts it below a long name, or a name with a badge, as a smaller disc', () => {
  for (const pen of [penOf('a_name_that_is_long', 1), penOf('a_long_name', 1, 3)])
    expect(houseOf(pen)).toEqual([172 - 27, 24, 19, 17])
})

test('focusMarks(…) puts it on the lower corner of a card that says its name alone where a line runs past the upper one', () => {
  const cards = cardsAt([
    [0, 0],
    [-300, -80],
  ])
  const curves = Float32Array.from(routeCurve(Float64Array.of(-128, -6, 200, -6)))
  const line = { ...linesFrom([[1, 1]], cards), curves, starts: Uint32Array.of(0, curves.length) }
  const at = (lines: typeof line): readonly number[] =>
    houseOf({
      ...penOf('a', 0.75),
      picture: prepare({ ...pictureWith(cards, lines), view: 'lineage', focus: 0 }),
    })
  const upper = houseOf(penOf('a', 0.75))
  const lower = at(line)
  expect(upper[1]).toBeLessThan(0)
  expect(lower[1]! + lower[3]!).toBeGreaterThan(44 * 0.75)
})

test('focusMarks(…) puts it on a lower corner of a card under the header of its box, whose icon it would cover', () => {
  const cards = cardsAt([[0, 0], [16, 48]]) // prettier-ignore
  const things = {
    ...cards,
    box: Int32Array.of(-1, 0),
    forms: Uint8Array.of(FORMS.indexOf('box'), cards.forms[1]!),
    width: Float32Array.of(220, 172),
    height: Float32Array.of(108, 44),
  }
  const picture = prepare({ ...pictureWith(things, linesFrom([])), view: 'lineage', focus: 1 })
  const pen: Pen = { ...penOf('a', 0.56), picture }
  const pill = focusMarks(pen, 1).find((mark) => mark.kind === 'rects' && mark.fill === 'ink1')
  expect((pill as { at: number[] }).at[1]).toBeGreaterThan(48 * 0.56)
})

test('focusMarks(…) puts it on the corner of a box, off the words and the button in its header', () => {
  const houseAt = (k: number): readonly number[] => {
    const cards = cardsAt([[0, 0], [16, 48]]) // prettier-ignore
    const things = { ...cards, forms: Uint8Array.of(FORMS.indexOf('box'), cards.forms[1]!) }
    const picture = pictureWith({ ...things, box: Int32Array.of(-1, 0) }, linesFrom([]))
    return houseOf({ ...penOf('a', k), picture: prepare({ ...picture, view: 'lineage', focus: 0 }) })
  }
  for (const k of [0.5, 1]) {
    const [left, top, width, height] = houseAt(k)
    expect([left, top]).toEqual([-7, -11])
    expect(left! + width!).toBeLessThan(12)
    expect(top! + height!).toBeLessThan(6)
  }
})
