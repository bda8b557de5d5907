import { expect, test } from 'vitest'
import { changeMarks } from './change-marks.ts'
import { fitterOf } from './cut-text.ts'
import { cardsAt, linesFrom, pictureWith } from './fake-picture.ts'

const cards = cardsAt([
  [0, 0],
  [230, 0],
  [460, 0],
  [690, 0],
])
const penAt = (k: number, changes: Uint8Array | null) => ({
  picture: pictureWith({ ...cards, changes }, linesFrom([])),
  transform: { x: 0, y: 0, k },
  fitter: fitterOf((text) => text.length * 6),
  columns: new Map(),
})

test('changeMarks(…) draws a bar of its colour in the left edge of what changed, and its sign', () => {
  const marks = changeMarks(penAt(1, Uint8Array.of(0, 1, 2, 3)), [0, 1, 2, 3])
  const bars = marks.filter((mark) => mark.kind === 'rects')
  expect(bars.map(({ fill, at }) => [fill, ...at])).toEqual([
    ['added', 230, 0, 3, 44],
    ['removed', 460, 0, 3, 44],
    ['changed', 690, 0, 3, 44],
  ])
  expect(marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))).toEqual(['+', '−', '~'])
})

test('changeMarks(…) from far off draws the bars alone, and nothing where nothing is compared', () => {
  expect(changeMarks(penAt(0.2, Uint8Array.of(1, 0, 0, 0)), [0]).map(({ kind }) => kind)).toEqual(['rects'])
  expect(changeMarks(penAt(1, null), [0, 1, 2, 3])).toEqual([])
})
