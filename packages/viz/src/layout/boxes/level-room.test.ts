import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDag, graphOf } from '../any-graph.ts'
import { place } from '../place-at-once.ts'
import { besideCards, inputOf } from '../placing/equal-cards.ts'
import { pointsOf } from '../placing/placing-points.ts'
import type { Placing, PlacingInput } from '../placing/placing.ts'
import { partAt } from '../placing/part-at.ts'

/** A card whose readers stand above it and below it. */
const FAN = graphOf(4, [
  [0, 1],
  [0, 2],
  [0, 3],
])

/** All lines meet the middles of cards. */
const level = (graph: ReturnType<typeof graphOf>): PlacingInput => ({
  ...inputOf(graph),
  fromPort: new Float64Array(graph.from.length).fill(22),
  toPort: new Float64Array(graph.from.length).fill(22),
})

const gapIn = ({ x, width }: Placing): number => x[1]! - x[0]! - width[0]!

test('lines run level beside a card until they have passed what stands there, where they leave it no place otherwise', () => {
  const input = level(FAN)
  const close = place(input)
  const wide = place({ ...input, beside: besideCards({ behind: [48, 0, 0, 0] }) })
  expect(gapIn(wide)).toBeGreaterThan(gapIn(close))
  expect(gapIn(wide)).toBeLessThanOrEqual(gapIn(close) + 48)
  for (const edge of [0, 1, 2]) {
    const [[, begin], [turns, next]] = pointsOf(wide, edge) as [[number, number], [number, number]]
    if (edge !== 1) expect(turns).toBe(wide.x[0]! + wide.width[0]! + 48)
    expect(next).toBe(begin)
  }
})

test('a gap stays as it is where what stands beside its cards has a place anyway', () => {
  const input = level(graphOf(2, [[0, 1]]))
  const beside = besideCards({ behind: [48, 0], before: [0, 48] })
  expect(place({ ...input, beside })).toEqual(place(input))
})

test('a loop over the corner of a card leaves what stands there the place below it', () => {
  // One line is level, so that the other one falls: above both there is a place, and the loop takes that.
  const input = { ...level(graphOf(3, [[0, 1], [0, 2]])), weight: Uint32Array.of(1000, 1) } // prettier-ignore
  const beside = besideCards({ behind: [48, 0, 0] })
  const loops = { top: Float64Array.of(-22, NaN, NaN), bottom: Float64Array.of(22, NaN, NaN) }
  const free = place({ ...input, beside })
  expect(free).toEqual(place(input))
  expect(gapIn(place({ ...input, beside: { ...beside, loops } }))).toBeGreaterThan(gapIn(free))
})

/** What lines take between two places across: from one height to another. */
function takenIn(placing: Placing, edges: number, from: number, to: number): [number, number][] {
  const taken: [number, number][] = []
  for (let edge = 0; edge < edges; edge++)
    pointsOf(placing, edge).forEach(([x, y], i, all) => {
      const [lastX, lastY] = all[i - 1] ?? [x, y]
      const [first, last] = [Math.max(from, lastX), Math.min(to, x)]
      if (first > last) return
      const at = (where: number): number =>
        lastY + (x === lastX ? 0 : partAt((where - lastX) / (x - lastX))) * (y - lastY)
      const ends = x === lastX ? [lastY, y] : [at(first), at(last)]
      taken.push([Math.min(...ends), Math.max(...ends)])
    })
  return taken
}

test('whatever lines there are, each card has a place for what stands beside it that none of them runs through', () => {
  const anyRooms = fc.array(fc.constantFrom(0, 40, 56), { minLength: 12, maxLength: 12 })
  fc.assert(
    fc.property(anyDag, anyRooms, anyRooms, fc.boolean(), (graph, before, behind, hasRows) => {
      const count = graph.nodeCount
      const port = (edge: number): number => (hasRows ? 56 + 24 * (edge % 3) : 22)
      const beside = besideCards({
        before: Array.from({ length: count }, (_, card) => before[card % 12]!),
        behind: Array.from({ length: count }, (_, card) => behind[card % 12]!),
      })
      const placing = place({
        ...level(graph),
        height: new Float64Array(count).fill(hasRows ? 144 : 44),
        fromPort: Float64Array.from(graph.from.keys(), port),
        toPort: Float64Array.from(graph.to.keys(), port),
        beside,
      })
      const { x, y, width } = placing
      const hasPlace = (card: number, taken: readonly [number, number][]): boolean =>
        beside.around.some((off) => {
          const middle = y[card]! + 22 + off
          return taken.every(([top, bottom]) => bottom < middle - beside.reach || top > middle + beside.reach)
        })
      const lacking = Array.from(x.keys()).filter((card) => {
        const [left, right] = [x[card]!, x[card]! + width[card]!]
        const around = [
          [left - beside.before[card]!, left],
          [right, right + beside.behind[card]!],
        ] as const
        return around.some(
          ([from, to]) =>
            from < to && !hasPlace(card, takenIn(placing, graph.from.length, from + 0.01, to - 0.01)),
        )
      })
      expect(lacking).toEqual([])
    }),
  )
})
