import { expect, test } from 'vitest'
import { packAgain, type Parcel } from './pack-again.ts'

/** A component of 100 by 100 that is still where it was, unless told otherwise. */
const parcel = (left: number, top: number, growth: Partial<Parcel['growth']> = {}): Parcel => ({
  width: 100 + (growth.width ?? 0),
  height: 100 + (growth.height ?? 0),
  left,
  top,
  before: [left, top, left + 100, top + 100],
  growth: { width: 0, height: 0, ...growth },
})

const placesOf = (parcels: readonly Parcel[]) => {
  const { left, top } = packAgain(parcels, 10)
  return [...left].map((x, i) => [x, top[i]])
}

test('packAgain(what has not changed) leaves all where it was', () => {
  expect(placesOf([parcel(0, 0), parcel(110, 0), parcel(0, 110)])).toEqual([[0, 0], [110, 0], [0, 110]]) // prettier-ignore
})

test('packAgain(one that has grown) moves what is beside it to the right, and what is below it down', () => {
  expect(placesOf([parcel(0, 0, { width: 50, height: 30 }), parcel(110, 0), parcel(0, 110)])).toEqual([
    [0, 0],
    [160, 0],
    [0, 140],
  ])
})

test('packAgain(one that has shrunk) brings the others back', () => {
  expect(placesOf([parcel(0, 0, { height: -30 }), parcel(0, 110)])).toEqual([[0, 0], [0, 80]]) // prettier-ignore
})

test('packAgain(new one) puts it below the others', () => {
  const fresh: Parcel = { ...parcel(0, 0), left: NaN, top: NaN }
  expect(placesOf([fresh, parcel(0, 0)])).toEqual([[0, 110], [0, 0]]) // prettier-ignore
})
