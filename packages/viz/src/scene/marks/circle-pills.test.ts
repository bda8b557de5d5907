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

/** a → b and back, right below both, and a line that ends at c, right below that; at half their size no words have room between them. */
const close = cardsAt([[0, 0], [200, 0], [250, 52]]) // prettier-ignore
const backLow = [372, 22, 380, 22, 380, 22, 380, 22, 380, 52, 380, 52, 380, 52, 200, 52, 100, 52, -10, 52, -10, 52, -10, 22, -10, 22, 0, 22] // prettier-ignore
const intoC = [-300, 74, -200, 74, 100, 74, 250, 74]
const lowLines = (() => {
  const there = linesFrom([[0, 1], [1, 0], [0, 2]], close) // prettier-ignore
  const ahead = [...there.curves.slice(0, there.starts[1])]
  return {
    ...there,
    curves: Float32Array.from([...ahead, ...backLow, ...intoC]),
    starts: Uint32Array.from([
      0,
      ahead.length,
      ahead.length + backLow.length,
      ahead.length + backLow.length + 8,
    ]),
    strokes: Uint8Array.of(0, back, 0),
    reversed: Uint8Array.of(0, 1, 1),
    circles: Int32Array.of(0, 0, -1),
  }
})()
const low = prepare({
  ...pictureWith(close, lowLines),
  bounds: { x: -400, y: -100, width: 1000, height: 400 },
  circles: [{ ...circle('circle:id:a', 2, [0, 1]), things: [0, 1] }],
})

test('circlePills(…) leaves as much to be seen of the line that a pill stands on as it hides, and covers no arrowhead', () => {
  const at = { camera: { x: 200, y: 50, k: 0.5 }, size: { width: 1000, height: 700 } }
  const { circlePills, pen } = lookAt(low, { ...at, fitter: fitterOf((text) => text.length * 6) })
  expect(circlePills).toHaveLength(1)
  const [{ x, y, width, height }] = circlePills as [(typeof circlePills)[number]]
  expect(width).toBeLessThanOrEqual(390 / 4)
  const [tipX, tipY] = [250 * 0.5 + pen.transform.x, 74 * 0.5 + pen.transform.y]
  expect(x + width <= tipX - 7 || x >= tipX || y + height <= tipY - 3 || y >= tipY + 3).toBe(true)
})

test('circlePills(…) puts a pill on the part of its line that is in the window', () => {
  const far = [
    772, 22, 60000, 22, 60000, 120, 60000, 120, 40000, 120, 20000, 120, -20, 120, -20, 120, -20, 22, 0, 22,
  ]
  const wide = {
    ...linesFrom([[0, 1], [1, 2], [2, 0]], cards), // prettier-ignore
    curves: Float32Array.from([...joined.curves.slice(0, third), ...far]),
    starts: Uint32Array.of(first!, second!, third!, third! + far.length),
    strokes: Uint8Array.of(0, 0, back),
    circles: Int32Array.of(0, 0, 0),
  }
  const picture = prepare({
    ...{ ...pictureWith(cards, wide), circles: circles.slice(0, 1) },
    bounds: { x: -50, y: -50, width: 61000, height: 400 },
  })
  const size = { width: 1000, height: 700 }
  for (const x of [386, 5000, 30000]) {
    const [pill] = lookAt(picture, {
      ...{ camera: { x, y: 200, k: 1 }, size },
      fitter: fitterOf((text) => text.length * 6),
    }).circlePills
    expect([x, pill?.text]).toEqual([x, 'Circle of 3 · 1 edge back'])
    expect(pill!.x).toBeGreaterThan(0)
    expect(pill!.x + pill!.width).toBeLessThan(1000)
  }
})
