import { expect, test } from 'vitest'
import { routeCurve } from './curve.ts'
import { cardsAt, linesFrom } from './fake-picture.ts'
import { headerCurves } from './header-curves.ts'
import { lineBoxes } from './line-boxes.ts'
import type { Lines } from './picture.ts'

const CARDS = cardsAt([
  [0, 0],
  [300, 400],
])
/** The middles of the two headers. */
const [FROM, TO] = [22, 422]

/** The heights of the points of a line between rows of both cards along a way, where they show their headers alone. */
const heightsOf = (way: readonly (readonly [x: number, y: number])[]): number[] =>
  Array.from(headerCurves(lineAlong(way), CARDS, 'right').filter((_, i) => i % 2 === 1))

function lineAlong(way: readonly (readonly [x: number, y: number])[]): Lines {
  const curve = routeCurve(Float64Array.from(way.flat()))
  return {
    ...linesFrom([[0, 1]]),
    fromRow: Int32Array.of(0),
    toRow: Int32Array.of(1),
    curves: Float32Array.from(curve),
    starts: Uint32Array.of(0, curve.length),
  }
}
const climbs = (heights: readonly number[]): boolean =>
  heights.every((y, i) => i === 0 || y >= heights[i - 1]!)

test('headerCurves(…) leads a line in a channel from header to header, never past them', () => {
  const heights = heightsOf([
    [172, 250],
    [230, 250],
    [230, 650],
    [300, 650],
  ])
  expect([heights[0], heights.at(-1)]).toEqual([FROM, TO])
  expect(climbs(heights)).toBe(true)
})

test('headerCurves(…) turns a line round that rose from row to row where headers lie the other way', () => {
  const heights = heightsOf([
    [172, 900],
    [230, 900],
    [230, 450],
    [300, 450],
  ])
  expect([heights[0], heights.at(-1)]).toEqual([FROM, TO])
  expect(climbs(heights)).toBe(true)
})

test('headerCurves(…) leaves a line where it runs level between cards', () => {
  const heights = heightsOf([
    [172, 100],
    [200, 300],
    [260, 300],
    [300, 500],
  ])
  expect(heights).toEqual([FROM, FROM, 300, 300, 300, 300, 300, 300, TO, TO])
})

test('headerCurves(…) lets what leaves the foot of a card leave that of its header, where the way is downwards, and stays within its box', () => {
  const tall = { ...CARDS, height: Float32Array.of(200, 44) }
  const way = [
    [86, 200],
    [386, 400],
  ] as const
  const line = { ...lineAlong(way), fromRow: Int32Array.of(-1), toRow: Int32Array.of(-1) }
  const curve = headerCurves(line, tall, 'down')
  expect([...curve.subarray(0, 2), ...curve.subarray(-2)]).toEqual([86, 44, 386, 400])
  expect(lineBoxes(line, tall)[1]).toBeLessThanOrEqual(44)
})

test('headerCurves(…) lets what leads back upwards enter at the foot of a header, and stays within its box', () => {
  const tall = { ...CARDS, height: Float32Array.of(44, 200) }
  const foot = tall.y[1]! + 200
  const way = [
    [86, 900],
    [386, foot],
  ] as const
  const line = { ...lineAlong(way), fromRow: Int32Array.of(-1), toRow: Int32Array.of(-1) }
  const curve = headerCurves(line, tall, 'down')
  expect([...curve.subarray(-2)]).toEqual([386, tall.y[1]! + 44])
  expect(lineBoxes(line, tall)[1]).toBeLessThanOrEqual(tall.y[1]! + 44)
})

test('headerCurves(…) leads a line beside cards from the side of a header to that of another where the way is downwards, never past it', () => {
  const tall = { ...CARDS, height: Float32Array.of(300, 300) }
  const [from, to] = [250, 400 + 280]
  // From row to row: beside the first card and below it, and beside the second one from above.
  const way = [
    [172, from],
    [190, from],
    [190, 300],
    [270, 400],
    [270, to],
    [300, to],
  ] as const
  const turned = routeCurve(Float64Array.from(way.flatMap(([x, y]) => [y, x])))
  const curve = turned.map((_, i) => turned[i % 2 === 0 ? i + 1 : i - 1]!)
  const line = {
    ...lineAlong(way),
    ...{ curves: Float32Array.from(curve), starts: Uint32Array.of(0, curve.length) },
  }
  const heights = [...headerCurves(line, tall, 'down')].filter((_, i) => i % 2 === 1)
  expect([heights[0], heights.at(-1)]).toEqual([FROM, TO])
  expect(climbs(heights)).toBe(true)
})
