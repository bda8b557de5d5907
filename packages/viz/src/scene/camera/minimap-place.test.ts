import { expect, test } from 'vitest'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import { FORMS } from '../picture/picture.ts'
import { prepare } from '../picture/prepared.ts'
import { isSpare, liesUnder, minimapCorner } from './minimap-place.ts'

const SIZE = { width: 1000, height: 800 }
/** The window shows the picture from 0 on. */
const camera = { x: 500, y: 400, k: 1 }
const bounds = { x: 0, y: 0, width: 1000, height: 800 }
const pictureOf = (places: readonly [number, number][], more: object = {}) =>
  prepare({ ...pictureWith(cardsAt(places), linesFrom([])), bounds, ...more })

test('isSpare(picture, camera, size) where all of it is seen and something stands under it', () => {
  const under = pictureOf([[820, 690]])
  expect(isSpare(under, camera, SIZE)).toBe(true)
  expect(isSpare(under, { ...camera, x: 480 }, SIZE)).toBe(false)
  expect(isSpare(pictureOf([[20, 690]]), camera, SIZE)).toBe(false)
  // Beside a panel it stands further to the left.
  expect(isSpare(pictureOf([[20, 690]]), camera, SIZE, 700)).toBe(true)
})

test('liesUnder(picture, things, camera, size) for what is under it in part, but for open containers', () => {
  const picture = pictureOf([
    [700, 690],
    [600, 690],
    [700, 600],
  ])
  expect([0, 1, 2].map((thing) => liesUnder(picture, [thing], camera, SIZE))).toEqual([true, false, false])
  const boxes = { ...picture.things, forms: picture.things.forms.map(() => FORMS.indexOf('box')) }
  expect(liesUnder({ ...picture, things: boxes }, [0], camera, SIZE)).toBe(false)
  expect(liesUnder(picture, [], camera, SIZE)).toBe(false)
})

test('minimapCorner(picture) is taken by a pill that reaches into it, on the side where the data goes', () => {
  const isTaken = (direction: 'right' | 'down', waiting: number): boolean => {
    const things = cardsAt([[700, 600]])
    things.waitsDown[0] = waiting
    const picture = prepare({ ...pictureWith(things, linesFrom([])), direction })
    const { isTaken: taken } = minimapCorner(picture)
    return taken!({
      x: direction === 'down' ? 750 : 880,
      y: direction === 'down' ? 660 : 610,
      width: 200,
      height: 200,
    })
  }
  expect([isTaken('right', 0), isTaken('right', 2), isTaken('down', 0), isTaken('down', 2)]).toEqual([
    false,
    true,
    false,
    true,
  ])
})

test('minimapCorner(picture) is taken by the header of an open container, not by the ground under it', () => {
  const things = cardsAt([[700, 600]])
  things.forms[0] = FORMS.indexOf('box')
  things.height[0] = 180
  const { isTaken } = minimapCorner(prepare({ ...pictureWith(things, linesFrom([])), bounds }))
  const corner = { x: 820, width: 180, height: 136 }
  expect([620, 664].map((y) => isTaken!({ ...corner, y }))).toEqual([true, false])
})
