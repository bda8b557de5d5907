import { expect, test } from 'vitest'
import { loopCurve } from '../picture/curve.ts'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import { TILE } from '../picture/measures.ts'
import { FORMS, STROKES } from '../picture/picture.ts'
import { prepare } from '../picture/prepared.ts'
import { drawBadge } from './badge-marks.ts'
import { isClearOfLines } from './clear-of-lines.ts'
import { fitterOf } from './cut-text.ts'
import { nameLineOf } from './name-line.ts'
import { startSheet } from './sheet.ts'

const fitter = fitterOf((text) => text.length * 6)
const NAME = 'a_name_that_is_wider_than_its_tile'

/** A tile with a finding, which feeds itself if it has a loop. */
const tileWith = (name: string, hasLoop: boolean) => {
  const tiles = {
    ...cardsAt([[0, 100]]),
    ...{ forms: Uint8Array.of(FORMS.indexOf('tile')), titles: [name] },
    ...{ height: Float32Array.of(TILE.height), warnings: Uint32Array.of(1) },
  }
  const curves = Float32Array.from(loopCurve(tiles.width[0]!, 100, 100 + TILE.height / 2))
  const loop = {
    ...linesFrom([[0, 0]]),
    ...{ strokes: Uint8Array.of(STROKES.indexOf('self')), curves, starts: Uint32Array.of(0, curves.length) },
  }
  return prepare(pictureWith(tiles, hasLoop ? loop : linesFrom([])))
}

/** Where its badge stands at a scale. */
function badgeOn(picture: ReturnType<typeof tileWith>, k: number): { x: number; y: number; size: number } {
  const sheet = startSheet()
  drawBadge(sheet, { picture, transform: { x: 0, y: 0, k }, fitter, right: 1000, columns: new Map() }, 0)
  const [shape] = sheet.marks()
  if (shape?.kind !== 'path') throw new Error('no badge')
  return { x: shape.x, y: shape.y, size: 14 * shape.scale }
}

test.each([0.46, 0.53, 0.6, 0.75])(
  'at %f the badge of what feeds itself lies on no loop, and stands on the corner of what does not where its name needs all its room',
  (k) => {
    for (const name of ['a', NAME]) {
      const picture = tileWith(name, true)
      const { x, y, size } = badgeOn(picture, k)
      expect(isClearOfLines(picture, { x: 0, y: 0, k }, x, y, x + size, y + size)).toBe(true)
    }
    expect(badgeOn(tileWith(NAME, false), k).y).toBeLessThan(100 * k)
  },
)

test.each([
  [0.5, false],
  [0.55, true],
  [0.65, true],
  [0.79, true],
])('at %f things of all sorts have their icons: %s, however long their names are', (k, hasIcons) => {
  const titles = ['n', 'n'.repeat(18), NAME, 'n']
  const tiles = {
    ...cardsAt(titles.map((_, i) => [0, 44 * i])),
    ...{ forms: new Uint8Array(titles.length).fill(FORMS.indexOf('tile')), titles },
    sorts: ['chart', 'table', 'table', 'dashboard'],
  }
  const picture = prepare(pictureWith(tiles, linesFrom([])))
  const pen = { picture, transform: { x: 0, y: 0, k }, fitter, right: 1000, columns: new Map() }
  const icons = titles.map((_, thing) => nameLineOf(pen, thing, 0, 172 * k, 30 * k).icon > 0)
  expect(icons).toEqual(titles.map(() => hasIcons))
})
