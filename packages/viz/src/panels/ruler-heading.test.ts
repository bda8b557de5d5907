import { expect, test } from 'vitest'
import type { RulerLayer } from '../scene/picture/picture.ts'
import { headingOf, spansOf, wholeHeading } from './ruler-heading.ts'

const LAYER: RulerLayer = {
  ...{ x: 0, width: 172, layer: -2, nearest: 2, furthest: 2, isBothWays: false },
  ...{ drawn: 5, outside: 1, folded: 14, waiting: 3 },
}
const sixEach = { width: (text: string) => text.length * 6 }
const at = (width: number, layer: Partial<RulerLayer> = {}): string =>
  headingOf({ ...LAYER, ...layer }, 'orders', width, sixEach).join(' | ')

test('headingOf(layer, …) says how many hops away it is, what is drawn in it and what waits beyond', () => {
  expect(at(400)).toBe('2 hops up | 4 + 1 outside + 14 folded, 3 more')
  expect(at(400, { layer: 1, nearest: 1, furthest: 3, outside: 0, folded: 0, waiting: 0 })).toBe(
    '1–3 hops down | 5',
  )
})

test('wholeHeading(layer, …) says what two numbers of hops are', () => {
  const alone = { outside: 0, folded: 0, waiting: 0 }
  const heading = (more: Partial<RulerLayer>): string =>
    wholeHeading({ ...LAYER, ...alone, ...more }, 'orders', sixEach)
  expect(heading({})).toBe('2 hops up 5')
  expect(heading({ furthest: 4 })).toBe('2–4 hops up 5 (by the shortest way – by the longest that is drawn)')
})

test('headingOf(layer, …) in a narrow layer says the longest of its forms that fits whole: the numbers get shorter, then the hops', () => {
  expect([260, 200, 150, 120, 80, 60, 40, 20, 10].map((width) => at(width))).toEqual([
    ...['2 hops up | 4 + 1 outside + 14 folded, 3 more', '2 hops up | 5 + 14 folded, 3 more'],
    ...['2 hops up | 5 + 14, 3 more', '2 up | 5 + 14, 3 more', '2 hops up | 5+', '2 up | 5+', '2 up | '],
    ...['←2 | ', ' | '],
  ])
  const waits = { drawn: 5, outside: 1, folded: 0, waiting: 3 }
  expect([190, 161, 110].map((width) => at(width, waits))).toEqual([
    ...['2 hops up | 4 + 1 outside, 3 more', '2 hops up | 5, 3 more', '2 up | 5, 3 more'],
  ])
  const alone = { outside: 0, folded: 0, waiting: 0 }
  expect([90, 50, 35].map((width) => at(width, alone))).toEqual(['2 hops up | 5', '2 up | 5', '2 up | '])
})

test('headingOf(layer, …) is cut at no width, and where it has room for a number, that says whether there is more', () => {
  for (let width = 0; width < 300; width++) {
    expect(at(width)).not.toContain('…')
    expect(at(width)).toMatch(/ \| (|5\+|.*3 more)$/)
  }
})

test('headingOf(layer, …) of a layer with stacks alone says what they fold, and no number of its own', () => {
  const stack = { layer: 1, nearest: 1, furthest: 1, drawn: 0, outside: 0, folded: 8, waiting: 0 }
  expect([400, 100, 85].map((width) => at(width, stack))).toEqual([
    ...['1 hop down | 8 folded', '1 hop down | 0 + 8', '1 down | 0 + 8'],
  ])
})

test('headingOf(layer, …) in a layer that is narrower yet says the hops with an arrow, which no pill does, and else nothing: no number is cut', () => {
  const alone = { outside: 0, folded: 0, waiting: 0 }
  expect([29, 20, 10].map((width) => at(width, alone))).toEqual(['2 up | ', '←2 | ', ' | '])
  const far = { ...alone, layer: 3, nearest: 12, furthest: 14 }
  expect([60, 40, 30].map((width) => at(width, far))).toEqual(['12–14 down | ', '12–14→ | ', ' | '])
})

test('headingOf(layer, …) leaves the name of what the lineage is about to be cut, but not to a letter', () => {
  const home = { layer: 0, drawn: 1, outside: 0, folded: 0, waiting: 0 }
  expect([30, 20].map((width) => at(width, home))).toEqual(['orders | ', ' | '])
})

test('headingOf(layer, …) names what the lineage is about, without counting it', () => {
  expect(at(400, { layer: 0, drawn: 1, outside: 0, folded: 0, waiting: 0 })).toBe('orders | ')
})

test('headingOf(layer, …) of a layer with what is outside alone does not say that nothing else is there', () => {
  expect(at(400, { outside: 5, folded: 0, waiting: 0 })).toBe('2 hops up | 5 outside')
})

test('headingOf(layer, …) of a layer that is no hop away says what its number counts', () => {
  expect(at(400, { nearest: 0, furthest: 0, drawn: 1, outside: 0, folded: 0, waiting: 0 })).toBe(' | 1 thing')
})

test('headingOf(layer, …) of what is one hop away both ways says both', () => {
  const both = { nearest: 1, furthest: 1, isBothWays: true, drawn: 1, outside: 0, folded: 99, waiting: 0 }
  expect(at(400, both)).toBe('1 hop up and down | 1 + 99 folded')
  expect(at(20, both)).toBe('↔1 | ')
})

test('spansOf(ruler) names what stands beside each other as far away once, over all its columns, and counts it together', () => {
  const none = { outside: 0, folded: 0, waiting: 0 }
  const one = (x: number, layer: number, far: number, more: Partial<RulerLayer> = {}): RulerLayer => ({
    ...{ ...LAYER, ...none, x, layer, nearest: far, furthest: far, drawn: 1 },
    ...more,
  })
  const spans = spansOf([
    one(0, -1, 1),
    one(200, 0, 0),
    one(400, 1, 1, { drawn: 3 }),
    one(600, 2, 2, { drawn: 2, waiting: 4 }),
    one(800, 3, 2, { outside: 1 }),
    one(1000, 4, 2, { furthest: 3 }),
    one(1200, 5, 0),
    one(1400, 6, 0),
  ])
  expect(spans.map(({ x, width, drawn, outside, waiting }) => [x, width, drawn, outside, waiting])).toEqual([
    [0, 172, 1, 0, 0],
    [200, 172, 1, 0, 0],
    [400, 172, 3, 0, 0],
    [600, 372, 3, 1, 4],
    [1000, 172, 1, 0, 0],
    [1200, 172, 1, 0, 0],
    [1400, 172, 1, 0, 0],
  ])
})
