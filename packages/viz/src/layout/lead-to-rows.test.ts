import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyInput, anyNeighbourhood, graphOf } from './any-graph.ts'
import { inputOf } from './placing/equal-cards.ts'
import { place } from './place-at-once.ts'
import { pointsOf, rectOf, type Point } from './placing/placing-points.ts'
import type { Placing, PlacingInput } from './placing/placing.ts'

/** No line at a row runs further off its card. */
const MOST = 108
/** Lines are so far apart beside it where there is room. */
const APART = 6
const ROWS = 40

/** Cards of up to 40 rows, the data going down, with edges between any rows of any cards, and some from cards to rows; in layers or not. */
const anyColumnRun: fc.Arbitrary<PlacingInput> = fc
  .record({
    near: anyNeighbourhood,
    rows: fc.array(fc.nat(ROWS), { minLength: 20, maxLength: 20 }),
    ends: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(7)), { minLength: 50, maxLength: 50 }),
    across: fc.constantFrom(Infinity, 480, 1100),
    isLayered: fc.boolean(),
  })
  .map(({ near: { graph, layer }, rows, ends, across, isLayered }) => {
    const rowAt = (card: number, row: number, isWhole: boolean): number =>
      rows[card] === 0 || isWhole ? NaN : 56 + 24 * (row % rows[card]!)
    return {
      ...inputOf(graph),
      ...(isLayered && { layer: Int32Array.from(layer) }),
      height: Float64Array.from(layer, (_, card) => 48 + 24 * rows[card]!),
      fromPort: Float64Array.from(graph.from, (from, edge) =>
        rowAt(from, ends[edge]![0], ends[edge]![2] === 0),
      ),
      toPort: Float64Array.from(graph.to, (to, edge) => rowAt(to, ends[edge]![1], ends[edge]![2] === 1)),
      direction: 'down',
      across,
    }
  })

const anyDown = fc.oneof(
  anyColumnRun,
  anyInput.map((input): PlacingInput => ({ ...input, direction: 'down' })),
)

interface End {
  readonly edge: number
  readonly thing: number
  readonly row: number
  /** From the row on. */
  readonly points: readonly Point[]
}

/** The ends of edges that have a way, with the row of each; NaN for none. */
function endsIn({ from, to, fromPort, toPort, isBox }: PlacingInput, picture: Placing): End[] {
  const rowOf = (thing: number, port: number): number => (isBox[thing] ? NaN : port)
  return [...from.keys()].flatMap((edge) => {
    const points = pointsOf(picture, edge)
    if (points.length === 0) return []
    const [u, v] = [from[edge]!, to[edge]!]
    return [
      { edge, thing: u, row: rowOf(u, fromPort[edge]!), points },
      { edge, thing: v, row: rowOf(v, toPort[edge]!), points: points.toReversed() },
    ]
  })
}

test('place(direction down) leads each end at a row level to a side of its thing at that row, and each other one to the top or the foot', () => {
  fc.assert(
    fc.property(anyDown, (input) => {
      const picture = place(input)
      for (const { thing, row, points } of endsIn(input, picture)) {
        const [left, top, right, bottom] = rectOf(picture, thing)
        const [[x, y], [nextX, nextY]] = points as [Point, Point]
        if (Number.isNaN(row)) {
          expect([top, bottom]).toContain(y)
          expect(x).toBeGreaterThan(left - 1e-6)
          expect(x).toBeLessThan(right + 1e-6)
          continue
        }
        expect([left, right]).toContain(x)
        expect(y).toBeCloseTo(top + row, 6)
        expect(nextY).toBe(y)
        const off = x === left ? left - nextX : nextX - right
        expect(off).toBeGreaterThan(12)
        expect(off).toBeLessThan(MOST + 1e-6)
      }
    }),
    { numRuns: 200 },
  )
})

test('place(direction down) has lines of different rows of a thing run beside it in lines of their own, and none beside another thing', () => {
  fc.assert(
    fc.property(anyDown, (input) => {
      const picture = place(input)
      const ends = endsIn(input, picture).filter(({ row }) => !Number.isNaN(row))
      const rowAt = new Map<string, number>()
      for (const { edge, thing, row, points } of ends) {
        const [x, y] = points[1]!
        const key = `${thing} ${Math.round(1000 * x)}`
        expect(rowAt.get(key) ?? row).toBe(row)
        rowAt.set(key, row)
        // From the row to where it leaves what is beside the thing.
        const [, top, , bottom] = rectOf(picture, thing)
        const until = points[2]![1] < y ? top : bottom
        for (let other = 0; other < input.count; other++) {
          if (input.isBox[other] || other === thing) continue
          const [left2, top2, right2, bottom2] = rectOf(picture, other)
          const isBeside = Math.min(y, until) < bottom2 && Math.max(y, until) > top2
          const isIn = isBeside && x > left2 && x < right2
          expect({ edge, other, isIn }).toEqual({ edge, other, isIn: false })
        }
      }
    }),
    { numRuns: 200 },
  )
})

/** Points on the way between two of a route that leads down: a curve that starts and ends plumb. */
const between = ([x1, y1]: Point, [x2, y2]: Point): Point[] =>
  Array.from({ length: 17 }, (_, i): Point => {
    const t = i / 16
    const handle = 0.5 * (y2 - y1)
    const y =
      (1 - t) ** 3 * y1 +
      3 * (1 - t) ** 2 * t * (y1 + handle) +
      3 * (1 - t) * t ** 2 * (y2 - handle) +
      t ** 3 * y2
    return [x1 + (x2 - x1) * t * t * (3 - 2 * t), y]
  })

test('place(direction down) leads no edge between rows through a card, its own ones among them', () => {
  fc.assert(
    fc.property(anyColumnRun, (input) => {
      const picture = place(input)
      const hits: [edge: number, card: number][] = []
      for (const edge of input.from.keys()) {
        const points = pointsOf(picture, edge)
        const way = points.slice(1).flatMap((point, i) => between(points[i]!, point))
        for (let card = 0; card < input.count; card++) {
          const [left, top, right, bottom] = rectOf(picture, card)
          const isInside = ([x, y]: Point): boolean =>
            x > left + 1e-6 && x < right - 1e-6 && y > top + 1e-6 && y < bottom - 1e-6
          if (way.some(isInside)) hits.push([edge, card])
        }
      }
      expect(hits).toEqual([])
    }),
    { numRuns: 200 },
  )
})

/** Cards below one another or beside each other, of 20 rows each. @param edges from row to row. */
const cardsWith = (
  count: number,
  edges: readonly (readonly [from: number, fromRow: number, to: number, toRow: number])[],
): PlacingInput => ({
  ...inputOf(
    graphOf(
      count,
      edges.map(([from, , to]) => [from, to]),
    ),
  ),
  height: new Float64Array(count).fill(48 + 24 * 20),
  fromPort: Float64Array.from(edges, ([, row]) => 56 + 24 * row),
  toPort: Float64Array.from(edges, ([, , , row]) => 56 + 24 * row),
  direction: 'down',
})

describe('place(direction down, edges between rows)', () => {
  test('leaves at the side to which an edge goes, and arrives at the side from which it comes', () => {
    const picture = place(
      cardsWith(3, [
        [0, 0, 1, 0],
        [0, 1, 2, 0],
      ]),
    )
    const [left, , right] = rectOf(picture, 0)
    const isLeft = picture.x[1]! < picture.x[2]!
    expect(pointsOf(picture, 0)[0]![0]).toBe(isLeft ? left : right)
    expect(pointsOf(picture, 1)[0]![0]).toBe(isLeft ? right : left)
  })

  test('runs straight down from card to card where rows of the same names follow each other', () => {
    const chain = [0, 1].flatMap((card) =>
      Array.from({ length: 5 }, (_, row) => [card, row, card + 1, row] as const),
    )
    const picture = place(cardsWith(3, chain))
    for (const edge of chain.keys()) {
      const points = pointsOf(picture, edge)
      expect(new Set(points.slice(1, -1).map(([x]) => x.toFixed(6))).size).toBe(1)
    }
  })

  test('lets lines of one row run together, and beside them those that look otherwise', () => {
    const input = cardsWith(4, [
      [0, 3, 3, 0],
      [1, 3, 3, 0],
      [2, 3, 3, 0],
    ])
    const picture = place({ ...input, look: Uint8Array.of(0, 0, 1) })
    const trackOf = (edge: number): number => pointsOf(picture, edge).at(-2)![0]
    const ends = [0, 1, 2].map((edge) => pointsOf(picture, edge).at(-1)!)
    for (const [i, [x, y]] of ends.entries())
      for (const [other, [otherX, otherY]] of ends.entries()) {
        expect(y).toBe(otherY)
        if (i !== other && x === otherX) expect(trackOf(i) === trackOf(other)).toBe(i + other === 1)
      }
  })

  test('leaves lines where they ran before, and all else where it stood, to the breadth of a line, though other rows are joined then', () => {
    const joined = (shift: number): PlacingInput =>
      cardsWith(
        5,
        Array.from({ length: 20 }, (_, row) =>
          [
            [0, 2],
            [1, 2],
            [2, 3],
            [2, 4],
            [0, 4],
          ].map(([from, to]) => [from!, (row + shift) % 20, to!, row] as const),
        ).flat(),
      )
    const before = place(joined(0))
    expect(place({ ...joined(0), before }).routes).toEqual(before.routes)
    for (const shift of [0, 1, 7]) {
      const { x, y } = place({ ...joined(shift), before })
      const moved = [
        ...x.map((at, card) => at - before.x[card]!),
        ...y.map((at, card) => at - before.y[card]!),
      ]
      expect(Math.max(...moved.map(Math.abs))).toBeLessThan(APART)
    }
  })

  test('shares the room beside a card evenly among very many rows', () => {
    const picture = place(
      cardsWith(
        2,
        Array.from({ length: 20 }, (_, row) => [0, row, 1, row] as const),
      ),
    )
    const tracks = Array.from({ length: 20 }, (_, edge) => pointsOf(picture, edge)[1]![0]).sort(
      (a, b) => a - b,
    )
    const apart = tracks.slice(1).map((x, i) => x - tracks[i]!)
    expect(Math.max(...apart) - Math.min(...apart)).toBeLessThan(1e-6)
    expect(tracks.at(-1)! - rectOf(picture, 0)[2]).toBeLessThanOrEqual(MOST)
  })
})
