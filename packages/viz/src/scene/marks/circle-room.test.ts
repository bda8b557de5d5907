import { expect, test } from 'vitest'
import * as circleMarks from './circle-marks.ts'
import { fitterOf } from './cut-text.ts'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import { lightUpCircle } from './light-up.ts'
import { NO_LIGHT } from '../lighting.ts'
import { lookAt } from '../look-at.ts'
import type { Mark, TextMark } from './marks.ts'
import { FORMS, STROKES, type Circle } from '../picture/picture.ts'
import { prepare } from '../picture/prepared.ts'
import { sceneOf } from '../scene.ts'

const fitter = fitterOf((text) => text.length * 6)
const textsOf = (marks: readonly Mark[]): TextMark[] => marks.filter((mark) => mark.kind === 'text')

/** Tiles of the Map with others close above, below and beside them, and their line back right below them. */
function closeBy(k = 1) {
  const tiles = cardsAt([[0, 0], [144, 0], [0, -66], [0, 74], [320, 0]]) // prettier-ignore
  const forms = tiles.forms.map(() => FORMS.indexOf('tile'))
  const [width, height] = [tiles.width.map(() => 108), tiles.height.map(() => 30)]
  const things = { ...tiles, forms, width, height }
  const there = [108, 15, 120, 15, 130, 15, 144, 15]
  const round = [252, 15, 262, 15, 262, 15, 262, 26, 262, 38, 262, 38, 250, 38, 170, 38, 80, 38, 0, 38, -10, 38, -10, 38, -10, 26, -10, 15, -10, 15, 0, 15] // prettier-ignore
  const pair = {
    ...linesFrom([[0, 1], [1, 0]]), // prettier-ignore
    curves: Float32Array.from([...there, ...round]),
    starts: Uint32Array.of(0, there.length, there.length + round.length),
    strokes: Uint8Array.of(0, STROKES.indexOf('back')),
    reversed: Uint8Array.of(0, 1),
    circles: Int32Array.of(0, 0),
  }
  const ring: Circle = {
    ...{
      key: 'circle:id:a',
      isShortest: true,
      size: 2,
      things: [0, 1],
      lines: [0, 1],
      edges: [1, 1],
      way: [0, 1],
    },
    ...{ wayHops: 2, wayAt: [0, 1], cut: [1], opening: { from: 'id:b', to: 'id:a' } },
  }
  const close = prepare({ ...pictureWith(things, pair), circles: [ring] })
  const near = lookAt(close, { camera: { x: 200, y: 100, k }, size: { width: 1000, height: 700 }, fitter })
  const scene = sceneOf(near, { ...NO_LIGHT, circleMarks, light: lightUpCircle(close, ring) })
  const { x, y } = near.pen.transform
  const at = (thing: number) => ({
    ...{ left: things.x[thing]! * k + x, right: (things.x[thing]! + 108) * k + x },
    ...{ top: things.y[thing]! * k + y, bottom: (things.y[thing]! + 30) * k + y },
  })
  const disc = scene.top.find((mark) => mark.kind === 'dots' && mark.radius === 16)
  return { scene, at, disc: disc as { at: number[] } | undefined, lineY: 38 * k + y, lineX: -10 * k + x }
}

test('a lit circle with others close by has a hull as close, with its name and its line back in it', () => {
  const { scene, at, lineY, lineX } = closeBy()
  const hulls = scene.ground.find((mark) => mark.kind === 'rects' && mark.fill === 'error-bg') as {
    at: number[]
  }
  expect(hulls.at).toHaveLength(4)
  const [left, top, width, height] = hulls.at as [number, number, number, number]
  expect(top).toBeGreaterThan(at(2).bottom)
  expect(top + height).toBeLessThan(at(3).top)
  expect(left).toBeLessThan(lineX)
  expect(top + height).toBeGreaterThan(lineY)
  const name = textsOf(scene.top).find(({ text }) => text === 'Circle of 2')!
  expect([name.y > top + 9, name.y < top + height, name.x > left, name.x + 70 < left + width]).toEqual([
    ...[true, true, true, true],
  ])
})

test('the marks of a lit circle cover neither things nor one another: the steps have their numbers beside the scissors', () => {
  const { scene, at, disc } = closeBy()
  const texts = textsOf(scene.top).map(({ text }) => text)
  expect(texts).toEqual(expect.arrayContaining(['1', '2', 'Cut this edge: the circle opens']))
  const [x, y] = disc!.at as [number, number]
  for (const thing of [0, 1]) {
    const { left, right, bottom } = at(thing)
    expect(y - 16 >= bottom || x + 16 <= left || x - 16 >= right).toBe(true)
  }
  for (const number of textsOf(scene.top).filter(({ text }) => /^[12]$/.test(text)))
    expect(Math.hypot(number.x - x, number.y - 4 - y)).toBeGreaterThanOrEqual(25)
})

test('the marks of a lit circle cover no arrowhead, and what has no room is left out', () => {
  for (const k of [0.5, 0.7, 1]) {
    const { scene, at, disc } = closeBy(k)
    const tip = { x: at(1).left, y: (at(1).top + at(1).bottom) / 2 }
    for (const { text, x, y } of textsOf(scene.top).filter(({ text }) => /^[12]$/.test(text)))
      expect([k, text, x + 9 <= tip.x - 7 || x - 9 >= tip.x || y - 4 - 9 > tip.y + 4]).toEqual([
        k,
        text,
        true,
      ])
    const [x, y] = disc?.at ?? [-1000, -1000]
    for (const thing of [0, 1, 3]) {
      const { left, right, top, bottom } = at(thing)
      expect(y! - 16 >= bottom || y! + 16 <= top || x! + 16 <= left || x! - 16 >= right).toBe(true)
    }
  }
})
