import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import { hullsOf } from './hulls.ts'
import type { Circle } from '../picture/picture.ts'
import { prepare, type Prepared } from '../picture/prepared.ts'
import { rectOf } from '../picture/rects-of.ts'

const circleOf = (things: readonly number[]): Circle => ({
  ...{
    key: 'circle:id:a',
    size: things.length,
    things,
    lines: [],
    way: [],
    wayHops: 0,
    wayAt: [],
    isShortest: true,
    edges: [],
    opening: { from: 'id:b', to: 'id:a' },
    cut: [],
  },
})
const pictureOf = (places: readonly (readonly [number, number])[]): Prepared => {
  const cards = cardsAt(places)
  return prepare(pictureWith(cards, linesFrom([], cards)))
}

test('hullsOf(picture, circle) is one around all members where no other thing is among them', () => {
  const picture = pictureOf([[0, 0], [300, 0], [300, 300], [1000, 0]]) // prettier-ignore
  expect(hullsOf(picture, circleOf([0, 1, 2]), 1)).toHaveLength(1)
})

test('hullsOf(picture, circle) is one around each part of it that no other thing stands among', () => {
  // The last card stands right in the middle between the first and the two others.
  const picture = pictureOf([[0, 0], [600, 0], [600, 100], [300, 0]]) // prettier-ignore
  expect(hullsOf(picture, circleOf([0, 1, 2]), 1)).toHaveLength(2)
})

test('hullsOf(…) hold every member and touch no other card, wherever these stand', () => {
  const place = fc.tuple(fc.nat(6), fc.nat(6)).map(([x, y]) => [x * 230, y * 70] as const)
  const places = fc.uniqueArray(place, { minLength: 2, maxLength: 20, selector: String })
  fc.assert(
    fc.property(places, fc.nat(19), (some, count) => {
      const picture = pictureOf(some)
      const members = [...some.keys()].slice(0, 1 + (count % some.length))
      const hulls = hullsOf(picture, circleOf(members), 1)
      some.forEach((_, card) => {
        const { x, y, width, height } = rectOf(picture, card)
        const isMember = members.includes(card)
        const touching = hulls.filter(
          (hull) =>
            hull.x < x + width && hull.x + hull.width > x && hull.y < y + height && hull.y + hull.height > y,
        )
        expect(touching.length > 0).toBe(isMember)
      })
    }),
  )
})
