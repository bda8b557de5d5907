import { expect, test } from 'vitest'
import { cardsAt } from '../../scene/picture/fake-picture.ts'
import { FORMS } from '../../scene/picture/picture.ts'
import { rulerOf } from './ruler.ts'

const CARDS = cardsAt([0, 300, 600, 900, 1200].map((x) => [x, 0]))
const LAYERS = Int32Array.of(0, 1, 2, 3, 4)
const NO_LINES = { from: new Uint32Array(0), to: new Uint32Array(0) }

test('rulerOf(…) says how many hops away what stands in a layer is, not how many layers', () => {
  // a feeds b, both feed c, which is the focus; c feeds d and e, and d feeds e.
  const hops = [
    [0, -1],
    [1, -1],
    [2, 0],
    [3, 1],
    [4, 1],
    // Folded in what is drawn as e.
    [4, 2],
  ] as const
  const ruler = rulerOf(CARDS, LAYERS, 2, hops, NO_LINES)!
  expect(ruler.map(({ layer, nearest, furthest }) => [layer, nearest, furthest])).toEqual([
    [-2, 1, 1],
    [-1, 1, 1],
    [0, 0, 0],
    [1, 1, 1],
    [2, 1, 2],
  ])
})

test('rulerOf(…) says of what is led to past others how many hops the longest way is too: then headings stand in order', () => {
  // a feeds b, c and d, b feeds c, c feeds d, and d feeds e.
  const hops = [
    [0, 0],
    [1, 1],
    [2, 1],
    [3, 1],
    [4, 2],
  ] as const
  const lines = { from: Uint32Array.of(0, 0, 0, 1, 2, 3), to: Uint32Array.of(1, 2, 3, 2, 3, 4) }
  const rangesFrom = (focus: number, given: Iterable<readonly [number, number]>) =>
    rulerOf(CARDS, LAYERS, focus, given, lines)!.map(({ nearest, furthest }) => [nearest, furthest])
  expect(rangesFrom(0, hops)).toEqual([
    ...[
      [0, 0],
      [1, 1],
      [1, 2],
    ],
    ...[
      [1, 3],
      [2, 4],
    ],
  ])
  // The same way back.
  const back = [[4, 0], [3, -1], [2, -2], [1, -3], [0, -2]] as const // prettier-ignore
  expect(rangesFrom(4, back)).toEqual([
    ...[
      [2, 4],
      [3, 3],
      [2, 2],
    ],
    ...[
      [1, 1],
      [0, 0],
    ],
  ])
})

test('rulerOf(…) says of what is nearer the other way round, in a circle, how far it is on the side where it stands', () => {
  // a feeds b, that feeds c, that feeds d, the focus, which feeds b.
  const lines = { from: Uint32Array.of(0, 1, 2, 3), to: Uint32Array.of(1, 2, 3, 1) }
  const hops = [
    [0, -3],
    [1, 1],
    [2, -1],
    [3, 0],
  ] as const
  const ruler = rulerOf(cardsAt([0, 300, 600, 900].map((x) => [x, 0])), LAYERS, 3, hops, lines)!
  expect(ruler.map(({ layer, nearest, furthest }) => [layer, nearest, furthest])).toEqual([
    [-3, 3, 3],
    [-2, 2, 2],
    [-1, 1, 1],
    [0, 0, 0],
  ])
})

test('rulerOf(…) counts no hops where what stands in a layer is on no way there', () => {
  const ruler = rulerOf(CARDS, LAYERS, 2, [[1, 1]], NO_LINES)!
  expect(ruler.map(({ nearest }) => nearest)).toEqual([0, 0, 0, 0, 0])
})

test('rulerOf(…) says of a layer that it is both ways where all in it leads to the focus and is led to from it', () => {
  const hops = [
    [1, -1],
    [2, 0],
    [3, 1],
  ] as const
  // b feeds c, which is the focus, and is fed by it; c feeds d alone.
  const lines = { from: Uint32Array.of(1, 2, 2), to: Uint32Array.of(2, 1, 3) }
  expect(rulerOf(CARDS, LAYERS, 2, hops, lines)!.map(({ isBothWays }) => isBothWays)).toEqual([
    ...[false, true, false],
    ...[false, false],
  ])
})

test('rulerOf(…) counts what stacks fold, and no stack as a thing', () => {
  const [card, stack] = [FORMS.indexOf('card'), FORMS.indexOf('stack')]
  const things = {
    ...cardsAt([
      [0, 0],
      [300, 0],
      [600, 0],
      [600, 100],
    ]),
    ...{ forms: Uint8Array.of(card, card, stack, card), inside: Uint32Array.of(0, 0, 8, 0) },
  }
  const hops = [
    [0, -1],
    [1, 0],
    [2, 1],
    [3, 1],
  ] as const
  // All that stands in the last layer is fed by the focus and feeds it.
  const lines = { from: Uint32Array.of(1, 2, 1, 3), to: Uint32Array.of(2, 1, 3, 1) }
  const ruler = rulerOf(things, Int32Array.of(0, 1, 2, 2), 1, hops, lines)!
  expect(ruler.map(({ drawn, folded, isBothWays }) => [drawn, folded, isBothWays])).toEqual([
    ...[
      [1, 0, false],
      [1, 0, false],
    ],
    [1, 8, true],
  ])
})

test('rulerOf(things in boxes) has a layer for what stands in one column, whatever box it is in, and none for the boxes', () => {
  // Two boxes: one around a and b, the other around d and e, which stand a little further; c is the focus.
  const cards = cardsAt([
    [0, 0],
    [20, 100],
    [300, 0],
    [600, 0],
    [612, 200],
    ...([
      [-16, -30],
      [584, -30],
    ] as const),
  ])
  const things = { ...cards, forms: cards.forms.map((form, i) => (i > 4 ? FORMS.indexOf('box') : form)) }
  const hops = [
    [0, -1],
    [1, -1],
    [2, 0],
    [3, 1],
    [4, 2],
  ] as const
  // In each box layers are counted anew.
  const layers = Int32Array.of(0, 0, 1, 0, 0, 0, 2)
  const ruler = rulerOf(things, layers, 2, hops, NO_LINES)!
  expect(ruler.map(({ layer, nearest, furthest, drawn, x }) => [layer, nearest, furthest, drawn, x])).toEqual(
    [
      [-1, 1, 1, 2, 0],
      [0, 0, 0, 1, 300],
      [1, 1, 2, 2, 600],
    ],
  )
})

test('rulerOf(things in boxes) is null where what is around the focus stands in its column', () => {
  const cards = cardsAt([
    [0, 0],
    [40, 100],
    [-16, -30],
  ])
  const things = { ...cards, forms: cards.forms.map((form, i) => (i === 2 ? FORMS.indexOf('box') : form)) }
  const hops = [
    [0, 0],
    [1, 1],
  ] as const
  expect(rulerOf(things, Int32Array.of(0, 1, 0), 0, hops, NO_LINES)).toBeNull()
})
