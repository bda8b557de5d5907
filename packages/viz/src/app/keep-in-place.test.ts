import { expect, test } from 'vitest'
import { cardsAt, linesFrom, pictureWith } from '../scene/picture/fake-picture.ts'
import { prepare } from '../scene/picture/prepared.ts'
import { keepInPlace, nearestUnseen } from './keep-in-place.ts'

const at = (...places: [number, number][]) => prepare(pictureWith(cardsAt(places), linesFrom([])))
const camera = { x: 230, y: 0, k: 1 }

test('keepInPlace(…) gives the same camera back where nothing has moved', () => {
  expect(keepInPlace(at([0, 0], [230, 0]), at([0, 0], [230, 0]), camera, [])).toBe(camera)
})

test('keepInPlace(…) follows the card in the middle of the window, or the first of some keys that is there before and after', () => {
  const [before, after] = [at([0, 0], [230, 0]), at([0, 50], [230, 100])]
  expect(keepInPlace(before, after, camera, [])).toEqual({ x: 230, y: 100, k: 1 })
  expect(keepInPlace(before, after, camera, ['id:nobody', 'id:a'])).toEqual({ x: 230, y: 50, k: 1 })
})

test('keepInPlace(…) follows what is nearest to the middle of what is left, and stays where nothing is', () => {
  expect(keepInPlace(at([0, 0], [230, 0]), at([0, 50]), camera, [])).toEqual({ x: 230, y: 50, k: 1 })
  expect(keepInPlace(at([0, 0], [230, 0]), at(), camera, [])).toBe(camera)
})

test('keepInPlace(…) puts the first thing of a stack that is spread where the stack stood', () => {
  const cards = cardsAt([[0, 0], [230, 0]]) // prettier-ignore
  const folded = { ...cards, keys: ['id:x', 'stack:circle:id:a'] }
  const before = prepare(pictureWith(folded, linesFrom([])))
  const after = at([900, 400], [900, 600])
  expect(keepInPlace(before, after, camera, ['stack:circle:id:a'])).toEqual({ x: 900, y: 400, k: 1 })
  expect(keepInPlace(before, after, camera, [])).toEqual({ x: 900, y: 400, k: 1 })
})

test('keepInPlace(…) puts a stack that is folded again where its first thing stood', () => {
  const cards = cardsAt([[0, 0], [230, 0]]) // prettier-ignore
  const folded = prepare(pictureWith({ ...cards, keys: ['id:x', 'stack:circle:id:a'] }, linesFrom([])))
  const spread = at([900, 400], [900, 600])
  expect(keepInPlace(spread, folded, camera, ['stack:circle:id:a'])).toEqual({ x: -440, y: -400, k: 1 })
})

test('nearestUnseen(before, after, …) is the nearest thing where the window has lost all of its own', () => {
  const size = { width: 400, height: 300 }
  const [before, after] = [at([0, 0], [2000, 0]), at([5000, 0], [2000, 0])]
  const here = { x: 80, y: 20, k: 1 }
  expect(nearestUnseen(before, after, here, here, size)).toBe(1)
  expect(nearestUnseen(before, before, here, here, size)).toBe(-1)
  // Who looks at nothing goes on to do so.
  const nowhere = { x: -9000, y: 0, k: 1 }
  expect(nearestUnseen(before, after, nowhere, nowhere, size)).toBe(-1)
})
