import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cardsAt, linesFrom } from './fake-picture.ts'
import { lineBoxes, touches } from './line-boxes.ts'
import { openIndex, packLines, packThings } from './spatial-index.ts'

const places = fc.array(
  fc.tuple(fc.integer({ min: -500, max: 5000 }), fc.integer({ min: -500, max: 5000 })),
  {
    minLength: 1,
    maxLength: 60,
  },
)
const window = fc.tuple(
  fc.integer({ min: -600, max: 5000 }),
  fc.integer({ min: -600, max: 5000 }),
  fc.nat(900),
)

test('openIndex(…).touching(…) finds every thing and line that touches a rectangle, in their order', () => {
  fc.assert(
    fc.property(places, window, fc.nat(), (at, [left, top, side], seed) => {
      const cards = cardsAt(at)
      const pairs = at.map((_, i) => [i, (i * 7 + seed) % at.length] as const)
      const lines = linesFrom(pairs, cards)
      const boxes = lineBoxes(lines, cards)
      const [right, bottom] = [left + side, top + side]
      const all = [...cards.x.keys()]
      const found = openIndex(packThings(cards)).touching(left, top, right, bottom)
      expect(found).toEqual([...found].sort((a, b) => a - b))
      expect(found).toEqual(
        expect.arrayContaining(
          all.filter(
            (i) =>
              cards.x[i]! <= right &&
              cards.x[i]! + 172 >= left &&
              cards.y[i]! <= bottom &&
              cards.y[i]! + 44 >= top,
          ),
        ),
      )
      expect(openIndex(packLines(lines, cards)).touching(left, top, right, bottom)).toEqual(
        expect.arrayContaining(all.filter((line) => touches(boxes, line, left, top, right, bottom))),
      )
    }),
  )
})

test('openIndex(packThings(nothing)) finds nothing', () => {
  expect(openIndex(packThings(cardsAt([]))).touching(-1e9, -1e9, 1e9, 1e9)).toEqual([])
})
