import { routeCurve } from './curve.ts'
import { CARD } from './measures.ts'
import type { Cards, Lines, Picture } from './picture.ts'

/** Cards at given places, for tests: named a, b, c and so on. */
export const cardsAt = (places: readonly (readonly [number, number])[]): Cards => ({
  count: places.length,
  x: Float32Array.from(places, ([x]) => x),
  y: Float32Array.from(places, ([, y]) => y),
  keys: places.map((_, i) => `id:${String.fromCharCode(97 + i)}`),
  titles: places.map((_, i) => String.fromCharCode(97 + i)),
  places: places.map(() => 'SHOP.marts'),
  sorts: places.map(() => 'table'),
  shapes: new Uint8Array(places.length),
  errors: new Uint32Array(places.length),
  warnings: new Uint32Array(places.length),
  infos: new Uint32Array(places.length),
})

/** Lines between cards, for tests. Without cards they have no curve. */
export function linesFrom(pairs: readonly (readonly [number, number])[], cards?: Cards): Lines {
  const curves = pairs.map(([from, to]) => {
    if (!cards) return []
    const middle = CARD.height / 2
    return routeCurve([
      cards.x[from]! + CARD.width,
      cards.y[from]! + middle,
      cards.x[to]!,
      cards.y[to]! + middle,
    ])
  })
  const starts = new Uint32Array(pairs.length + 1)
  curves.forEach((curve, i) => (starts[i + 1] = starts[i]! + curve.length))
  return {
    count: pairs.length,
    from: Uint32Array.from(pairs, ([from]) => from),
    to: Uint32Array.from(pairs, ([, to]) => to),
    weights: new Uint32Array(pairs.length).fill(1),
    strokes: new Uint8Array(pairs.length),
    curves: Float32Array.from(curves.flat()),
    starts,
  }
}

/** A picture of such cards and lines, for tests. */
export const pictureWith = (cards: Cards, lines: Lines): Picture => ({
  cards,
  lines,
  bounds: { x: 0, y: 0, width: 700, height: 5100 },
  lane: null,
  level: 1,
  cardsAtLevel: [0, 0, 0],
  legend: [],
  tally: {
    things: { all: 4, drawn: 4, folded: 0, hidden: 0, outlined: 0 },
    edges: { all: 13, drawn: 13, folded: 0, hidden: 0 },
    missing: 0,
  },
  layoutTime: 0,
})
