import { expect, test } from 'vitest'
import { NO_LIGHT } from './lighting.ts'
import { lookAt } from './look-at.ts'
import { fitterOf } from './marks/cut-text.ts'
import { lightUpLine } from './marks/light-up.ts'
import type { LinesMark, Mark } from './marks/marks.ts'
import { meet } from './meet.ts'
import { cardsAt, linesFrom, pictureWith } from './picture/fake-picture.ts'
import { prepare } from './picture/prepared.ts'
import { sceneOf } from './scene.ts'

const cards = cardsAt([
  [0, 0],
  [230, 0],
  [460, 0],
])
const between = linesFrom(
  [
    [0, 1],
    [0, 1],
    [1, 2],
  ],
  cards,
)
/** Of the two lines between the first cards the second ends at a column. */
const plain = {
  ...pictureWith(cards, {
    ...between,
    weights: Uint32Array.of(60, 40, 100),
    toRow: Int32Array.of(-1, 0, -1),
  }),
  rows: {
    ...{ count: 1, starts: Uint32Array.of(0, 0, 1, 1), keys: ['id:b.x'], titles: ['x'], types: [''] },
    ...{ traced: Uint8Array.of(1), y: Float32Array.of(56), marks: Uint8Array.of(0) },
  },
}
const picture = prepare(plain)
const fitter = fitterOf((text) => text.length * 6)
const size = { width: 800, height: 400 }
const drawn = (k: number, light = NO_LIGHT, of = picture) =>
  sceneOf(lookAt(of, { camera: { x: 316, y: 22, k }, size, fitter }), light)
const linesOf = (marks: readonly Mark[]): LinesMark[] => marks.filter((mark) => mark.kind === 'lines')
const indexesIn = (marks: readonly Mark[]): number[] =>
  [...new Set(linesOf(marks).flatMap(({ lines }) => lines))].sort()

test('sceneOf(…) draws all lines from one card to another as one where cards show their headers alone, as wide as their sum', () => {
  expect(indexesIn(drawn(0.7).rest)).toEqual([0, 2])
  expect(new Set(linesOf(drawn(0.7).rest).map(({ lineWidth }) => lineWidth)).size).toBe(1)
  expect(indexesIn(drawn(1).rest)).toEqual([0, 1, 2])
})

test('sceneOf(…) draws them as one at the same scales where the data goes down', () => {
  const down = prepare({ ...plain, direction: 'down' })
  const drawnAt = (k: number): number[] => indexesIn(drawn(k, NO_LIGHT, down).rest)
  expect([0.3, 0.7, 1].map(drawnAt)).toEqual([
    [0, 1, 2],
    [0, 2],
    [0, 1, 2],
  ])
})

test('sceneOf(…) lights what is drawn for a line that is lit', () => {
  expect(indexesIn(drawn(0.7, { ...NO_LIGHT, light: lightUpLine(picture, 1) }).top)).toEqual([0])
})

test('meet(…) tells what stands for several lines from what stands for itself', () => {
  const metAt = (x: number, k: number) =>
    meet(picture, { x: 0, y: 0, k }, fitter, new Set(), [], {
      ...{ x: x * k, y: 22 * k, right: size.width, by: 'pointer' },
    })
  expect(metAt(200, 0.7)).toEqual({ kind: 'trunk', line: 0 })
  expect(metAt(430, 0.7)).toEqual({ kind: 'line', line: 2 })
  expect(metAt(430, 1)).toEqual({ kind: 'line', line: 2 })
})
