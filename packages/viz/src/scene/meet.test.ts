import { expect, test } from 'vitest'
import { meet, toggleAt, type By, type Met } from './meet.ts'
import { cardsAt, linesFrom, pictureWith } from './picture/fake-picture.ts'
import { CARD } from './picture/measures.ts'
import { FORMS } from './picture/picture.ts'
import { prepare } from './picture/prepared.ts'
import { fitterOf } from './marks/cut-text.ts'
import { headerOf } from './marks/header.ts'
import { pillsOf } from './marks/pills.ts'

const AT = { x: 0, y: 0, k: 1 }
const fitter = fitterOf((text) => 6.5 * text.length)

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

/** A box of 240 units with two things in it, and what the pointer meets at the right end of its header. */
function closingAt(k: number, title: string, hasBadge: boolean) {
  const boxed = {
    ...cardsAt([
      [0, 0],
      [12, 36],
      [12, 90],
    ]),
    ...{ forms: Uint8Array.of(0, 2, 2), box: Int32Array.of(-1, 0, 0), titles: [title, 'a', 'b'] },
    ...{ width: Float32Array.of(240, 216, 216), height: Float32Array.of(132, 30, 30) },
    ...{ opens: Uint8Array.of(1, 0, 0), warnings: Uint32Array.of(hasBadge ? 1 : 0, 0, 0) },
  }
  const box = prepare(pictureWith(boxed, linesFrom([])))
  const transform = { x: 0, y: 0, k }
  const pen = { picture: box, transform, fitter, right: 1000, columns: new Map() }
  const header = headerOf(pen, 0)!
  const met = (x: number, y: number): string =>
    meet(box, transform, fitter, new Set(), [], { x, y, right: 1000, by: 'pointer' }).kind
  const right = 240 * k
  return { header, right, ends: [met(right - 22, 2), met(right - 2, 22)], before: met(right - 26, 12) }
}

test('meet(…) closes a box at the − of its header, which is drawn where that is 24 px high and has room for it', () => {
  const { header, right, ends, before } = closingAt(0.68, 'Fulfilment', true)
  expect(header.toggle).toBe(right - 18)
  expect(header.title.text).toBe('Fulfilment')
  expect(header.place!.x + header.place!.room).toBeLessThanOrEqual(header.toggle! - 4)
  expect([ends, before]).toEqual([['toggle', 'toggle'], 'thing'])
  for (const [k, title] of [
    [0.66, 'Fulfilment'],
    [0.68, 'Fulfilment of 24 letters'],
  ] as const) {
    const none = closingAt(k, title, true)
    expect(none.header.toggle).toBe(null)
    expect(none.ends).toEqual(['thing', 'thing'])
  }
})

test('the − of a low header leaves the name of its box whole, and its badge where it is', () => {
  const longest = (hasBadge: boolean): number => {
    let letters = 1
    while (closingAt(0.68, 'n'.repeat(letters + 1), hasBadge).header.toggle !== null) letters++
    return letters
  }
  for (const hasBadge of [true, false]) {
    const { title, mark, toggle } = closingAt(0.68, 'n'.repeat(longest(hasBadge)), hasBadge).header
    expect(title.text).not.toContain('…')
    expect(mark === null).toBe(!hasBadge)
    const end = mark ? mark.x + mark.size : title.x + fitter.width(title.text, title.size, 600)
    expect(end + 6).toBeLessThanOrEqual(toggle!)
    expect(end + 6 + 6).toBeGreaterThan(toggle!)
  }
})
