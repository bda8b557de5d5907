import { expect, test } from 'vitest'
import { LINEAGE_GAPS } from '../../layout/placing/gaps.ts'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import { CARD, PILL } from '../picture/measures.ts'
import { prepare } from '../picture/prepared.ts'
import { pillsOf } from './pills.ts'

test('a pill hangs on the outline of its card rather than on its corner where the gap to the next card is little too small', () => {
  const [k, gap] = [0.9, LINEAGE_GAPS.card]
  // Lines take all of its side, and cards stand above it and below it.
  const cards = cardsAt([[0, 0], [230, -60], [230, 0], [230, 60], [0, -CARD.height - gap], [0, CARD.height + gap]]) // prettier-ignore
  cards.waitsDown[0] = 3
  const lines = linesFrom([[0, 1], [0, 2], [0, 3]], cards) // prettier-ignore
  const picture = prepare(pictureWith(cards, lines))
  const [pill] = pillsOf(picture, 0, { x: 0, y: 0, k }, { width: (text) => 6.5 * text.length }, false)
  expect(pill!.stands).toBe('above')
  expect(pill!.y + gap * k).toBeGreaterThanOrEqual(PILL.free)
  expect(pill!.y + PILL.height).toBeLessThanOrEqual(1)
})
