import { expect, test } from 'vitest'
import { cardsAt, linesFrom, pictureWith } from '../scene/picture/fake-picture.ts'
import { prepare } from '../scene/picture/prepared.ts'
import { keepInPlace, seeAgain } from './keep-in-place.ts'

const at = (...places: [number, number][]) => prepare(pictureWith(cardsAt(places), linesFrom([])))
const camera = { x: 230, y: 0, k: 1 }
const size = { width: 1200, height: 800 }

test('keepInPlace(…) gives the same camera back where nothing has moved', () => {
  expect(keepInPlace(at([0, 0], [230, 0]), at([0, 0], [230, 0]), camera, size, [])).toBe(camera)
})

test('keepInPlace(…) follows the card in the middle of the window, or the first of some keys that is there before and after', () => {
  const [before, after] = [at([0, 0], [230, 0]), at([0, 50], [230, 100])]
  expect(keepInPlace(before, after, camera, size, [])).toEqual({ x: 230, y: 100, k: 1 })
  expect(keepInPlace(before, after, camera, size, ['id:nobody', 'id:a'])).toEqual({ x: 230, y: 50, k: 1 })
})

test('keepInPlace(…) follows what is nearest to the middle of what is left, and stays where nothing is', () => {
  expect(keepInPlace(at([0, 0], [230, 0]), at([0, 50]), camera, size, [])).toEqual({ x: 230, y: 50, k: 1 })
  expect(keepInPlace(at([0, 0], [230, 0]), at(), camera, size, [])).toBe(camera)
})

test('keepInPlace(…) puts the first thing of a stack that is spread where the stack stood', () => {
  const cards = cardsAt([[0, 0], [230, 0]]) // prettier-ignore
  const folded = { ...cards, keys: ['id:x', 'stack:circle:id:a'] }
  const before = prepare(pictureWith(folded, linesFrom([])))
  const after = at([900, 400], [900, 600])
  expect(keepInPlace(before, after, camera, size, ['stack:circle:id:a'])).toEqual({ x: 900, y: 400, k: 1 })
  expect(keepInPlace(before, after, camera, size, [])).toEqual({ x: 900, y: 400, k: 1 })
})

test('keepInPlace(…) puts a stack that is folded again where its first thing stood', () => {
  const cards = cardsAt([[0, 0], [230, 0]]) // prettier-ignore
  const folded = prepare(pictureWith({ ...cards, keys: ['id:x', 'stack:circle:id:a'] }, linesFrom([])))
  const spread = at([900, 400], [900, 600])
  expect(keepInPlace(spread, folded, camera, size, ['stack:circle:id:a'])).toEqual({ x: -440, y: -400, k: 1 })
})

test('keepInPlace(…) follows most of what the window shows, also where what is nearest to its middle goes elsewhere', () => {
  const before = at([0, 0], [230, 0], [460, 0], [9000, 0], [9000, 60])
  const after = at([0, 50.5], [234, 50], [460, 50.5], [9000, 0], [9000, 60])
  expect(keepInPlace(before, after, camera, size, [])).toEqual({ x: 230, y: 50.5, k: 1 })
})

test('seeAgain(before, after, …) goes to the nearest part of a picture where the window has lost all of its own', () => {
  const small = { width: 400, height: 300 }
  const here = { x: 80, y: 20, k: 0.3 }
  const wide = (...places: [number, number][]) =>
    prepare({
      ...pictureWith(cardsAt(places), linesFrom([])),
      bounds: { x: 0, y: 0, width: 51_000, height: 50 },
    })
  const [before, after] = [wide([0, 0], [4000, 0]), wide([50_000, 0], [4000, 0])]
  const to = seeAgain(before, after, here, here, small, true)
  expect(to.k).toBe(0.3)
  expect(Math.abs(4000 - to.x) * to.k).toBeLessThan(200)
  expect(seeAgain(before, before, here, here, small, true)).toBe(here)
  // Who looks at nothing goes on to do so.
  const nowhere = { x: -9000, y: 0, k: 1 }
  expect(seeAgain(before, after, nowhere, nowhere, small, false)).toBe(nowhere)
})

test('seeAgain(…) goes no further than it must where less than a third is left, but where something is held in its place', () => {
  const bounded = (y: number, ...places: [number, number][]) =>
    prepare({ ...pictureWith(cardsAt(places), linesFrom([])), bounds: { x: 0, y, width: 1200, height: 800 } })
  const row = [0, 1, 2, 3].map((i): [number, number] => [200 * i, 0])
  const [before, after] = [bounded(0, ...row), bounded(600, [0, 790], [200, 900], [400, 900], [600, 900])]
  const here = { x: 600, y: 400, k: 1 }
  expect(seeAgain(before, after, here, here, size, false)).toEqual({ x: 600, y: 1000, k: 1 })
  expect(seeAgain(before, after, here, here, size, true)).toBe(here)
  expect(seeAgain(before, before, here, here, size, false)).toBe(here)
})
