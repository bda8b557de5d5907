import { expect, test } from 'vitest'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import { headerEnds } from './header-ends.ts'

const wide = pictureWith({ ...cardsAt([[100, 0]]), width: Float32Array.of(3000) }, linesFrom([]))
const at = (x: number, k = 1) => ({ x, y: 0, k })

test('headerEnds(picture, box) are the sides of the box, or of the window where the box goes on beyond it', () => {
  expect(headerEnds(wide, 0, at(0), 4000)).toEqual({ from: 100, to: 3100 })
  expect(headerEnds(wide, 0, at(0), 900)).toEqual({ from: 100, to: 900 })
  expect(headerEnds(wide, 0, at(-2500), 900)).toEqual({ from: 0, to: 600 })
  expect(headerEnds(wide, 0, at(-500, 0.5), 900)).toEqual({ from: 0, to: 900 })
})

test('headerEnds(picture, box) are the sides of the box where little of it is seen', () => {
  expect(headerEnds(wide, 0, at(600), 900)).toEqual({ from: 700, to: 3700 })
  expect(headerEnds(wide, 0, at(-2900), 900)).toEqual({ from: -2800, to: 200 })
})
