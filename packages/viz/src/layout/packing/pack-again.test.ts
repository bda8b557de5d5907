import { expect, test } from 'vitest'
import { packAgain } from './pack-again.ts'
import type { Parcel } from './parcel.ts'

/** A component of 100 by 100 that is still where it was, unless told otherwise. */
const parcel = (left: number, top: number, growth: Partial<Parcel['growth']> = {}): Parcel => ({
  width: 100 + (growth.width ?? 0),
  height: 100 + (growth.height ?? 0),
  left,
  top,
  before: [left, top, left + 100, top + 100],
  growth: { width: 0, height: 0, ...growth },
  lane: false,
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

test('packAgain(one that has split) leaves all others where they were, and what came off it near', () => {
  const half: Parcel = { ...parcel(0, 0), before: [0, 50, 100, 150] }
  expect(placesOf([parcel(0, 0), half, parcel(110, 0), parcel(0, 160)])).toEqual([[0, 0], [110, 110], [110, 0], [0, 160]]) // prettier-ignore
})

test('packAgain(one that has been two, on both sides of another) leaves that where it was', () => {
  const joined: Parcel = { ...parcel(0, 0), width: 150, before: [0, 0, 320, 100] }
  expect(placesOf([joined, parcel(110, 0), parcel(0, 110), parcel(110, 110)])).toEqual([[0, 220], [110, 0], [0, 110], [110, 110]]) // prettier-ignore
})

test('packAgain(one that has been two, and fits where the first of them was) stays there', () => {
  const joined: Parcel = { ...parcel(0, 0), before: [0, 0, 320, 100] }
  expect(placesOf([joined, parcel(110, 0), parcel(0, 110)])).toEqual([[0, 0], [110, 0], [0, 110]]) // prettier-ignore
})

test('packAgain(what stood below one that is gone) moves it up, and leaves no band in which nothing stands', () => {
  expect(placesOf([parcel(0, 110), parcel(110, 110), parcel(0, 350)])).toEqual([[0, 0], [110, 0], [0, 110]]) // prettier-ignore
})

test('packAgain(what stood below one of several that is gone) leaves all where it was', () => {
  expect(placesOf([parcel(110, 0), parcel(0, 110)])).toEqual([[110, 0], [0, 110]]) // prettier-ignore
})

test('packAgain(what has cards in the outside lane) leaves it below the others, where it was, unless one before it has grown', () => {
  const low = (left: number, growth: Partial<Parcel['growth']> = {}): Parcel => ({
    ...parcel(left, 110, growth),
    lane: true,
  })
  expect(placesOf([low(110), parcel(0, 0), low(300)])).toEqual([[110, 110], [0, 0], [300, 110]]) // prettier-ignore
  expect(placesOf([low(0, { width: 50 }), parcel(0, 0, { height: 30 }), low(110)])).toEqual([
    [0, 140],
    [0, 0],
    [160, 140],
  ])
})

test('packAgain(what has come into the outside lane since) puts it beside the others there, and what is new last, at their foot', () => {
  const low: Parcel = { ...parcel(110, 220, { height: 50 }), lane: true }
  const come: Parcel = { ...parcel(0, 0), lane: true }
  const fresh: Parcel = { ...come, left: NaN, top: NaN }
  expect(placesOf([fresh, low, parcel(0, 110), come])).toEqual([[220, 160], [110, 110], [0, 0], [0, 110]]) // prettier-ignore
})

test('packAgain(several that come out of one place) stands them together there, and makes room for all of them at once', () => {
  const member: Parcel = { ...parcel(0, 0, { width: -60, height: -80 }) }
  expect(placesOf([member, member, parcel(110, 0), member, member, parcel(0, 110)])).toEqual([
    [0, 0],
    [50, 0],
    [100, 0],
    [0, 30],
    [50, 30],
    [0, 110],
  ])
})
