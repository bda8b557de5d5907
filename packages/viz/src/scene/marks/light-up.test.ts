import { expect, test } from 'vitest'
import { lightReached, lightUp, lightUpCircle, lightUpLine, WITHIN } from './light-up.ts'
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

test('lightUp(picture, [card]) lights its own lines alone: what leads on from there is known of the run, not of what is drawn', () => {
  const light = lightUp(picture, [whole(1)])
  expect(marked(light.cards)).toEqual([0, 1, 2])
  expect(marked(light.lines)).toEqual([0, 1])
  expect(light.reach).toBe(null)
})

test('lightUp(picture, [card], []) of what only holds the thing that is meant lights no line', () => {
  const light = lightUp(picture, [whole(1)], [])
  expect([marked(light.cards), marked(light.lines)]).toEqual([[1], []])
})

test('lightReached(picture, reach, starts) lights what was found, but what leads about inside an open container that is meant', () => {
  const boxed = { ...cardsAt(Array.from({ length: 6 }, (_, i) => [i * 230, 0] as const)) }
  const box = Int32Array.of(-1, 0, 0, -1, -1, -1)
  const drawn = prepare(pictureWith({ ...boxed, box }, linesFrom([[3, 1], [1, 2], [2, 4]]))) // prettier-ignore
  const reached = { things: 1, words: '1 table' }
  const found = {
    ...{ cards: Uint8Array.of(1, 1, 1, 1, 1, 0), rows: new Uint8Array(0), folds: new Uint8Array(6) },
    ...{ lines: Uint8Array.of(1, 1, 1), upstream: reached, downstream: reached, unseen: 0, ways: null },
  }
  const light = lightReached(drawn, found, [whole(0)])
  expect([...light.lines]).toEqual([1, WITHIN, 1])
  expect(light).toMatchObject({ starts: [0], reach: { upstream: reached, downstream: reached } })
  expect([...found.lines]).toEqual([1, 1, 1])
  // What is chosen in there is a way.
  const both = lightReached(drawn, { ...found, ways: Uint8Array.of(1, 1, 0) }, [whole(0), whole(1)])
  expect([...both.lines]).toEqual([1, 1, 1])
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
  expect([...lightUp(prepare(pictureWith(boxed, drawn)), [whole(0), whole(1)]).lines]).toEqual([1, 1, 1])
})

test('lightUpLine(picture, line) lights the line and its ends, and with what was found all that', () => {
  const light = lightUpLine(picture, 1)
  expect(marked(light.cards)).toEqual([1, 2])
  expect(marked(light.lines)).toEqual([1])
  const none = { things: 0, words: '0 things' }
  const found = {
    ...{ cards: Uint8Array.of(1, 1, 1, 1, 0, 0), rows: new Uint8Array(0), folds: new Uint8Array(6) },
    ...{ lines: Uint8Array.of(1, 1, 1, 0), upstream: none, downstream: none, unseen: 0, ways: null },
  }
  expect(lightUpLine(picture, 1, found)).toMatchObject({
    ...{ cards: found.cards, lines: found.lines, line: 1, starts: [1, 2] },
  })
})

test('lightUp(picture, [row]) lights the lines of the column, and no other line of its table', () => {
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
  expect(marked(light.rows)).toEqual([0, 2])
  expect(marked(light.lines)).toEqual([0])
  const table = lightUp(prepare({ ...plain, rows }), [{ card: 1, row: -1 }])
  expect(marked(table.lines)).toEqual([0, 1, 2])
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
    edges: [],
    opening: { from: 'id:b', to: 'id:a' },
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
  expect(light.starts).toEqual([0])
})
