import { expect, test } from 'vitest'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import { FORMS, type Form, type Picture } from '../picture/picture.ts'
import { prepare } from '../picture/prepared.ts'
import { fitterOf } from './cut-text.ts'
import type { Pen } from './pen.ts'
import { startSheet } from './sheet.ts'
import { drawThing } from './thing-marks.ts'

test('a box with too little room for all sorts that are in it says how many things they are, and no sort alone', () => {
  const wordsAt = (place: string, inside: number, width: number): string[] => {
    const things = {
      ...cardsAt([[0, 0]]),
      ...{ titles: ['orders'], places: [place], forms: Uint8Array.of(FORMS.indexOf('box')) },
      ...{ inside: Uint32Array.of(inside), width: Float32Array.of(width) },
    }
    const sheet = startSheet()
    const pen: Pen = {
      picture: prepare({ ...pictureWith(things, linesFrom([])), view: 'map' }),
      ...{ transform: { x: 0, y: 0, k: 1 }, right: 1000, columns: new Map() },
      fitter: fitterOf((text) => text.length * 6),
    }
    drawThing(sheet, pen, 0, null)
    return sheet.marks().flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))
  }
  const workbook = '2 dashboards · 4 tables · 3 charts'
  expect(wordsAt(workbook, 8, 400)).toContain(workbook)
  expect(wordsAt(workbook, 8, 160)).toContain('8 things')
  expect(wordsAt(workbook, 8, 110)).toContain('8')
  expect(wordsAt('5 schemas · 121 tables', 121, 180)).toContain('121 tables')
})

/** The texts of a thing named orders, whose top is at 0. */
function textsOf(k: number, place = 'SHOP.raw', form: Form = 'card', view: Picture['view'] = 'lineage') {
  const things = {
    ...cardsAt([[0, 0]]),
    ...{ titles: ['orders'], places: [place], forms: Uint8Array.of(FORMS.indexOf(form)) },
  }
  const sheet = startSheet()
  const pen: Pen = {
    picture: prepare({ ...pictureWith(things, linesFrom([])), view }),
    ...{ transform: { x: 0, y: 0, k }, right: 1000, columns: new Map() },
    fitter: fitterOf((text) => text.length * 6),
  }
  drawThing(sheet, pen, 0, null)
  return sheet.marks().filter((mark) => mark.kind === 'text')
}
const wordsOf = (...of: Parameters<typeof textsOf>): string[] => textsOf(...of).map(({ text }) => text)

test.each(['card', 'stack'] as const)(
  'a %s of the lineage view says where it is as long as it is high enough for two lines',
  (form) => {
    for (const k of [1, 0.8, 0.79, 0.75, 0.71])
      expect(wordsOf(k, 'SHOP.raw', form)).toEqual(['orders', 'SHOP.raw'])
    expect(wordsOf(0.7, 'SHOP.raw', form)).toEqual(['orders'])
  },
)

test('its lines stand apart, at the least size, within the card', () => {
  for (const k of [0.79, 0.71]) {
    const [name, place] = textsOf(k)
    expect([name!.size, place!.size]).toEqual([11, 11])
    expect(place!.y - name!.y).toBeGreaterThanOrEqual(11)
    expect(place!.y).toBeLessThanOrEqual(44 * k - 4)
  }
})

test('a name with no place stands in the middle, and the Map says names alone', () => {
  expect(textsOf(0.75, '')[0]!.y).toBeCloseTo(22 * 0.75 + 4)
  expect(wordsOf(0.75, '4 columns', 'card', 'map')).toEqual(['orders'])
})
