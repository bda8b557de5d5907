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
const topOf = (changed: Partial<Things> = {}) => {
  const picture = prepare(pictureWith({ ...things, ...changed }, linesFrom([])))
  const wish = { camera: { x: 200, y: 200, k: 0.25 }, size: { width: 400, height: 400 }, fitter }
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

test('from far off no badge lies on the name of a box, which tells of it; badges elsewhere stay', () => {
  // The name stands at the head of the box; so does the tile with the warning, or else further down.
  expect(shapesOf(topOf())).toEqual(['error', 'error'])
  expect(shapesOf(topOf({ y: Float32Array.of(0, 236, 36, 336) }))).toEqual(['warning', 'error', 'error'])
})

test('from far off a name is cut to its box, and left out where but a few letters would be left', () => {
  const titles = ['A very long name of a box', 'b', 'c', 'd']
  const nameIn = (width: number): string | undefined =>
    namesOf(topOf({ titles, width: Float32Array.of(width, 120, 120, 120) }))[0]?.text
  expect(nameIn(400)).toMatch(/^A very.*…$/)
  expect(nameIn(180)).toBeUndefined()
})
