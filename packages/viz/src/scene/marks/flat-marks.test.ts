import { expect, test } from 'vitest'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import { prepare } from '../picture/prepared.ts'
import { fitterOf } from './cut-text.ts'
import { startSheet } from './sheet.ts'
import { drawThing } from './thing-marks.ts'

const fitter = fitterOf((text) => text.length * 6)
const names = ['orders', 'orders_of_the_last_seven_days', 'sum']

/** What cards of a width say, as it is drawn at a scale. */
function saidAt(k: number, width: number): string[] {
  const cards = {
    ...cardsAt([
      [0, 0],
      [0, 100],
      [0, 200],
    ]),
    titles: names,
    width: new Float32Array(3).fill(width),
  }
  const picture = prepare({ ...pictureWith(cards, linesFrom([])), view: 'lineage' })
  const pen = { picture, transform: { x: 0, y: 0, k }, fitter, right: 1000, columns: new Map() }
  const sheet = startSheet()
  for (const thing of [0, 1, 2]) drawThing(sheet, pen, thing, null)
  return sheet.marks().flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))
}

test('a flat tile says its name where all of it has room, or so much that it tells which it is: not a few letters that many begin with', () => {
  expect(saidAt(0.5, 150)).toHaveLength(3)
  for (const k of [0.32, 0.38, 0.44]) expect(saidAt(k, 150)).toEqual(['orders', 'sum'])
  expect(saidAt(0.44, 240)).toEqual(['orders', 'orders_of_the_la…', 'sum'])
  expect(saidAt(0.2, 240)).toEqual([])
})
