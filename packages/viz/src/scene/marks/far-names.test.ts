import { expect, test } from 'vitest'
import { fitterOf } from './cut-text.ts'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import { FORMS, type Things } from '../picture/picture.ts'
import { prepare } from '../picture/prepared.ts'
import { NO_LIGHT } from '../lighting.ts'
import { lookAt } from '../look-at.ts'
import { sceneOf } from '../scene.ts'

const [BOX, TILE] = [FORMS.indexOf('box'), FORMS.indexOf('tile')]
/** A box around three tiles, the first of which has a warning; at a quarter of their size. */
const plain = cardsAt([
  [0, 0],
  [12, 36],
  [212, 36],
  [12, 336],
])
const things: Things = {
  ...plain,
  width: Float32Array.of(400, 120, 120, 120),
  height: Float32Array.of(400, 30, 30, 30),
  forms: Uint8Array.of(BOX, TILE, TILE, TILE),
  box: Int32Array.of(-1, 0, 0, 0),
  titles: ['Warehouse', 'b', 'c', 'd'],
  warnings: Uint32Array.of(1, 1, 0, 0),
  errors: Uint32Array.of(2, 0, 0, 2),
}
const fitter = fitterOf((text) => text.length * 6)
const topOf = (
  changed: Partial<Things> = {},
  pairs: readonly (readonly [number, number])[] = [],
  k = 0.25,
) => {
  const drawn = { ...things, ...changed }
  const picture = prepare(pictureWith(drawn, linesFrom(pairs, drawn)))
  const wish = { camera: { x: 200, y: 200, k }, size: { width: 400, height: 400 }, fitter }
  return sceneOf(lookAt(picture, wish), NO_LIGHT).top
}
const namesOf = (marks: ReturnType<typeof topOf>) => marks.filter((mark) => mark.kind === 'text')
const shapesOf = (marks: ReturnType<typeof topOf>) =>
  marks.flatMap((mark) => (mark.kind === 'path' && mark.fill ? [mark.fill] : []))

test('from far off a box says its name at its head, and the shape of the gravest finding in it', () => {
  const marks = topOf()
  expect(namesOf(marks)).toMatchObject([{ text: 'Warehouse', x: 154, size: 11, weight: 600 }])
  expect(shapesOf(marks)).toContain('error')
})

/** Where the name stands at a quarter of its size: how far from the left and the top of its box. */
const placeOf = (changed: Partial<Things>, pairs: readonly (readonly [number, number])[] = []) =>
  namesOf(topOf(changed, pairs)).map(({ x, y }) => [Math.round(x - 150), Math.round(y - 150)])

test('from far off the name of a box covers nothing in it: where its head is full it stands beside or below that, or is left out', () => {
  const tilesAt = (x: number[], y: number[], width = 120, height = 30): Partial<Things> => ({
    ...{ titles: ['Depot', 'b', 'c', 'd'], x: Float32Array.of(0, ...x), y: Float32Array.of(0, ...y) },
    ...{ width: Float32Array.of(400, width, width, width), height: Float32Array.of(400, height, 30, 30) },
  })
  expect(placeOf(tilesAt([12, 12, 12], [60, 200, 336]))).toEqual([[4, 10]])
  expect(placeOf(tilesAt([12, 268, 12], [36, 336, 336]))).toEqual([[36, 10]])
  expect(placeOf(tilesAt([12, 12, 12], [36, 300, 336], 376))).toEqual([[4, 26]])
  expect(placeOf(tilesAt([12, 12, 12], [36, 36, 36], 376, 340))).toEqual([])
})

test('from far off a box that has no place for its name has the shape of what is wrong in it in its header', () => {
  const full = {
    ...{ x: Float32Array.of(0, 12, 12, 12), y: Float32Array.of(0, 36, 36, 36) },
    ...{ width: Float32Array.of(400, 376, 376, 376), height: Float32Array.of(400, 340, 30, 30) },
    ...{ errors: Uint32Array.of(2, 0, 0, 0), warnings: new Uint32Array(4) },
  }
  const [shape, ...more] = topOf(full).filter((mark) => mark.kind === 'path' && mark.fill === 'error')
  expect(more).toEqual([])
  if (shape?.kind !== 'path') throw new Error('there is no shape')
  const size = 14 * shape.scale
  expect(shape.x).toBeGreaterThan(220)
  expect(shape.x + size).toBeLessThan(250)
  expect(shape.y).toBeGreaterThan(150)
  expect(shape.y + size).toBeLessThan(159)
})

test('from far off the name of a box covers no line that leads through it', () => {
  const beside = {
    ...{ titles: ['Depot', 'b', 'c', 'd'], box: Int32Array.of(-1, -1, -1, 0) },
    ...{ x: Float32Array.of(0, -300, 600, 12), y: Float32Array.of(0, 12, 12, 80) },
  }
  expect(placeOf(beside)).toEqual([[4, 10]])
  expect(placeOf(beside, [[1, 2]])).toEqual([[4, 37]])
})

test('as one zooms in the name of a box goes to its head and not back', () => {
  const placesOf = (tiles: Partial<Things>): number[] =>
    Array.from({ length: 60 }, (_, i) => 0.12 + 0.0035 * i).flatMap((k) =>
      namesOf(topOf(tiles, [], k)).map(({ y }) => Math.round(y - 200 + 200 * k)),
    )
  const tiles = { titles: ['Depot', 'b', 'c', 'd'], y: Float32Array.of(0, 50, 120, 336) }
  const places = placesOf({
    ...tiles,
    x: Float32Array.of(0, 12, 12, 12),
    width: Float32Array.of(400, 376, 376, 376),
  })
  expect(new Set(places.slice(0, 10)).has(10)).toBe(false)
  expect(new Set(places.slice(places.indexOf(10)))).toEqual(new Set([10]))
})

test('from far off a name is cut to its box, and left out where but a few letters would be left', () => {
  const titles = ['A very long name of a box', 'b', 'c', 'd']
  const nameIn = (width: number): string | undefined =>
    namesOf(topOf({ titles, width: Float32Array.of(width, 120, 120, 120) }))[0]?.text
  expect(nameIn(400)).toMatch(/^A very.*…$/)
  expect(nameIn(180)).toBeUndefined()
})
