import { expect, test } from 'vitest'
import { lightUp, lightUpCircle, lightUpLine, WITHIN } from './light-up.ts'
import { cardsAt, linesFrom, pictureWith } from '../picture/fake-picture.ts'
import type { Lines } from '../picture/picture.ts'
import { prepare, type Prepared } from '../picture/prepared.ts'

const marked = (marks: Uint8Array): number[] => [...marks.keys()].filter((i) => marks[i] === 1)

// 0 → 1 → 2 → 3, 4 → 2, and 5 alone
const lines = linesFrom([
  [0, 1],
  [1, 2],
  [2, 3],
  [4, 2],
])
const withCards = (count: number, drawn: Lines): Prepared =>
  prepare(pictureWith(cardsAt(Array.from({ length: count }, (_, i) => [i * 230, 0] as const)), drawn))
const picture = withCards(6, lines)
const whole = (card: number) => ({ card, row: -1 })

test('lightUp(picture, [card]) reaches all that is upstream and downstream, and nothing beside it', () => {
  const light = lightUp(picture, [whole(1)])
  expect(marked(light.cards)).toEqual([0, 1, 2, 3])
  expect(marked(light.lines)).toEqual([0, 1, 2])
  expect([light.upstream.things, light.downstream.things]).toEqual([1, 2])
})

test('lightUp(…) of a card without lineage lights the card alone', () => {
  expect(marked(lightUp(picture, [whole(5)]).cards)).toEqual([5])
})

test('lightUp(picture, [open container]) lights what leads in and out, and leaves what leads about inside as it is', () => {
  // A box around 1 and 2, which stand after it.
  const cards = cardsAt([0, 1, 2, 3, 4].map((i) => [i * 230, 0] as const))
  const boxed = {
    ...cards,
    forms: Uint8Array.of(0, 3, 3, 3, 3),
    box: Int32Array.of(-1, 0, 0, -1, -1),
  }
  const drawn = linesFrom([[3, 1], [1, 2], [2, 4]]) // prettier-ignore
  const light = lightUp(prepare(pictureWith(boxed, drawn)), [whole(0)])
  expect([...light.lines]).toEqual([1, WITHIN, 1])
  expect(marked(light.cards)).toEqual([0, 1, 2, 3, 4])
  expect([light.upstream.things, light.downstream.things]).toEqual([1, 1])
})

test('lightUp(…) in a circle lights the circle once, and ends', () => {
  const circle = linesFrom([
    [0, 1],
    [1, 2],
    [2, 0],
    [1, 1],
  ])
  const light = lightUp(withCards(3, circle), [whole(0)])
  expect(marked(light.cards)).toEqual([0, 1, 2])
  expect(marked(light.lines)).toEqual([0, 1, 2, 3])
})

test('lightUpLine(picture, line) leaves out what else enters the end of the line', () => {
  const light = lightUpLine(picture, 1)
  expect(marked(light.cards)).toEqual([0, 1, 2, 3])
  expect(marked(light.lines)).toEqual([0, 1, 2])
  expect(light.line).toBe(1)
})

test('lightUp(picture, [row]) follows what is declared of the column, and no other line of its table', () => {
  // Two rows a card: a.0 → b.2 → c.4 beside b.3 → c.5.
  const drawn = {
    ...linesFrom([
      [0, 1],
      [1, 2],
      [1, 2],
    ]),
    fromRow: Int32Array.of(0, 2, 3),
    toRow: Int32Array.of(2, 4, 5),
  }
  const plain = pictureWith(
    cardsAt([
      [0, 0],
      [230, 0],
      [460, 0],
    ]),
    drawn,
  )
  const rows = {
    ...{ count: 6, starts: Uint32Array.of(0, 2, 4, 6), y: new Float32Array(6), marks: new Uint8Array(6) },
    ...{
      keys: [...'uvwxyz'],
      titles: [...'uvwxyz'],
      types: ['', '', '', '', '', ''],
      traced: new Uint8Array(6),
    },
  }
  const light = lightUp(prepare({ ...plain, rows }), [{ card: 0, row: 0 }])
  expect(marked(light.rows)).toEqual([0, 2, 4])
  expect(marked(light.lines)).toEqual([0, 1])
  const table = lightUp(prepare({ ...plain, rows }), [{ card: 0, row: -1 }])
  expect(marked(table.lines)).toEqual([0, 1, 2])
})

test('lightUp(picture, [row]) that leads to a folded row goes on through that row alone', () => {
  // Two rows a card, and card 1 folds others: a.0 → b.2, a.1 → what b folds, which leads to c.4; b.2 → c.4 and b.3 → c.5.
  const cards = cardsAt([0, 1, 2, 3].map((i) => [i * 230, 0] as const))
  const drawn = {
    ...linesFrom([
      [0, 1],
      [0, 1],
      [1, 2],
      [1, 2],
      [3, 1],
    ]),
    fromRow: Int32Array.of(0, 1, -1, 3, -1),
    toRow: Int32Array.of(2, -1, 4, 5, -1),
  }
  const rows = {
    ...pictureWith(cards, drawn).rows,
    ...{ count: 6, starts: Uint32Array.of(0, 2, 4, 6, 6), y: new Float32Array(6), marks: new Uint8Array(6) },
    ...{ keys: [...'uvwxyz'], titles: [...'uvwxyz'] },
  }
  const lit = (more: number): ReturnType<typeof lightUp> =>
    lightUp(prepare({ ...pictureWith({ ...cards, more: Uint32Array.of(0, more, 0, 0) }, drawn), rows }), [
      { card: 2, row: 4 },
    ])
  expect(marked(lit(15).lines)).toEqual([1, 2, 4])
  expect(marked(lit(15).cards)).toEqual([0, 1, 2, 3])
  expect(marked(lit(15).rows)).toEqual([1, 4])
  expect(marked(lit(15).folds)).toEqual([1])
  // Where all columns are there, it is the table itself that feeds the column.
  expect(marked(lit(0).lines)).toEqual([0, 1, 2, 4])
})

test('lightUpCircle(picture, circle) lights its things and the lines among them', () => {
  const circle = {
    key: 'c',
    size: 2,
    things: [1, 2],
    lines: [1],
    way: [1],
    wayHops: 2,
    wayAt: [0],
    isShortest: true,
    cut: [1],
  }
  const light = lightUpCircle(picture, circle)
  expect(marked(light.cards)).toEqual([1, 2])
  expect(marked(light.lines)).toEqual([1])
})

test('lightUp(…) of an open container lights what is in it, and what leads there and from there', () => {
  const cards = cardsAt(Array.from({ length: 6 }, (_, i) => [i * 230, 0] as const))
  // 0 is a box; 1 and 2 stand in it, 3 feeds 1, 2 feeds 4, and 5 is alone.
  const boxed = { ...cards, box: Int32Array.of(-1, 0, 0, -1, -1, -1) }
  const around = linesFrom([
    [3, 1],
    [2, 4],
  ])
  const light = lightUp(prepare(pictureWith(boxed, around)), [whole(0)])
  expect(marked(light.cards)).toEqual([0, 1, 2, 3, 4])
  expect(marked(light.lines)).toEqual([0, 1])
  expect([light.starts, light.upstream.things, light.downstream.things]).toEqual([[0], 1, 1])
})

test('lightUp(…) counts a stack as all that it folds, and says what is reached where that is of one sort', () => {
  const cards = cardsAt([0, 1, 2].map((i) => [i * 230, 0] as const))
  const stacked = {
    ...cards,
    forms: Uint8Array.of(3, 4, 3),
    inside: Uint32Array.of(0, 500, 0),
    sorts: ['table', 'table', 'chart'],
  }
  const star = prepare(pictureWith(stacked, linesFrom([[0, 1], [1, 2]]))) // prettier-ignore
  expect(lightUp(star, [whole(2)]).upstream).toEqual({ things: 501, sort: 'table' })
  expect(lightUp(star, [whole(0)]).downstream).toEqual({ things: 501, sort: null })
  expect(lightUp(star, [whole(0)]).upstream).toEqual({ things: 0, sort: null })
})
