import { expect, test } from 'vitest'
import { changeMarks } from './change-marks.ts'
import { drawCard } from './card-marks.ts'
import { fitterOf } from './cut-text.ts'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import { FORMS, type PictureChanges } from '../picture/picture.ts'
import { CARD, INSIDE } from '../picture/measures.ts'
import { prepare } from '../picture/prepared.ts'
import { startSheet } from './sheet.ts'
import { placeText, secondLineOf } from './second-line.ts'

const cards = cardsAt([
  [0, 0],
  [230, 0],
  [460, 0],
  [690, 0],
])
const changesOf = (parts: {
  own?: number[]
  added?: number[]
  changed?: number[]
  removed?: number[]
}): PictureChanges => ({
  own: Uint8Array.from(parts.own ?? [0, 0, 0, 0]),
  ownRows: new Uint8Array(0),
  added: Uint32Array.from(parts.added ?? [0, 0, 0, 0]),
  changed: Uint32Array.from(parts.changed ?? [0, 0, 0, 0]),
  removed: Uint32Array.from(parts.removed ?? [0, 0, 0, 0]),
})
const penAt = (k: number, changes?: PictureChanges, things = cards) => ({
  picture: prepare({ ...pictureWith(things, linesFrom([])), ...(changes && { changes }) }),
  transform: { x: 0, y: 0, k },
  fitter: fitterOf((text) => text.length * 6),
  right: Infinity,
  columns: new Map(),
})
const texts = (marks: ReturnType<typeof changeMarks>): string[] =>
  marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))
const barsOf = (marks: ReturnType<typeof changeMarks>) =>
  marks.flatMap((mark) => (mark.kind === 'rects' && mark.at[2] === 3 ? [[mark.fill, ...mark.at]] : []))

test('changeMarks(…) draws a bar of its colour in the left edge of what was added, changed or moved, and its sign', () => {
  const changes = changesOf({ own: [0, 1, 2, 3], added: [0, 1, 0, 0], changed: [0, 0, 1, 1] })
  const marks = changeMarks(penAt(1, changes), [0, 1, 2, 3])
  expect(barsOf(marks)).toEqual([
    ['added', 230, 6, 3, 32],
    ['changed', 460, 6, 3, 32, 690, 6, 3, 32],
  ])
  expect(texts(marks)).toEqual(['+', '~', '~'])
})

test('changeMarks(…) counts what differs inside a thing, and gives it the colour of what happened there', () => {
  const changes = changesOf({
    own: [0, 0, 2, 0],
    added: [3, 1, 0, 0],
    changed: [0, 2, 3, 0],
    removed: [0, 4, 0, 5],
  })
  const marks = changeMarks(penAt(1, changes), [0, 1, 2, 3])
  expect(barsOf(marks).map(([fill]) => fill)).toEqual(['added', 'changed', 'removed'])
  expect(texts(marks)).toEqual(['+3', '+1', '−4', '~2', '~3', '−5'])
})

test('changeMarks(…) tells at an open box what is gone from it, and leaves what is drawn inside to that', () => {
  const isBox = FORMS.indexOf('box')
  const things = { ...cards, forms: Uint8Array.of(isBox, 2, 2, 2), box: Int32Array.of(-1, 0, 0, -1) }
  const changes = changesOf({ own: [0, 1, 0, 0], added: [1, 1, 0, 0], removed: [3, 0, 2, 0] })
  const marks = changeMarks(penAt(1, changes, things), [0, 1, 2])
  expect(texts(marks)).toEqual(['−1', '+', '−'])
  expect(barsOf(marks).map(([fill]) => fill)).toEqual(['added', 'removed'])
})

test('changeMarks(…) signs on the right upper corner, where a badge stands, and counts at the end of the second line', () => {
  const changes = changesOf({ own: [0, 1, 0, 0], added: [3, 1, 0, 0], changed: [4, 0, 0, 0] })
  const marks = changeMarks(penAt(1, changes), [0, 1])
  const discs = marks.filter((mark) => mark.kind === 'dots')
  expect(discs).toMatchObject([{ at: [230 + CARD.width, 0.5], fill: 'added' }])
  const end = CARD.width - INSIDE.right
  const counts = marks.filter((mark) => mark.kind === 'text' && mark.text.length > 1)
  const widthOf = (text: string): number => (text.length * 6 * 11) / 12
  expect(counts).toMatchObject([
    { text: '+3', x: end - widthOf('~4') - 6 - widthOf('+3'), fill: 'added' },
    { text: '~4', x: end - widthOf('~4'), fill: 'changed' },
  ])
})

test('changeMarks(…) signs beside a badge that stands on that corner', () => {
  const tiles = {
    ...cards,
    forms: cards.forms.map(() => FORMS.indexOf('tile')),
    errors: Uint32Array.of(0, 1, 0, 0),
  }
  const pen = penAt(0.5, changesOf({ own: [0, 1, 2, 0] }), tiles)
  const at = changeMarks(pen, [0, 1, 2]).flatMap((mark) => (mark.kind === 'dots' ? mark.at : []))
  const rightOf = (thing: number): number => (cards.x[thing]! + CARD.width) / 2
  expect(at).toEqual([rightOf(1) - 12, 0.5, rightOf(2), 0.5])
})

test('changeMarks(…) signs a column behind its name, which has less room for that', () => {
  const rows = {
    ...{
      count: 2,
      starts: Uint32Array.of(0, 2, 2, 2, 2),
      keys: ['id:a.x', 'id:a.y'],
      traced: new Uint8Array(2),
    },
    ...{ titles: ['a long name of a column of these', 'a long name of a column of these'] },
    ...{ types: ['int', 'int'], y: Float32Array.of(56, 80), marks: new Uint8Array(2) },
  }
  const changes = { ...changesOf({}), ownRows: Uint8Array.of(1, 0) }
  const plain = penAt(1)
  const pen = { ...plain, picture: prepare({ ...pictureWith(cards, linesFrom([])), rows, changes }) }
  const marks = changeMarks(pen, [0])
  const disc = marks.find((mark) => mark.kind === 'dots')
  const [x, y] = disc!.at as [number, number]
  expect([x > CARD.width / 2, x < CARD.width - 12, y]).toEqual([true, true, 56])
  const sheet = startSheet()
  drawCard(sheet, pen, 0, { x: 0, y: 0, width: CARD.width, height: 100 }, null)
  const names = sheet
    .marks()
    .flatMap((mark) => (mark.kind === 'text' && mark.text.startsWith('a long') ? [mark] : []))
  const ends = names.map((name) => name.x + pen.fitter.width(name.text, 12, 400))
  expect(ends[0]).toBeLessThanOrEqual(x - 6)
  expect(ends[1]).toBeGreaterThan(x - 6)
})

test('placeText(…) leaves what differs inside a thing its room, and goes on telling what is in it', () => {
  const things = { ...cards, forms: cards.forms.map(() => FORMS.indexOf('container')) }
  const told = {
    ...things,
    places: ['10 schemas · 1,000 tables', '', '', ''],
    inside: Uint32Array.of(1000, 0, 0, 0),
  }
  const pen = penAt(1, changesOf({ added: [30, 0, 0, 0], changed: [100, 0, 0, 0] }), told)
  const same = penAt(1, changesOf({}), told)
  const textIn = (one: typeof pen): string => placeText(one, 0, secondLineOf(one, 0)!)
  expect([textIn(same), textIn(pen)]).toEqual(['10 schemas · 1,000 tables', '1,000 tables'])
})

test('changeMarks(…) from far off draws the bars alone, and nothing where nothing is compared', () => {
  const changes = changesOf({ own: [1, 0, 0, 0], added: [1, 0, 0, 0], removed: [0, 2, 0, 0] })
  expect(new Set(changeMarks(penAt(0.2, changes), [0, 1]).map(({ kind }) => kind))).toEqual(
    new Set(['rects']),
  )
  expect(changeMarks(penAt(1), [0, 1, 2, 3])).toEqual([])
})
