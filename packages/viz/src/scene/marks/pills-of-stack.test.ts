import { expect, test } from 'vitest'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import { CARD, PILL, SHEETS } from '../picture/measures.ts'
import { FORMS } from '../picture/picture.ts'
import { prepare } from '../picture/prepared.ts'
import { pillsOf } from './pills.ts'

const AT = { x: 0, y: 0, k: 1 }
const fitter = { width: (text: string): number => 6.5 * text.length }

const FAN = [
  [230, -60],
  [230, 0],
  [230, 60],
] as const
const FAN_LINES = [
  [0, 1],
  [0, 2],
  [0, 3],
] as const

test('pillsOf(…) puts it on no sheet of a stack', () => {
  const cards = cardsAt([[0, 0], ...FAN, [0, -PILL.height - PILL.free - CARD.height - 4]])
  cards.waitsDown[0] = 3
  cards.forms[4] = FORMS.indexOf('stack')
  const [pill] = pillsOf(
    prepare(pictureWith(cards, linesFrom(FAN_LINES, cards))),
    ...([0, AT, fitter, false] as const),
  )
  expect(pill!.stands).toBe('below')
})

test.each(['right', 'down'] as const)(
  'pillsOf(…) of a stack puts what waits beside its sheets where the data goes %s',
  (direction) => {
    const cards = cardsAt([[0, 0]])
    cards.waitsUp[0] = 2
    cards.waitsDown[0] = 3
    cards.forms[0] = FORMS.indexOf('stack')
    const bounds = { x: -500, y: -500, width: 1000, height: 1000 }
    const picture = prepare({ ...pictureWith(cards, linesFrom([])), direction, bounds })
    const [up, down] = pillsOf(picture, 0, AT, fitter, false)
    if (direction === 'right') {
      expect(up!.x + up!.width).toBe(-PILL.away)
      expect(down!.x).toBe(CARD.width + SHEETS + PILL.away)
    } else {
      expect(up!.y + PILL.height).toBe(-PILL.away)
      expect(down!.y).toBe(CARD.height + SHEETS + PILL.away)
    }
  },
)
