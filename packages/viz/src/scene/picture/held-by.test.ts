import { expect, test } from 'vitest'
import { cardsAt, linesFrom, pictureWith } from './fake-picture.ts'
import { heldBy } from './held-by.ts'
import { prepare } from './prepared.ts'
import { roomForPill } from './room-for-pill.ts'

const bounds = { x: 0, y: 0, width: 472, height: 144 }

test('heldBy(picture) is what stands in it, with less around it than its bounds have, and never more than those', () => {
  const cards = cardsAt([[50, 50], [250, 50]]) // prettier-ignore
  const picture = { ...pictureWith(cards, linesFrom([[0, 1]], cards)), bounds }
  expect(heldBy(prepare(picture))).toEqual({ x: 40, y: 40, width: 392, height: 64 })
  const close = { x: 45, y: 45, width: 400, height: 50 }
  expect(heldBy(prepare({ ...picture, bounds: close }))).toEqual({ x: 45, y: 45, width: 387, height: 50 })
})

test('heldBy(picture) has the pills beside its cards, and lines that lead around them', () => {
  const cards = cardsAt([[50, 50]])
  cards.waitsUp[0] = 4
  const lines = { ...linesFrom([[0, 0]]), curves: Float32Array.of(60, 120), starts: Uint32Array.of(0, 2) }
  const { x, y, height } = heldBy(prepare({ ...pictureWith(cards, lines), bounds }))
  expect([x, y + height]).toEqual([50 - roomForPill(4).beside, 130])
})

test('heldBy(picture) of a picture without anything is its bounds', () => {
  expect(heldBy(prepare({ ...pictureWith(cardsAt([]), linesFrom([])), bounds }))).toEqual(bounds)
})
