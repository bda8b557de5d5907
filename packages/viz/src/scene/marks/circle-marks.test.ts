import { expect, test } from 'vitest'
import { isClearOfLines } from './clear-of-lines.ts'
import * as circleMarks from './circle-marks.ts'
import { circlePills } from './circle-pills.ts'
import { hullsOf } from './hulls.ts'
import { fitterOf } from './cut-text.ts'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import { lightUpCircle } from './light-up.ts'
import type { Mark, TextMark } from './marks.ts'
import { STROKES, type Circle } from '../picture/picture.ts'
import { startPlaces } from './places-taken.ts'
import { prepare } from '../picture/prepared.ts'
import { NO_LIGHT } from '../lighting.ts'
import { lookAt } from '../look-at.ts'
import { sceneOf } from '../scene.ts'

/** a → b → c, and back from c to a, far below; d stands elsewhere. */
const cards = cardsAt([
  [0, 0],
  [300, 0],
  [600, 0],
  [0, 600],
])
const ahead = linesFrom(
  [
    [0, 1],
    [1, 2],
    [2, 0],
  ],
  cards,
)
const back = [772, 22, 790, 22, 790, 120, 700, 120, 500, 120, 300, 120, 100, 120, -20, 120, -20, 22, 0, 22]
const starts = Uint32Array.of(0, ahead.starts[1]!, ahead.starts[2]!, ahead.starts[2]! + back.length)
const lines = {
  ...ahead,
  curves: Float32Array.from([...ahead.curves.slice(0, ahead.starts[2]), ...back]),
  starts,
  strokes: Uint8Array.of(0, 0, STROKES.indexOf('back')),
  circles: Int32Array.of(0, 0, 0),
}
const circle: Circle = {
  ...{ key: 'circle:id:a', size: 3, things: [0, 1, 2], lines: [0, 1, 2], edges: [1, 1, 1] },
  ...{ way: [0, 1, 2], wayHops: 3, wayAt: [0, 1, 2], isShortest: true, cut: [2] },
  opening: { from: 'id:c', to: 'id:a' },
}
const picture = prepare({ ...pictureWith(cards, lines), circles: [circle] })
const fitter = fitterOf((text) => text.length * 6)
const seenAt = (k: number) =>
  lookAt(picture, { camera: { x: 386, y: 200, k }, size: { width: 1000, height: 700 }, fitter })
const topAt = (k: number): readonly Mark[] =>
  sceneOf(seenAt(k), { ...NO_LIGHT, circleMarks, light: lightUpCircle(picture, circle) }).top
const textsOf = (marks: readonly Mark[]): TextMark[] => marks.filter((mark) => mark.kind === 'text')

/** How the lines and heads of a circle are drawn while one of its lines is chosen, but for what frees them from the others. */
const linesWith = (line: number) =>
  sceneOf(seenAt(1), { ...NO_LIGHT, circleMarks, light: lightUpCircle(picture, circle, line) }).top.flatMap(
    (mark): unknown[] =>
      mark.kind === 'lines' && mark.stroke !== 'canvas'
        ? [[mark.stroke, mark.lines, mark.lineWidth, mark.dash]]
        : mark.kind === 'heads'
          ? [[mark.fill, mark.at.length / 4]]
          : [],
  )

test('a line of a lit circle that is chosen has the accent and is the widest: an edge to cut is dashed for all that', () => {
  expect(linesWith(2)).toEqual([
    ['error', [0, 1], 2.25, undefined],
    ['accent', [2], 3.5, [7, 5]],
    ...[
      ['error', 2],
      ['accent', 1],
    ],
  ])
  expect(linesWith(1)).toEqual([
    ['error', [0], 2.25, undefined],
    ['error', [2], 3, [7, 5]],
    ['accent', [1], 3.5, undefined],
    ...[
      ['error', 1],
      ['error', 1],
      ['accent', 1],
    ],
  ])
})

test('a lit circle stands in a hull around its members and its lines', () => {
  const { ground } = sceneOf(seenAt(1), { ...NO_LIGHT, circleMarks, light: lightUpCircle(picture, circle) })
  const hull = ground.find((mark) => mark.kind === 'rects' && mark.fill === 'error-bg')
  expect(hull).toMatchObject({ kind: 'rects', alpha: 'hull', radius: 14 })
  const [left, top, width, height] = (hull as { at: number[] }).at
  // The window's left upper corner is at -114, -150 of the picture.
  expect([left! - 114, top! - 150]).toEqual([-32, -56])
  expect([width! + left! - 114, height! + top! - 150]).toEqual([802, 148])
})

test('a lit circle is named, its way is numbered, and its edge to cut says so', () => {
  const texts = textsOf(topAt(1)).map(({ text }) => text)
  expect(texts).toEqual(expect.arrayContaining(['1', '2', '3']))
  expect(texts).toContain('Circle of 3')
  expect(texts).toContain('shortest way round: 3 hops')
  expect(texts).toContain('Cut this edge: the circle opens')
  expect(texts).toContain('c → a')
})

test('a lit circle whose hull is too narrow for its way in words has its name alone: none reach past its side', () => {
  const wide = fitterOf((text) => text.length * 24)
  const seen = lookAt(picture, {
    ...{ camera: { x: 386, y: 200, k: 1 }, size: { width: 1000, height: 700 }, fitter: wide },
  })
  const { top } = sceneOf(seen, { ...NO_LIGHT, circleMarks, light: lightUpCircle(picture, circle) })
  const texts = textsOf(top).map(({ text }) => text)
  expect(texts).toContain('Circle of 3')
  expect(texts).not.toContain('shortest way round: 3 hops')
})

test('a lit circle puts the scissors where there is room for their words too', () => {
  // A card lies under the middle of the edge to cut, and one at its right.
  const crowded = cardsAt([
    [0, 0],
    [300, 0],
    [600, 0],
    [380, 130],
  ])
  const full = prepare({ ...pictureWith(crowded, lines), circles: [circle] })
  const seen = lookAt(full, { camera: { x: 386, y: 200, k: 1 }, size: { width: 1000, height: 700 }, fitter })
  const { top } = sceneOf(seen, { ...NO_LIGHT, circleMarks, light: lightUpCircle(full, circle) })
  const ends = textsOf(top).find(({ text }) => text === 'c → a')!
  // The window's left upper corner is at -114, -150 of the picture: the card stands from 494 to 666.
  const [left, right] = ends.anchor === 'end' ? [ends.x - 30, ends.x] : [ends.x, ends.x + 30]
  expect(right <= 494 || left >= 666).toBe(true)
})

test('a lit circle says what to cut below the line where cards stand right above it', () => {
  const close = Float32Array.from(lines.curves, (value, i) => (i % 2 === 1 && value === 120 ? 57 : value))
  const low = prepare({ ...pictureWith(cards, { ...lines, curves: close }), circles: [circle] })
  const seen = lookAt(low, { camera: { x: 386, y: 200, k: 1 }, size: { width: 1000, height: 700 }, fitter })
  const texts = textsOf(sceneOf(seen, { ...NO_LIGHT, circleMarks, light: lightUpCircle(low, circle) }).top)
  const [todo, ends] = ['Cut this edge: the circle opens', 'c → a'].map((said) =>
    texts.find(({ text }) => text === said),
  )
  // The window's upper edge is at -150 of the picture.
  expect(todo!.y).toBeGreaterThan(57 + 150)
  expect(ends!.y).toBe(todo!.y)
})

test('a lit circle keeps the words on what to cut off the side of a hull that leaves others out', () => {
  // A card stands in the way of a hull around all, and the edge to cut runs so close below the others that words above it would lie on their hull's foot.
  const beside = cardsAt([[0, 0], [300, 0], [600, 0], [380, 80]]) // prettier-ignore
  const close = Float32Array.from(lines.curves, (value, i) => (i % 2 === 1 && value === 120 ? 72 : value))
  const low = prepare({ ...pictureWith(beside, { ...lines, curves: close }), circles: [circle] })
  const seen = lookAt(low, { camera: { x: 386, y: 200, k: 1 }, size: { width: 1000, height: 700 }, fitter })
  const { ground, top } = sceneOf(seen, { ...NO_LIGHT, circleMarks, light: lightUpCircle(low, circle) })
  const hull = ground.find((mark) => mark.kind === 'rects' && mark.fill === 'error-bg')
  const [, from, , height] = (hull as { at: number[] }).at as [number, number, number, number]
  const words = textsOf(top).filter(({ text }) => /^Cut|→/.test(text))
  expect(words).toHaveLength(2)
  for (const { y } of words) expect(y - 12 >= from + height || y + 5 <= from + height).toBe(true)
})

test('a lit circle keeps the words on what to cut in its hull, and its own line out of them', () => {
  // The foot of the hull is taken but for its left end, where the words would reach out of it.
  const crowded = cardsAt([
    [0, 0],
    [300, 0],
    [600, 0],
    [160, 60],
    [160, 130],
    [340, 130],
    [520, 130],
    [640, 130],
  ])
  const full = prepare({ ...pictureWith(crowded, lines), circles: [circle] })
  const seen = lookAt(full, { camera: { x: 386, y: 200, k: 1 }, size: { width: 1000, height: 700 }, fitter })
  const lit = { ...NO_LIGHT, circleMarks, light: lightUpCircle(full, circle) }
  const [{ top }, hulls] = [sceneOf(seen, lit), hullsOf(full, circle, 1)]
  const right = Math.max(...hulls.map(({ x, width }) => x + width + 114))
  for (const { text, x, anchor } of textsOf(top).filter(({ text }) => /^Cut|→/.test(text))) {
    const end = fitter.width(text, 12, 600)
    const [from, to] = anchor === 'end' ? [x - end, x] : [x, x + end]
    expect(from).toBeGreaterThan(Math.min(...hulls.map(({ x }) => x + 114)))
    expect(to).toBeLessThan(right)
    // Where the line goes up: at -20 and at 790 of the picture.
    for (const line of [-20, 790]) expect(line + 114 < from || line + 114 > to).toBe(true)
  }
})

test('a lit circle keeps the words on what to cut clear of its other lines', () => {
  // A line of the circle runs from its first card to its last, through where the words stand else.
  const through = [172, 22, 300, 80, 350, 105, 400, 108, 500, 111, 700, 100, 772, 22]
  const curves = Float32Array.from([...lines.curves, ...through])
  const more = {
    ...lines,
    ...linesFrom([[0, 1], [1, 2], [2, 0], [0, 2]], cards), // prettier-ignore
    curves,
    starts: Uint32Array.of(...starts, curves.length),
    strokes: Uint8Array.of(...lines.strokes, 0),
    circles: Int32Array.of(0, 0, 0, 0),
  }
  const wide = { ...circle, lines: [0, 1, 2, 3] }
  const full = prepare({ ...pictureWith(cards, more), circles: [wide] })
  const seen = lookAt(full, { camera: { x: 386, y: 200, k: 1 }, size: { width: 1000, height: 700 }, fitter })
  const { top } = sceneOf(seen, { ...NO_LIGHT, circleMarks, light: lightUpCircle(full, wide) })
  const words = textsOf(top).filter(({ text }) => /^Cut|→/.test(text))
  expect(words).toHaveLength(2)
  for (const { text, x, y, anchor } of words) {
    const width = fitter.width(text, 12, 600)
    const left = anchor === 'end' ? x - width : x
    expect(isClearOfLines(full, seen.pen.transform, left, y - 9, left + width, y + 3)).toBe(true)
  }
})

test('a lit circle leaves room between the words on what to cut and their own line, where that turns up', () => {
  const close = cardsAt([[0, 0], [100, -300], [200, 0]]) // prettier-ignore
  const there = linesFrom([[0, 1], [1, 2], [2, 0]], close) // prettier-ignore
  const rooms = Array.from({ length: 60 }, (_, step) => {
    const turn = 380 + step
    const right = [372, 22, turn, 22, turn, 22, turn, 22, turn, 60, turn, 100, turn, 120]
    const left = [turn - 50, 120, 50, 120, -20, 120, -20, 100, -20, 60, -20, 22, -10, 22, 0, 22, 0, 22]
    const curves = Float32Array.from([...there.curves.slice(0, there.starts[2]), ...right, ...left])
    const bounds = Uint32Array.of(0, there.starts[1]!, there.starts[2]!, curves.length)
    const turned = { ...there, curves, starts: bounds, strokes: lines.strokes, circles: lines.circles }
    const full = prepare({ ...pictureWith(close, turned), circles: [circle] })
    const seen = lookAt(full, { camera: { x: 200, y: 0, k: 1 }, size: { width: 1000, height: 700 }, fitter })
    const { top } = sceneOf(seen, { ...NO_LIGHT, circleMarks, light: lightUpCircle(full, circle) })
    const todo = textsOf(top).find(({ text }) => text.startsWith('Cut'))
    if (!todo) return Infinity
    const width = fitter.width(todo.text, 12, 600)
    const [from, to] = todo.anchor === 'end' ? [todo.x - width, todo.x] : [todo.x, todo.x + width]
    // The window's left edge is at -300 of the picture.
    return Math.min(Math.abs(turn + 300 - to), Math.abs(from - (-20 + 300)))
  })
  expect(rooms.filter((room) => room < 20).length).toBeGreaterThan(5)
  expect(Math.min(...rooms)).toBeGreaterThanOrEqual(4)
})

test('a lit circle between whose members others stand has its name at one of its hulls', () => {
  const apart = cardsAt([
    [300, 300],
    [600, 0],
    [600, 300],
    [300, 0],
  ])
  const ring: Circle = { ...circle, lines: [], way: [], cut: [] }
  const full = prepare({ ...pictureWith(apart, linesFrom([], apart)), circles: [ring] })
  const seen = lookAt(full, { camera: { x: 386, y: 200, k: 1 }, size: { width: 1000, height: 700 }, fitter })
  const { ground, top } = sceneOf(seen, { ...NO_LIGHT, circleMarks, light: lightUpCircle(full, ring) })
  const hulls = hullsOf(full, ring, 1)
  expect(hulls.length).toBeGreaterThan(1)
  const shape = { kind: 'path', fill: 'error-bg', alpha: 'hull', x: 114, y: 150, scale: 1 }
  expect(ground).toContainEqual(expect.objectContaining(shape))
  const name = textsOf(top).find(({ text }) => text === 'Circle of 3')!
  const isAtHull = hulls.some(({ x, y, width, height }) => {
    const [fromX, fromY] = [name.x - x - 114, name.y - y - 150]
    return fromX >= 0 && fromX <= width && fromY >= -24 && fromY <= height + 24
  })
  expect(isAtHull).toBe(true)
})

test('a lit circle draws the edge to cut dashed, with a head, and under nothing else that is lit', () => {
  const cut = topAt(1).findLast((mark) => mark.kind === 'lines')
  expect(cut).toMatchObject({ stroke: 'error', lineWidth: 3, dash: [7, 5], lines: [2] })
})

test('from far off a lit circle is its lines alone', () => {
  const own = textsOf(topAt(0.4)).map(({ text }) => text)
  expect(own).not.toContain('Circle of 3')
  expect(own).not.toContain('1')
})

/** A window that shows all of the picture. */
const ALL = { x: -1000, y: -1000, width: 4000, height: 4000 }

const pillsWith = (taken: readonly (readonly [number, number, number, number])[], of = picture) => {
  const places = startPlaces()
  for (const place of taken) places.take(...place)
  return circlePills(of, [0, 1, 2], { x: 0, y: 0, k: 1 }, ALL, fitter, places)
}

test('circlePills(…) puts a pill beside the back edge of a circle, where no line is under it', () => {
  const [pill] = pillsWith([])
  expect(pill).toMatchObject({ circles: [0], line: 2, text: 'Circle of 3 · 1 edge back', y: 123 })
  const { x, y, width, height } = pill!
  const isClear = isClearOfLines(picture, { x: 0, y: 0, k: 1 }, x, y, x + width, y + height)
  expect(isClear).toBe(true)
})

test('circlePills(…) puts it on the other side where this one is covered, on its line where both are, says less where there is less room, and nothing where there is none', () => {
  expect(pillsWith([[-100, 122, 900, 200]])[0]).toMatchObject({ text: 'Circle of 3 · 1 edge back', y: 95 })
  const onLine = pillsWith([
    [-100, -100, 900, 104],
    [-100, 134, 900, 300],
  ])
  expect(onLine).toMatchObject([{ text: 'Circle of 3 · 1 edge back', y: 109 }])
  const slits = Array.from({ length: 20 }, (_, i) => [-100 + 100 * i, 0, -20 + 100 * i, 200] as const)
  expect(pillsWith(slits)).toEqual([])
  const gaps = Array.from({ length: 20 }, (_, i) => [-100 + 150 * i, 0, -40 + 150 * i, 200] as const)
  expect(pillsWith(gaps)).toMatchObject([{ text: '3' }])
  expect(pillsWith([[-1000, -1000, 2000, 2000]])).toEqual([])
})

test('circlePills(…) makes all alike at one scale, whatever room each has: low where the picture is smaller than its own size', () => {
  const heightsAt = (k: number) =>
    [[], [[-100, -100, 900, 118 * k] as const]].map((taken) => {
      const places = startPlaces()
      for (const place of taken) places.take(...place)
      return circlePills(picture, [0, 1, 2], { x: 0, y: 0, k }, ALL, fitter, places)[0]?.height
    })
  expect([1.2, 1, 0.9, 0.5].map(heightsAt)).toEqual([
    [22, 22],
    [22, 22],
    [16, 16],
    [16, 16],
  ])
})

test('circlePills(…) puts it over other lines where all of its back edge is crossed', () => {
  // Lines so close to each other across the back edge that none leaves room for a pill.
  const across = Array.from({ length: 200 }, (_, i) => 5 * i - 100)
  const pairs = across.map(() => [3, 3] as const)
  const crossing = across.flatMap((x) => [x, 100, x, 110, x, 130, x, 140])
  const many = {
    ...linesFrom([...[[0, 1] as const, [1, 2] as const, [2, 0] as const], ...pairs], cards),
    curves: Float32Array.from([...lines.curves, ...crossing]),
    starts: Uint32Array.from([...starts, ...across.map((_, i) => starts[3]! + 8 * (i + 1))]),
    strokes: Uint8Array.from([...lines.strokes, ...across.map(() => 0)]),
    circles: Int32Array.from([...lines.circles, ...across.map(() => -1)]),
  }
  const crowded = prepare({ ...pictureWith(cards, many), circles: [circle] })
  const above = [-100, -100, 900, 104] as const
  const below = [-100, 134, 900, 300] as const
  expect(pillsWith([above, below], crowded)).toMatchObject([
    { circles: [0], text: 'Circle of 3 · 1 edge back', y: 109 },
  ])
})
