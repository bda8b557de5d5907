import fc from 'fast-check'
import { expect, test } from 'vitest'
import { routeCurve } from '../../scene/picture/curve.ts'
import { graphOf } from '../any-graph.ts'
import { place } from '../place-at-once.ts'
import { inputOf } from '../placing/equal-cards.ts'
import { MAP_GAPS } from '../placing/gaps.ts'
import { pointsOf, type Point } from '../placing/placing-points.ts'
import type { Placing, PlacingInput } from '../placing/placing.ts'
import { widthOf } from './spread-ends.ts'

/** Where a line runs at a height: x of each place. */
function placesAt(picture: Placing, edge: number, height: number): number[] {
  const curve = routeCurve(Float64Array.from(pointsOf(picture, edge).flat()))
  const found: number[] = []
  let [x0, y0] = [curve[0]!, curve[1]!]
  for (let i = 0; i + 7 < curve.length; i += 6)
    for (let piece = 1; piece <= 64; piece++) {
      const [t, u] = [piece / 64, 1 - piece / 64]
      const [a, b, c, d] = [u ** 3, 3 * u * u * t, 3 * u * t * t, t ** 3]
      const x = a * curve[i]! + b * curve[i + 2]! + c * curve[i + 4]! + d * curve[i + 6]!
      const y = a * curve[i + 1]! + b * curve[i + 3]! + c * curve[i + 5]! + d * curve[i + 7]!
      if (y0 !== y && (y0 - height) * (y - height) <= 0)
        found.push(x0 + ((x - x0) * (height - y0)) / (y - y0))
      ;[x0, y0] = [x, y]
    }
  return found
}

const mapOf = (
  nodeCount: number,
  edges: readonly (readonly [number, number])[],
  weight: number,
): PlacingInput => {
  const graph = graphOf(nodeCount, edges)
  return {
    ...inputOf(graph),
    height: new Float64Array(nodeCount).fill(62),
    weight: new Uint32Array(edges.length).fill(weight),
    gaps: MAP_GAPS,
  }
}

const isPlumb = (points: readonly Point[]): boolean =>
  points.some(([x], i) => i > 0 && x === points[i - 1]![0])

/** A card that feeds, or is fed by, so many others. */
const fan = (count: number, isOut: boolean, weight: number): PlacingInput =>
  mapOf(
    count + 1,
    Array.from({ length: count }, (_, i) => (isOut ? ([0, i + 1] as const) : ([i + 1, 0] as const))),
    weight,
  )

test('lines of a fan lie beside each other half way, as thick as they are', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 12 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 900 }),
      (count, isOut, weight) => {
        const picture = place(fan(count, isOut, weight))
        for (let edge = 0; edge < count; edge++) {
          const points = pointsOf(picture, edge)
          // Those of a channel are one bundle.
          if (isPlumb(points)) continue
          const [begin, end] = [points[0]![1], points.at(-1)![1]]
          if (Math.abs(end - begin) < 3 * MAP_GAPS.layer) continue
          const height = (begin + end) / 2
          const [own] = placesAt(picture, edge, height)
          for (let other = 0; other < count; other++)
            for (const x of other === edge || isPlumb(pointsOf(picture, other))
              ? []
              : placesAt(picture, other, height))
              expect(Math.abs(x - own!)).toBeGreaterThan(widthOf(weight))
        }
      },
    ),
    { numRuns: 200 },
  )
})

test('a gap with steep thick lines is wider than one with few, and no wider than the widest', () => {
  const gapOf = (input: PlacingInput): number => {
    const picture = place(input)
    return picture.x[1]! - picture.x[0]! - picture.width[0]!
  }
  expect(gapOf(fan(2, true, 1))).toBe(MAP_GAPS.layer)
  expect(gapOf(fan(9, true, 270))).toBeGreaterThan(gapOf(fan(9, true, 1)))
  expect(gapOf(fan(40, true, 1_000_000))).toBe(MAP_GAPS.busyLayer)
})

test('two lines that are the same but for where they begin and end do not lie on each other where they are steep', () => {
  const reader = 6
  const plain = mapOf(8, [[0, 1], [0, 2], [0, 3], [0, 4], [0, 5], [0, reader], [0, reader]], 1) // prettier-ignore
  const ports = (at: readonly number[]): Float64Array => Float64Array.from([NaN, NaN, NaN, NaN, NaN, ...at])
  const picture = place({ ...plain, fromPort: ports([40, 43]), toPort: ports([20, 23]) })
  const heights = pointsOf(picture, 5).map(([, y]) => y)
  expect(Math.abs(heights.at(-1)! - heights[0]!)).toBeGreaterThan(2 * MAP_GAPS.layer)
  const middle = (heights[0]! + heights.at(-1)!) / 2
  const [one, other] = [5, 6].map((edge) => placesAt(picture, edge, middle)[0]!)
  expect(Math.abs(one! - other!)).toBeGreaterThan(2)
})
