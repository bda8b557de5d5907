import { expect, test } from 'vitest'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import { CARD, PILL } from '../picture/measures.ts'
import { prepare } from '../picture/prepared.ts'
import { pillsOf } from './pills.ts'

/** A card with lines at all of its side, and cards above it and below it. @returns how far its pill is from it, and how far from the others; null where it stands over its lines. */
function between(
  gap: number,
  k: number,
  side: 'waitsUp' | 'waitsDown',
): { own: number; other: number } | null {
  const cards = cardsAt([[0, 0], [230, -60], [230, 0], [230, 60], [0, -CARD.height - gap], [0, CARD.height + gap], [-230, -60], [-230, 0], [-230, 60]]) // prettier-ignore
  cards[side][0] = 3
  const lines = linesFrom([[0, 1], [0, 2], [0, 3], [6, 0], [7, 0], [8, 0]], cards) // prettier-ignore
  const picture = prepare(pictureWith(cards, lines))
  const [pill] = pillsOf(picture, 0, { x: 0, y: 0, k }, { width: (text) => 6.5 * text.length }, false)
  if (pill!.stands === 'beside') return null
  expect(pill!.stands).toMatch(/above|below/)
  const [above, below] = [-pill!.y - PILL.height, pill!.y - CARD.height * k]
  return pill!.stands === 'above'
    ? { own: above, other: pill!.y + gap * k }
    : { own: below, other: gap * k - below - PILL.height }
}

test.each([22, 24, 26, 28, 31, 35, 50])(
  'a pill in a gap of %f between two cards stands so much nearer to its own that it is plain whose it is, or else beside that over its lines',
  (gap) => {
    for (const side of ['waitsUp', 'waitsDown'] as const)
      for (const k of [0.9, 1, 1.3]) {
        const far = between(gap, k, side)
        expect(far !== null).toBe(gap * k >= PILL.height + 4 * PILL.free)
        if (!far) continue
        expect(far.own).toBe(PILL.free)
        expect(far.other).toBeGreaterThanOrEqual(3 * far.own)
      }
  },
)
