import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toTransform } from './camera/camera.ts'
import { isClearOfLines } from './marks/clear-of-lines.ts'
import type { CountMark } from './marks/count-marks.ts'
import { fitterOf } from './marks/cut-text.ts'
import { lineAt } from './marks/hit-test.ts'
import { lightUp, lightUpLine, type Light } from './marks/light-up.ts'
import type { Mark } from './marks/marks.ts'
import { routeCurve } from './picture/curve.ts'
import { cardsAt, linesFrom, pictureWith } from './picture/fake-picture.ts'
import { CARD, SHEETS } from './picture/measures.ts'
import { FORMS } from './picture/picture.ts'
import { prepare, type Prepared } from './picture/prepared.ts'
import { NO_LIGHT, type Lighting } from './lighting.ts'
import { lookAt, type SceneWish } from './look-at.ts'
import { topOf } from './scene.ts'

const half = (text: string): number => text.length * 3
const WISH: SceneWish = {
  camera: { x: 236, y: 300, k: 1 },
  size: { width: 800, height: 800 },
  fitter: fitterOf((text) => text.length * 6),
}

/** Closed containers in two columns with a box round the right one, and lines of different weights between them. */
function crowd(pairs: readonly (readonly [number, number])[], apart = 300, from = 5): Prepared {
  const containers = cardsAt([
    ...Array.from({ length: 24 }, (_, i) => [i % 2 === 0 ? 0 : apart, Math.floor(i / 2) * 50] as const),
    [apart - 40, -40],
  ])
  const box = 24
  const things = {
    ...containers,
    forms: containers.forms.map((_, thing) => (thing === box ? 0 : 1)),
    width: containers.width.map((width, thing) => (thing === box ? 260 : width)),
    height: containers.height.map((height, thing) => (thing === box ? 700 : height)),
  }
  const drawn = linesFrom(pairs, things)
  const weights = drawn.weights.map((_, line) => from + 7 * line)
  return prepare(pictureWith(things, { ...drawn, weights }))
}

const isCount = (mark: Mark): mark is CountMark =>
  mark.kind === 'text' && mark.halo !== undefined && 'line' in mark
const countsIn = (marks: readonly Mark[]): CountMark[] => marks.filter(isCount)
const lit = (light: Light | null, hoveredLine = -1): Lighting => ({ ...NO_LIGHT, light, hoveredLine })

const anyPairs = fc
  .uniqueArray(fc.tuple(fc.nat(11), fc.nat(11)), {
    selector: String,
    minLength: 1,
    maxLength: 30,
  })
  .map((pairs) => pairs.map(([one, other]) => [2 * one, 2 * other + 1] as const))

test('a count stands on its own line, where no other line runs, and on no thing, no outline and no other count, at any scale', () => {
  fc.assert(
    fc.property(
      anyPairs,
      fc.integer({ min: 200, max: 500 }),
      fc.double({ min: 0.46, max: 2, noNaN: true }),
      (pairs, apart, k) => {
        const picture = crowd(pairs, apart)
        const wish = { ...WISH, camera: { ...WISH.camera, k } }
        const transform = toTransform(wish.camera, wish.size)
        const { counts } = lookAt(picture, wish)
        const { things, lines, boxes } = picture
        counts.forEach((one, i) => {
          const [left, right, top, bottom] = [
            one.x - half(one.text),
            one.x + half(one.text),
            one.y - 9,
            one.y + 1,
          ]
          const middle = { x: (one.x - transform.x) / k, y: (one.y - 4 - transform.y) / k }
          expect(lineAt([one.line], lines, picture.curvesAt(k), boxes, middle, 3 / k)).toBe(one.line)
          expect(isClearOfLines(picture, transform, left, top, right, bottom, one.line)).toBe(true)
          for (let thing = 0; thing < things.count; thing++) {
            const [x, y] = [things.x[thing]! * k + transform.x, things.y[thing]! * k + transform.y]
            const [endX, endY] = [x + things.width[thing]! * k, y + things.height[thing]! * k]
            const meets = left < endX && right > x && top < endY && bottom > y
            const isWithin = left > x && right < endX && top > y && bottom < endY
            expect(meets && !(things.forms[thing] === 0 && isWithin)).toBe(false)
          }
          for (const other of counts.slice(i + 1))
            expect(Math.abs(one.x - other.x) >= half(one.text) || Math.abs(one.y - other.y) >= 13).toBe(true)
        })
      },
    ),
  )
})

test('a count stands on no sheet of a stack', () => {
  const stacks = cardsAt([[0, 0]])
  const line = linesFrom([[0, 0]], stacks)
  line.weights[0] = 99
  // All of it runs round the stack, over its sheets.
  const [right, foot] = [CARD.width + 9, CARD.height + 9]
  const points = [CARD.width, 22, right, 22, right, foot, -10, foot, -10, 22, 0, 22]
  const curves = Float32Array.from(routeCurve(Float64Array.from(points)))
  const lines = { ...line, curves, starts: Uint32Array.of(0, curves.length) }
  const things = { ...stacks, forms: stacks.forms.map(() => FORMS.indexOf('stack')) }
  const { counts } = lookAt(prepare(pictureWith(things, lines)), WISH)
  const { x, y } = toTransform(WISH.camera, WISH.size)
  for (const count of counts) {
    const isBeside = count.x + half(count.text) <= x || count.x - half(count.text) >= x + CARD.width + SHEETS
    expect(isBeside || count.y <= y || count.y - 8 >= y + CARD.height + SHEETS).toBe(true)
  }
})

test('a count stands where its line runs straight, not over the bend that is tried first', () => {
  const ends = cardsAt([[0, 0], [230, 278]]) // prettier-ignore
  const line = linesFrom([[0, 1]], ends)
  // It leaves level, turns, and runs down.
  const bend = [200, 22, 217, 22, 230, 35, 230, 52]
  const curves = Float32Array.of(CARD.width, 22, 181, 22, 190, 22, ...bend, 230, 135, 230, 217, 230, 300)
  const lines = { ...line, curves, starts: Uint32Array.of(0, curves.length), weights: Uint32Array.of(99) }
  const things = { ...ends, forms: ends.forms.map(() => FORMS.indexOf('container')) }
  const { counts } = lookAt(prepare(pictureWith(things, lines)), WISH)
  expect(counts).toHaveLength(1)
  const at = counts[0]!.x - toTransform(WISH.camera, WISH.size).x
  expect(at < 200 || at > 228).toBe(true)
})

test('where each line runs by itself, each has its count', () => {
  const level = Array.from({ length: 12 }, (_, i) => [2 * i, 2 * i + 1] as const)
  expect(lookAt(crowd(level), WISH).counts).toHaveLength(12)
})

test('where a line is short its count stands on it as long as a little of the line is seen on both sides', () => {
  expect(lookAt(crowd([[0, 1]], 172 + 36, 12), WISH).counts.map(({ text }) => text)).toEqual(['12'])
  expect(lookAt(crowd([[0, 1]], 172 + 18, 12), WISH).counts).toEqual([])
})

test('a short line with others out of the same end, all on one side, has its count where they have turned away', () => {
  const fan = [9, 7, 5, 3].map((to) => [8, to] as const)
  const told = lookAt(crowd(fan, 172 + 46, 13), WISH).counts.map(({ line }) => line)
  expect(told).toContain(0)
})

test('lines that run close beside each other all have their counts where each has a free place', () => {
  const pairs = [1, 3, 5, 7, 9].map((to) => [4, to] as const)
  expect(lookAt(crowd(pairs, 172 + 90, 250), WISH).counts).toHaveLength(5)
})

const TWISTED = Array.from({ length: 144 }, (_, i) => [2 * (i % 12), 2 * Math.floor(i / 12) + 1] as const)

test('of a line that is too crowded for its count at rest, the count is there when it is chosen or under the pointer', () => {
  const picture = crowd(TWISTED)
  const seen = lookAt(picture, WISH)
  const told = new Set(seen.counts.map(({ line }) => line))
  const untold = TWISTED.findIndex((_, line) => !told.has(line))
  expect(untold).toBeGreaterThanOrEqual(0)
  const linesWith = (lighting: Lighting): number[] => countsIn(topOf(seen, lighting)).map(({ line }) => line)
  expect(linesWith(lit(null))).not.toContain(untold)
  expect(linesWith(lit(null, untold))).toEqual([...told, untold])
  expect(linesWith(lit(lightUpLine(picture, untold)))).toContain(untold)
})

test('what is lit finds room for its counts where lines run that are not lit, and what has its count keeps it in place', () => {
  const picture = crowd(TWISTED)
  const seen = lookAt(picture, WISH)
  const light = lightUp(picture, [{ card: 0, row: -1 }])
  const counts = countsIn(topOf(seen, lit(light)))
  expect(counts.every(({ line }) => light.lines[line] === 1)).toBe(true)
  expect(counts.length).toBeGreaterThan(seen.counts.filter(({ line }) => light.lines[line] === 1).length)
  for (const count of seen.counts) if (light.lines[count.line]) expect(counts).toContainEqual(count)
})

test('a count is in the window with all of its text, wherever its line is cut, as long as there is room on what is seen of it', () => {
  const level = Array.from({ length: 12 }, (_, i) => [2 * i, 2 * i + 1] as const)
  const picture = crowd(level, 900)
  for (const x of [100, 330, 500, 640, 800]) {
    const { counts } = lookAt(picture, {
      ...WISH,
      camera: { x, y: 300, k: 1 },
      size: { width: 400, height: 800 },
    })
    expect(counts).toHaveLength(12)
    for (const count of counts) {
      expect(count.x - half(count.text)).toBeGreaterThanOrEqual(0)
      expect(count.x + half(count.text)).toBeLessThanOrEqual(400)
    }
  }
})

test('counts stand where they stood on the picture when the window moves', () => {
  const picture = crowd(TWISTED.slice(0, 40))
  const at = (x: number): number[][] =>
    lookAt(picture, { ...WISH, camera: { x, y: 300, k: 1 } }).counts.map((one) => [
      one.line,
      one.x + x,
      one.y,
    ])
  const before = at(236)
  expect(before.length).toBeGreaterThan(0)
  for (const x of [237, 238.5, 243, 230]) expect(at(x)).toEqual(before)
})
