import { expect, test } from 'vitest'
import type { Size } from '../scene/camera/camera.ts'
import { cardsAt, linesFrom, pictureWith } from '../scene/picture/fake-picture.ts'
import type { Circle } from '../scene/picture/picture.ts'
import { prepare, type Prepared } from '../scene/picture/prepared.ts'
import { rectOf } from '../scene/picture/rects-of.ts'
import { FIRST_VIEW, type View } from '../state/view.ts'
import { openingIn } from './opening-in.ts'

/** A lineage with cards of 172 × 44 at some places, the first of which it is about. */
const at = (places: [number, number][], width: number, height: number): Prepared =>
  prepare({
    ...pictureWith(cardsAt(places), linesFrom([])),
    ...{ view: 'lineage', focus: 0, bounds: { x: 0, y: 0, width, height } },
  })

/** Where the left top and the right foot of a card are in the window. */
function placeOf(picture: Prepared, card: number, size: Size, isNarrow: boolean, view: Partial<View> = {}) {
  const { x, y, k } = openingIn(picture, { ...FIRST_VIEW, ...view }, size, isNarrow)
  const rect = rectOf(picture, card)
  const [left, top] = [(rect.x - x) * k + size.width / 2, (rect.y - y) * k + size.height / 2]
  return { left, top, right: left + rect.width * k, bottom: top + rect.height * k }
}

const PHONE = { width: 390, height: 676 }
const path: View['path'] = { from: 'id:a', to: null, takes: 'shortest', columns: false }

test('a picture opens above the bar of a path, where something would stand under that', () => {
  const tall = at([[100, 20], [100, 620]], 372, 680) // prettier-ignore
  expect(placeOf(tall, 1, PHONE, true).bottom).toBeGreaterThan(676 - 44)
  expect(placeOf(tall, 1, PHONE, true, { path }).bottom).toBeLessThan(676 - 44)
  const wide = { width: 600, height: 676 }
  expect(placeOf(tall, 1, wide, false, { path }).bottom).toBeLessThan(676 - 52)
})

test('a picture opens in the middle of the window where nothing would stand under a bar', () => {
  const low = at([[100, 20], [100, 320]], 372, 380) // prettier-ignore
  expect(placeOf(low, 1, PHONE, true, { path })).toEqual(placeOf(low, 1, PHONE, true))
})

test('each bar counts that stands at the foot: of a path, of what is hidden, and on a narrow page of what is chosen', () => {
  const tall = at([[100, 20], [100, 500]], 372, 560) // prettier-ignore
  const view = { path, hide: ['id:x'], selection: ['id:a'] }
  expect(placeOf(tall, 1, PHONE, true, view).bottom).toBeLessThan(676 - 44 - 42 - 42)
})

test('what a picture is about opens not under the minimap, where the window shows a part of the picture', () => {
  const size = { width: 776, height: 590 }
  const { right, bottom, top } = placeOf(
    at([[2780, 3900], [40, 40]], 3000, 4000), // prettier-ignore
    0,
    size,
    false,
  )
  expect(right).toBeGreaterThan(776 - 172)
  expect(top).toBeGreaterThan(0)
  expect(bottom).toBeLessThan(590 - 128)
})

test('a picture that is seen whole opens as it is: there the minimap steps aside', () => {
  const size = { width: 776, height: 590 }
  const { right, bottom } = placeOf(at([[580, 480]], 776, 590), 0, size, false)
  expect(right).toBeGreaterThan(776 - 172)
  expect(bottom).toBeGreaterThan(590 - 128)
})

const ends: View['path'] = { from: 'id:a', to: 'id:b', takes: 'shortest', columns: false }

test('a path opens whole where its cards tell their names then, and at its start where not', () => {
  const size = { width: 936, height: 750 }
  const [whole, long] = [2100, 2200].map((width) => at([[40, 40], [width - 212, 40]], width, 124)) // prettier-ignore
  expect(placeOf(whole!, 0, size, false).right).toBeLessThan(300)
  expect(placeOf(whole!, 1, size, false).left).toBeGreaterThan(936)
  expect(placeOf(whole!, 0, size, false, { path: ends }).left).toBeGreaterThan(0)
  expect(placeOf(whole!, 1, size, false, { path: ends }).right).toBeLessThan(936)
  expect(placeOf(long!, 0, size, false, { path: ends })).toEqual(placeOf(long!, 0, size, false))
})

test('paths that are too many to be read whole open with both ends in sight, where these are read then', () => {
  const size = { width: 936, height: 750 }
  const tall = at([[40, 2400], [1040, 2700]], 1252, 5000) // prettier-ignore
  const [start, end] = [0, 1].map((card) => placeOf(tall, card, size, false, { path: ends }))
  expect(start!.left).toBeGreaterThan(0)
  expect(start!.top).toBeGreaterThan(0)
  expect(end!.right).toBeLessThan(936)
  expect(end!.bottom).toBeLessThan(750)
})

test('a circle that is shown by its edge to cut opens with all of it and what is around it in sight, further out where that is still read', () => {
  const opening = { from: 'id:b', to: 'id:a' }
  const circle: Circle = {
    ...{
      key: 'circle:id:a',
      size: 3,
      things: [0, 1, 2],
      lines: [],
      edges: [],
      way: [],
      wayHops: 3,
      wayAt: [],
    },
    ...{ isShortest: true, cut: [], opening },
  }
  // What is before the circle has room too, and takes it.
  const places: [number, number][] = [[1040, 40], [540, 40], [790, 40], [40, 40], [290, 40]] // prettier-ignore
  const picture = prepare({
    ...at(places, 1500, 400),
    circles: [circle],
  })
  const leftAndRight = (width: number, view: Partial<View>): boolean[] => {
    const size = { width, height: 700 }
    const [first, last] = [1, 0].map((card) => placeOf(picture, card, size, false, view))
    return [first!.left >= 0, last!.right <= width - 10]
  }
  expect(leftAndRight(780, {})).not.toEqual([true, true])
  expect(leftAndRight(780, { edge: opening })).toEqual([true, true])
  expect(leftAndRight(600, { edge: opening })).toEqual([true, true])
  expect(leftAndRight(780, { edge: { from: 'id:a', to: 'id:b' } })).not.toEqual([true, true])
})
