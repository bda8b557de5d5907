import { expect, test } from 'vitest'
import { changeMarks } from './change-marks.ts'
import { fitterOf } from './cut-text.ts'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import { FORMS, type PictureChanges } from '../picture/picture.ts'
import { CARD, INSIDE } from '../picture/measures.ts'
import { prepare } from '../picture/prepared.ts'
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

test('changeMarks(…) signs at the left upper corner, where no line ends, and counts at the end of the second line', () => {
  const changes = changesOf({ own: [0, 1, 0, 0], added: [3, 1, 0, 0], changed: [4, 0, 0, 0] })
  const marks = changeMarks(penAt(1, changes), [0, 1])
  const discs = marks.filter((mark) => mark.kind === 'dots')
  expect(discs).toMatchObject([{ at: [230, 0.5], fill: 'added' }])
  const end = CARD.width - INSIDE.right
  const counts = marks.filter((mark) => mark.kind === 'text' && mark.text.length > 1)
  const widthOf = (text: string): number => (text.length * 6 * 11) / 12
  expect(counts).toMatchObject([
    { text: '+3', x: end - widthOf('~4') - 6 - widthOf('+3'), fill: 'added' },
    { text: '~4', x: end - widthOf('~4'), fill: 'changed' },
  ])
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
