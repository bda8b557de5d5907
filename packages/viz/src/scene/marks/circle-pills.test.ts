import { expect, test } from 'vitest'
import { fitterOf } from './cut-text.ts'
import { lookAt } from '../look-at.ts'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import { STROKES, type Circle } from '../picture/picture.ts'
import { prepare, type Prepared } from '../picture/prepared.ts'

/** a → b → c, by columns, and two edges from c back to a, each of a circle of its own. */
const cards = cardsAt([
  [0, 0],
  [300, 0],
  [600, 0],
])
const joined = linesFrom(
  [
    [0, 1],
    [1, 2],
    [2, 0],
    [2, 0],
  ],
  cards,
)
/** Far below. */
const round = [772, 22, 790, 22, 790, 120, 700, 120, 500, 120, 300, 120, 100, 120, -20, 120, -20, 22, 0, 22]
const [first, second, third] = joined.starts
const back = STROKES.indexOf('back')
const lines = {
  ...joined,
  curves: Float32Array.from([...joined.curves.slice(0, third), ...round, ...round]),
  starts: Uint32Array.of(first!, second!, third!, third! + round.length, third! + 2 * round.length),
  strokes: Uint8Array.of(0, 0, back, back),
  circles: Int32Array.of(0, 0, 0, 1),
}
const rows = {
  ...{ count: 1, starts: Uint32Array.of(0, 0, 1, 1), keys: ['id:b.x'], titles: ['x'], types: [''] },
  ...{ traced: Uint8Array.of(1), y: Float32Array.of(56), marks: Uint8Array.of(0) },
}
const circle = (key: string, size: number, own: readonly number[]): Circle => ({
  ...{ key, size, things: [0, 1, 2], lines: own, edges: own.map(() => 1), way: own, wayHops: 3 },
  ...{ wayAt: own, isShortest: true, cut: own.slice(-1), opening: { from: 'id:c', to: 'id:a' } },
})
const circles = [circle('circle:id:a', 3, [0, 1, 2]), circle('circle:id:b', 4, [3])]
const plain = { ...pictureWith(cards, lines), rows, circles }

const pillsIn = (picture: Prepared, k: number) =>
  lookAt(picture, {
    ...{ camera: { x: 386, y: 200, k }, size: { width: 1000, height: 700 } },
    fitter: fitterOf((text) => text.length * 6),
  }).circlePills

test('circlePills(…) puts one pill for all circles on the line that is drawn for the edges back of several', () => {
  expect(pillsIn(prepare(plain), 0.7)).toMatchObject([
    { circles: [0, 1], line: 2, text: '2 circles · 2 edges back' },
  ])
})

test('circlePills(…) puts one for each where each has a line of its own', () => {
  expect(pillsIn(prepare(plain), 1).map(({ circles: of }) => of)).toEqual([[0], [1]])
})
