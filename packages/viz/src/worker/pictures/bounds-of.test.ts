import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pillsOf } from '../../scene/marks/pills.ts'
import { cardsAt, linesFrom, pictureWith } from '../../scene/picture/fake-picture.ts'
import { CARD } from '../../scene/picture/measures.ts'
import { prepare } from '../../scene/picture/prepared.ts'
import { boundsOf } from './bounds-of.ts'

const MARGIN = 24
const ends = { right: CARD.width + 2 * MARGIN, bottom: CARD.height + 2 * MARGIN }
const fitter = { width: (text: string): number => 6.8 * text.length }

test('boundsOf(…) keeps its margin around what stands alone', () => {
  const cards = cardsAt([[MARGIN, MARGIN]])
  expect(boundsOf(cards, linesFrom([]), null, ends, MARGIN, 'right')).toEqual({
    ...{ x: 0, y: 0 },
    ...{ width: ends.right, height: ends.bottom },
  })
})

for (const direction of ['right', 'down'] as const)
  test(`boundsOf(…) holds the pills at the outermost cards where the data goes ${direction}, however many wait, at every scale at which they are drawn`, () => {
    const count = fc.integer({ min: 1, max: 9999 })
    fc.assert(
      fc.property(
        ...[count, count, fc.double({ min: 0.7, max: 4, noNaN: true }), fc.boolean()],
        (up, down, k, withFar) => {
          const cards = cardsAt([[MARGIN, MARGIN]])
          cards.waitsUp[0] = up
          cards.waitsDown[0] = down
          const lines = linesFrom([])
          const bounds = boundsOf(cards, lines, null, ends, MARGIN, direction)
          const picture = prepare({ ...pictureWith(cards, lines), bounds, direction })
          for (const pill of pillsOf(picture, 0, { x: 0, y: 0, k }, fitter, withFar)) {
            expect(pill.x).toBeGreaterThanOrEqual(bounds.x * k)
            expect(pill.x + pill.width).toBeLessThanOrEqual((bounds.x + bounds.width) * k)
            if (direction === 'right') continue
            expect(pill.y).toBeGreaterThanOrEqual(bounds.y * k)
            expect(pill.y + pill.height).toBeLessThanOrEqual((bounds.y + bounds.height) * k)
          }
        },
      ),
    )
  })

test('boundsOf(what goes down) leaves room for the short line to a pill, and for what is free between the pill and the side of a window', () => {
  const count = fc.integer({ min: 1, max: 9999 })
  fc.assert(
    fc.property(count, count, fc.double({ min: 0.75, max: 4, noNaN: true }), (up, down, k) => {
      const cards = cardsAt([[MARGIN, MARGIN]])
      cards.waitsUp[0] = up
      cards.waitsDown[0] = down
      const lines = linesFrom([])
      const bounds = boundsOf(cards, lines, null, ends, MARGIN, 'down')
      const picture = prepare({ ...pictureWith(cards, lines), bounds, direction: 'down' })
      for (const pill of pillsOf(picture, 0, { x: 0, y: 0, k }, fitter, false)) {
        expect(pill.away).toBeGreaterThanOrEqual(2.9)
        const [top, bottom] = [bounds.y * k, (bounds.y + bounds.height) * k]
        expect(Math.min(pill.y - top, bottom - pill.y - pill.height)).toBeGreaterThanOrEqual(3.9)
      }
    }),
  )
})
