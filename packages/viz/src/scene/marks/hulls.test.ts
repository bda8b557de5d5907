import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import { routeCurve } from '../picture/curve.ts'
import { CARD } from '../picture/measures.ts'
import { pointAlong } from './along-curve.ts'
import { hullsOf } from './hulls.ts'
import type { Circle, Rect } from '../picture/picture.ts'
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

const overlap = (one: Rect, other: Rect): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height
const holds = ({ x, y, width, height }: Rect, atX: number, atY: number): boolean =>
  atX >= x && atX <= x + width && atY >= y && atY <= y + height

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
        const rect = rectOf(picture, card)
        const isMember = members.includes(card)
        expect(hulls.some((hull) => overlap(hull, rect))).toBe(isMember)
      })
    }),
  )
})

test('hullsOf(…) holds the lines of a circle too, where a card stands in a bend of one', () => {
  const cards = cardsAt([[0, 0], [300, 0], [300, 70]]) // prettier-ignore
  const { lines } = pictureWith(cards, linesFrom([[0, 1], [1, 0]], cards)) // prettier-ignore
  const [forth, right, low] = [lines.curves.subarray(0, lines.starts[1]), 300 + CARD.width, 58]
  // Back below the second card, down beside the third, and on below the first.
  const back = routeCurve(
    Float64Array.of(
      ...[right, 22, right + 12, 22, right + 12, low, 280, low, 280, low + 30, -20, low + 30, -20, 22, 0, 22],
    ),
  )
  const curves = Float32Array.from([...forth, ...back])
  const bent = { ...lines, curves, starts: Uint32Array.of(0, forth.length, curves.length) }
  const picture = prepare(pictureWith(cards, bent))
  for (const k of [0.51, 1, 2]) {
    const hulls = hullsOf(picture, { ...circleOf([0, 1]), lines: [0, 1] }, k)
    for (let line = 0; line < 2; line++)
      for (let part = 0; part <= 1; part += 0.005) {
        const [x, y] = pointAlong(bent, curves, line)!(part)
        expect(hulls.some((hull) => holds(hull, x, y))).toBe(true)
      }
    const other = rectOf(picture, 2)
    expect(hulls.filter((hull) => overlap(hull, other))).toEqual([])
  }
})
