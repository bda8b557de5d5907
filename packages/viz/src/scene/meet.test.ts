import { expect, test } from 'vitest'
import { meet, toggleAt, type By, type Met } from './meet.ts'
import { cardsAt, linesFrom, pictureWith } from './picture/fake-picture.ts'
import { CARD } from './picture/measures.ts'
import { FORMS } from './picture/picture.ts'
import { prepare } from './picture/prepared.ts'
import { pillsOf } from './marks/pills.ts'

const AT = { x: 0, y: 0, k: 1 }
const fitter = { width: (text: string): number => 6.5 * text.length }

/** A card beyond which three things wait, one that it feeds, far beside, and a closed schema below. */
const cards = cardsAt([
  [0, 0],
  [500, 0],
  [0, 300],
])
cards.waitsDown[0] = 3
cards.forms[2] = FORMS.indexOf('container')
cards.opens[2] = 1
const picture = prepare(pictureWith(cards, linesFrom([[0, 1]], cards)))
const meets = (x: number, y: number, by: By, active: readonly number[] = []): Met =>
  meet(picture, AT, fitter, new Set(active), [], { x, y, right: 1000, by })

test('meet(…) has 24 px for a pointer, and 44 for a finger, round what is small', () => {
  const [pill] = pillsOf(picture, 0, AT, fitter, false)
  const [middle, above] = [pill!.x + pill!.width / 2, pill!.y + pill!.height / 2]
  for (const [by, reach] of [
    ['pointer', 12],
    ['finger', 22],
  ] as const) {
    expect(meets(middle, above - reach + 1, by)).toMatchObject({ kind: 'pill' })
    expect(meets(middle, above - reach - 1, by)).toMatchObject({ kind: 'nothing' })
  }
  expect(meets(middle + 21, above, 'finger')).toMatchObject({ kind: 'pill' })
})

test('meet(…) never takes a card from a finger for what is small beside it', () => {
  expect(meets(CARD.width - 2, CARD.height / 2, 'finger')).toMatchObject({ kind: 'thing', thing: 0 })
})

test('meet(…) has the nearest of two that a finger is on the room of', () => {
  const [upper, lower] = pillsOf(picture, 0, AT, fitter, true).sort((one, other) => one.y - other.y)
  const between = (upper!.y + upper!.height + lower!.y) / 2
  const x = upper!.x + upper!.width + 5
  expect(meets(x, between - 3, 'finger', [0])).toEqual({ kind: 'pill', pill: upper })
  expect(meets(x, between + 3, 'finger', [0])).toEqual({ kind: 'pill', pill: lower })
})

test('meet(…) opens a closed thing where a finger is beside its +, which a pointer misses', () => {
  const [x, y] = toggleAt(picture, 2, AT)
  expect(meets(x, y + 20, 'finger', [2])).toEqual({ kind: 'toggle', thing: 2 })
  expect(meets(x, y + 20, 'pointer', [2])).toEqual({ kind: 'nothing' })
})

test('meet(…) has a line up to 6 px beside it for a pointer, up to 12 for a finger', () => {
  const [x, y] = [350, CARD.height / 2]
  expect(meets(x, y + 5, 'pointer')).toMatchObject({ kind: 'line' })
  expect(meets(x, y + 10, 'pointer')).toMatchObject({ kind: 'nothing' })
  expect(meets(x, y + 10, 'finger')).toMatchObject({ kind: 'line' })
  expect(meets(x, y + 14, 'finger')).toMatchObject({ kind: 'nothing' })
})
