import { routeCurve } from './curve.ts'
import { CARD } from './measures.ts'
import { packLines, packThings } from './spatial-index.ts'
import { FORMS, type Lines, type Picture, type Things } from './picture.ts'

/** Cards at given places, for tests: named a, b, c and so on. */
export const cardsAt = (places: readonly (readonly [number, number])[]): Things => ({
  count: places.length,
  x: Float32Array.from(places, ([x]) => x),
  y: Float32Array.from(places, ([, y]) => y),
  width: new Float32Array(places.length).fill(CARD.width),
  height: new Float32Array(places.length).fill(CARD.height),
  box: new Int32Array(places.length).fill(-1),
  layers: new Int32Array(places.length),
  aspects: new Float32Array(places.length).fill(1.6),
  depth: new Uint8Array(places.length),
  forms: new Uint8Array(places.length).fill(FORMS.indexOf('card')),
  roles: new Uint8Array(places.length),
  keys: places.map((_, i) => `id:${String.fromCharCode(97 + i)}`),
  titles: places.map((_, i) => String.fromCharCode(97 + i)),
  places: places.map(() => 'SHOP.marts'),
  sorts: places.map(() => 'table'),
  errors: new Uint32Array(places.length),
  warnings: new Uint32Array(places.length),
  infos: new Uint32Array(places.length),
  inside: new Uint32Array(places.length),
  columns: new Uint32Array(places.length),
  more: new Uint32Array(places.length),
  waitsUp: new Uint32Array(places.length),
  waitsDown: new Uint32Array(places.length),
  opens: new Uint8Array(places.length),
})

/** Lines between cards, for tests. Without cards they have no curve. */
export function linesFrom(pairs: readonly (readonly [number, number])[], cards?: Things): Lines {
  const curves = pairs.map(([from, to]) => {
    if (!cards) return []
    const middle = CARD.height / 2
    return routeCurve(
      Float64Array.of(
        cards.x[from]! + CARD.width,
        cards.y[from]! + middle,
        cards.x[to]!,
        cards.y[to]! + middle,
      ),
    )
  })
  const starts = new Uint32Array(pairs.length + 1)
  curves.forEach((curve, i) => (starts[i + 1] = starts[i]! + curve.length))
  return {
    count: pairs.length,
    from: Uint32Array.from(pairs, ([from]) => from),
    to: Uint32Array.from(pairs, ([, to]) => to),
    fromRow: new Int32Array(pairs.length).fill(-1),
    toRow: new Int32Array(pairs.length).fill(-1),
    weights: new Uint32Array(pairs.length).fill(1),
    strokes: new Uint8Array(pairs.length),
    reversed: new Uint8Array(pairs.length),
    circles: new Int32Array(pairs.length).fill(-1),
    curves: Float32Array.from(curves.flat()),
    starts,
  }
}

/** A picture of such things and lines, for tests. */
export const pictureWith = (things: Things, lines: Lines): Picture => ({
  number: 0,
  view: 'map',
  direction: 'right',
  level: 0,
  opensAt: 0,
  hops: { up: 2, down: 2 },
  ifMore: null,
  ifAll: null,
  ifMost: null,
  things,
  waffles: {
    starts: new Uint32Array(things.count + 1),
    marks: new Uint8Array(0),
    sorts: things.sorts,
    scale: 1,
  },
  rows: {
    count: 0,
    starts: new Uint32Array(things.count + 1),
    keys: [],
    titles: [],
    types: [],
    traced: new Uint8Array(0),
    y: new Float32Array(0),
    marks: new Uint8Array(0),
  },
  lines,
  circles: [],
  spread: [],
  indexes: { things: packThings(things), lines: packLines(lines, things) },
  focus: -1,
  focusRow: -1,
  bounds: { x: 0, y: 0, width: 700, height: 5100 },
  lane: null,
  ruler: null,
  legend: [],
  tally: {
    things: { all: 4, drawn: 4, folded: 0, hidden: 0, beyond: 0 },
    edges: { all: 13, drawn: 13, folded: 0, hidden: 0, beyond: 0 },
    missing: 0,
  },
  path: null,
  notices: [],
  nameRoom: 0,
  layoutTime: 0,
})
