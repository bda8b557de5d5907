import { expect, test } from 'vitest'
import { cardsAt, linesFrom, pictureWith } from '../scene/picture/fake-picture.ts'
import type { Rect } from '../scene/picture/picture.ts'
import { prepare } from '../scene/picture/prepared.ts'
import { seeToggled } from './see-toggled.ts'

const sight = { size: { width: 1000, height: 500 }, isNarrow: false, over: [], bars: [] }
/** A container of 172 × 44 that has been closed. */
const pictureIn = (bounds: Rect, x: number, y: number) =>
  prepare({ ...pictureWith(cardsAt([[x, y]]), linesFrom([])), bounds })
const small = { x: 0, y: 0, width: 900, height: 400 }
const large = { x: 0, y: 0, width: 9000, height: 4000 }
const see = (picture: ReturnType<typeof pictureIn>, camera: { x: number; y: number; k: number }) =>
  seeToggled(picture, 0, camera, sight)

test('seeToggled(…) shows all of a picture that the window has room for, and moves no further', () => {
  expect(see(pictureIn(small, 300, 100), { x: 450, y: 283, k: 1 })).toEqual({ x: 450, y: 250, k: 1 })
  const whole = { x: 450, y: 200, k: 1 }
  expect(see(pictureIn(small, 300, 100), whole)).toEqual(whole)
})

test('seeToggled(…) shows all of what has been toggled in a larger picture, with some room around it', () => {
  expect(see(pictureIn(large, 300, 100), { x: 800, y: 400, k: 1 })).toEqual({ x: 788, y: 338, k: 1 })
})
