import { expect, test } from 'vitest'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import { FORMS, type Things } from '../picture/picture.ts'
import { prepare } from '../picture/prepared.ts'
import { fitterOf } from './cut-text.ts'
import { nameLineOf } from './name-line.ts'

const SCALES = [0.55, 0.6, 0.65, 0.7, 0.75, 0.79]

/** Tiles of 172 units below one another; a letter is 5.5 px wide. */
function iconsOf(titles: readonly string[], more: Partial<Things> = {}) {
  let measured = 0
  const fitter = fitterOf((text) => (measured++, text.length * 6))
  const tiles = {
    ...cardsAt(titles.map((_, i) => [0, 44 * i])),
    ...{ forms: new Uint8Array(titles.length).fill(FORMS.indexOf('tile')), titles, ...more },
  }
  const picture = prepare(pictureWith(tiles, linesFrom([])))
  const shown = (k: number, thing: number): boolean => {
    const pen = { picture, transform: { x: 0, y: 0, k }, fitter, right: 1000, columns: new Map() }
    return nameLineOf(pen, thing, 0, 172 * k, 30 * k).icon > 0
  }
  return {
    at: (k: number) => titles.map((_, thing) => shown(k, thing)),
    shown,
    measured: () => measured,
  }
}

/** Whole beside its icon from 37 %, 71 % and 107 % on; without it from 27 %, 62 % and 98 %. */
const [SHORT, LONG, ENDLESS] = [7, 18, 29].map((length) => 'n'.repeat(length)) as [string, string, string]

test('things of one sort have no icons while the icon would be what cuts a name of theirs, and all have before and after', () => {
  expect(SCALES.map(iconsOf([SHORT, LONG]).at)).toEqual(
    [1, 1, 0, 0, 1, 1].map((has) => [has === 1, has === 1]),
  )
})

test('all of a sort look alike wherever they stand', () => {
  const { at } = iconsOf([SHORT, LONG], { box: Int32Array.of(-1, 0) })
  for (const k of SCALES) expect(new Set(at(k)).size).toBe(1)
})

test('all have their icons where names are whole beside them, or cut either way', () => {
  for (const titles of [[SHORT], [SHORT, ENDLESS], [ENDLESS, ENDLESS]])
    expect(SCALES.map(iconsOf(titles).at)).toEqual(SCALES.map(() => titles.map(() => true)))
})

test('what is of another sort is no reason to have no icon', () => {
  expect(iconsOf([SHORT, LONG], { sorts: ['chart', 'table'] }).at(0.65)).toEqual([true, false])
})

test('an open box is no reason for what stands beside it to have no icon', () => {
  const { shown } = iconsOf([SHORT, LONG], {
    forms: Uint8Array.of(FORMS.indexOf('tile'), FORMS.indexOf('box')),
  })
  expect(shown(0.65, 0)).toBe(true)
})

test('names are measured once for all scales, and none of more alike than a window shows', () => {
  const few = iconsOf(Array.from({ length: 100 }, (_, i) => `table_${i}`))
  for (const k of SCALES) few.at(k)
  expect(few.measured()).toBe(100)
  const many = iconsOf(Array.from({ length: 2000 }, (_, i) => `table_${i}`))
  expect(many.shown(0.6, 0)).toBe(false)
  expect(many.measured()).toBe(0)
})
