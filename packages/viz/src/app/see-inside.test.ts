import { expect, test } from 'vitest'
import { windowOf } from '../scene/camera/camera.ts'
import { cardsAt, linesFrom, pictureWith } from '../scene/picture/fake-picture.ts'
import { prepare, type Prepared } from '../scene/picture/prepared.ts'
import { seeInside } from './see-inside.ts'

const size = { width: 1000, height: 500 }
const camera = { x: 500, y: 250, k: 1 }

/** A box at a place that holds a card at another, beside a card that it does not hold. */
function boxWith(box: [number, number], card: [number, number]): Prepared {
  const things = cardsAt([box, card, [10, 10]])
  const forms = Uint8Array.of(0, 1, 1)
  return prepare(pictureWith({ ...things, forms, box: Int32Array.of(-1, 0, -1) }, linesFrom([])))
}

test('seeInside(…) stays where something inside is seen, and with what is no open box', () => {
  expect(seeInside(boxWith([300, 200], [400, 300]), 0, camera, size)).toBe(camera)
  expect(seeInside(boxWith([300, 200], [4000, 300]), 1, camera, size)).toBe(camera)
})

test('seeInside(…) goes further out, and the left top of the box stays where it is in the window', () => {
  const to = seeInside(boxWith([300, 200], [400, 600]), 0, camera, size)
  expect(to.k).toBeLessThan(1)
  expect(to.k).toBeGreaterThan(0.5)
  const seen = windowOf(to, size)
  expect([(300 - seen.x) * to.k, (200 - seen.y) * to.k]).toEqual([expect.closeTo(300), expect.closeTo(200)])
  expect(600 + 30).toBeLessThan(seen.y + seen.height)
  expect(seeInside(boxWith([300, 200], [400, 600]), 0, to, size)).toBe(to)
})

test('seeInside(…) goes to the nearest card where one would have to go so far out that nothing is read', () => {
  const to = seeInside(boxWith([300, 200], [400, 9000]), 0, camera, size)
  expect(to.k).toBe(1)
  const seen = windowOf(to, size)
  expect(9000).toBeGreaterThan(seen.y)
  expect(9000 + 200).toBeLessThan(seen.y + seen.height)
})
