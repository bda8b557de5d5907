import { expect, test } from 'vitest'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import { headerEnd } from './header-end.ts'

const wide = pictureWith({ ...cardsAt([[100, 0]]), width: Float32Array.of(3000) }, linesFrom([]))
const at = (x: number, k = 1) => ({ x, y: 0, k })

test('headerEnd(picture, box) is the right side of the box, or of the window where the box goes on beyond it', () => {
  expect(headerEnd(wide, 0, at(0), 4000)).toBe(3100)
  expect(headerEnd(wide, 0, at(0), 900)).toBe(900)
  expect(headerEnd(wide, 0, at(-2500), 900)).toBe(600)
  expect(headerEnd(wide, 0, at(0, 0.5), 900)).toBe(900)
})

test('headerEnd(picture, box) leaves the name its room where little of the box is seen', () => {
  expect(headerEnd(wide, 0, at(600), 900)).toBe(3700)
})
