import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyFans, anyInput as anyBoxes, graphOf } from './any-graph.ts'
import { LINEAGE_GAPS, MAP_GAPS } from './placing/gaps.ts'
import { inputOf } from './placing/equal-cards.ts'
import { place } from './place-at-once.ts'
import { repeatableRandom } from './crossings/shuffle-layer.ts'
import { pointsOf, rectOf, type Point } from './placing/placing-points.ts'
import type { Placing, PlacingInput } from './placing/placing.ts'
import { turnPlacing } from './turn-round.ts'

const anyInput = fc.oneof(anyBoxes, anyFans)

const isInside = ({ box }: PlacingInput, thing: number, outer: number): boolean => {
  for (let at = box[thing]!; at >= 0; at = box[at]!) if (at === outer) return true
  return false
}

test('place(input) never puts two things of a box over one another, and keeps them apart', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const picture = place(input)
      for (let thing = 0; thing < input.count; thing++)
        for (let other = 0; other < thing; other++) {
          if (input.box[thing] !== input.box[other]) continue
          const [left, top, right, bottom] = rectOf(picture, thing)
          const [left2, top2, right2, bottom2] = rectOf(picture, other)
          const apart = Math.max(left - right2, left2 - right, top - bottom2, top2 - bottom)
          expect(apart).toBeGreaterThan(24 - 1e-6)
        }
    }),
  )
})

test('place(input) keeps everything inside its box, below its head and off its sides', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const picture = place(input)
      for (let thing = 0; thing < input.count; thing++) {
        const outer = input.box[thing]!
        if (outer < 0) continue
        const room = (input.box[outer]! < 0 ? 16 : 12) - 1e-6
        const [left, top, right, bottom] = rectOf(picture, thing)
        const [left2, top2, right2, bottom2] = rectOf(picture, outer)
        expect(top - top2).toBeGreaterThan(input.head[outer]! - 1e-6)
        expect(Math.min(left - left2, right2 - right, bottom2 - bottom)).toBeGreaterThan(room)
      }
    }),
  )
})

test('place(input) gives things their size, wider only where they stand below what is, and boxes at least the size they ask for', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const { width, height } = place(input)
      for (let thing = 0; thing < input.count; thing++)
        if (input.isBox[thing]) {
          expect(width[thing]).toBeGreaterThanOrEqual(input.width[thing]!)
          expect(height[thing]).toBeGreaterThanOrEqual(input.height[thing]!)
        } else if (input.direction === 'down')
          expect([width[thing], height[thing]]).toEqual([input.width[thing], input.height[thing]])
        else {
          expect(height[thing]).toBe(input.height[thing])
          const beside = input.width.filter(
            (_, other) => !input.isBox[other] && input.box[other] === input.box[thing],
          )
          expect(width[thing]).toBeGreaterThanOrEqual(input.width[thing]!)
          expect(beside).toContain(width[thing])
        }
    }),
  )
})

/** So that one test fits both ways: what leads down, seen from the side. */
const asLeadingRight = (input: PlacingInput): Placing =>
  input.direction === 'down' ? turnPlacing(place(input)) : place(input)

const withFreeEnds = (input: PlacingInput): PlacingInput => {
  const free = new Float64Array(input.from.length).fill(NaN)
  return { ...input, fromPort: free, toPort: free }
}

test('place(input) leads every edge along the flow unless it is turned, from side to side', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const picture = asLeadingRight(input.direction === 'down' ? withFreeEnds(input) : input)
      for (const [edge, from] of input.from.entries()) {
        const to = input.to[edge]!
        const points = pointsOf(picture, edge)
        if (from === to || isInside(input, to, from) || isInside(input, from, to)) {
          expect(points).toEqual([])
          continue
        }
        const [, top, right, bottom] = rectOf(picture, from)
        const [left2, top2, , bottom2] = rectOf(picture, to)
        expect(points[0]![0]).toBe(right)
        expect(points.at(-1)![0]).toBe(left2)
        expect(points[0]![1]).toBeGreaterThan(top - 1e-6)
        expect(points[0]![1]).toBeLessThan(bottom + 1e-6)
        expect(points.at(-1)![1]).toBeGreaterThan(top2 - 1e-6)
        expect(points.at(-1)![1]).toBeLessThan(bottom2 + 1e-6)
        if (!picture.reversed[edge]) expect(points.at(-1)![0]).toBeGreaterThan(points[0]![0])
      }
    }),
  )
})

test('place(input) lets edges meet their ports', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const picture = place({ ...input, direction: 'right' })
      for (const [edge, from] of input.from.entries()) {
        const to = input.to[edge]!
        if (from === to || isInside(input, to, from) || isInside(input, from, to)) continue
        const points = pointsOf(picture, edge)
        const wished = [picture.y[from]! + input.fromPort[edge]!, picture.y[to]! + input.toPort[edge]!]
        const off = [points[0]![1] - wished[0]!, points.at(-1)![1] - wished[1]!].map(Math.abs)
        // NaN where the end is free.
        expect(off.some((by) => by > 1e-6)).toBe(false)
      }
    }),
  )
})

/** Points on the way between two of a route: a curve that starts and ends level. */
const between = ([x1, y1]: Point, [x2, y2]: Point): Point[] =>
  Array.from({ length: 17 }, (_, i): Point => {
    const t = i / 16
    const handle = 0.5 * (x2 - x1)
    const x =
      (1 - t) ** 3 * x1 +
      3 * (1 - t) ** 2 * t * (x1 + handle) +
      3 * (1 - t) * t ** 2 * (x2 - handle) +
      t ** 3 * x2
    return [x, y1 + (y2 - y1) * t * t * (3 - 2 * t)]
  })

test(
  'place(input) leads no edge through a thing or a box that is not on its way',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(anyInput, fc.constantFrom(LINEAGE_GAPS, MAP_GAPS), (any, gaps) => {
        const input = { ...any, gaps }
        const picture = asLeadingRight(input)
        const hits: [edge: number, thing: number][] = []
        for (const [edge, from] of input.from.entries()) {
          const to = input.to[edge]!
          const points = pointsOf(picture, edge)
          const way = points.slice(1).flatMap((point, i) => between(points[i]!, point))
          for (let thing = 0; thing < input.count; thing++) {
            if (isInside(input, from, thing) || isInside(input, to, thing)) continue
            if (thing === from && isInside(input, to, from)) continue
            if (thing === to && isInside(input, from, to)) continue
            const [left, top, right, bottom] = rectOf(picture, thing)
            const isHit = ([x, y]: Point) =>
              x > left + 1e-6 && x < right - 1e-6 && y > top + 1e-6 && y < bottom - 1e-6
            if (way.some(isHit)) hits.push([edge, thing])
          }
        }
        expect(hits).toEqual([])
      }),
      { numRuns: 200 },
    )
  },
)

test('place(a fan, wraps) makes a block of it that is as broad as a window, without a column that is nearly empty', () => {
  fc.assert(
    fc.property(fc.integer({ min: 13, max: 400 }), fc.boolean(), (count, feeds) => {
      const edges = Array.from({ length: count }, (_, i): [number, number] =>
        feeds ? [i + 1, 0] : [0, i + 1],
      )
      const { x, y } = place({ ...inputOf(graphOf(count + 1, edges)), gaps: MAP_GAPS, wraps: true })
      const [left, right] = [Math.min(...x.subarray(1)), Math.max(...x.subarray(1)) + 172]
      const [top, bottom] = [Math.min(...y.subarray(1)), Math.max(...y.subarray(1)) + 44]
      const shape = (right - left) / (bottom - top)
      expect(shape).toBeGreaterThan(0.4)
      expect(shape).toBeLessThan(2)
      const columns = new Map<number, number>()
      for (const at of x.subarray(1)) columns.set(at, (columns.get(at) ?? 0) + 1)
      const sizes = [...columns.values()]
      expect(Math.min(...sizes)).toBeGreaterThan(Math.max(...sizes) / 3)
    }),
    { numRuns: 40 },
  )
})

test.each([true, false])(
  'place(layers far too long, wraps %s) breaks them, lets lines of one thing share a way, and leads none through a thing',
  (wraps) => {
    // Three layers of 150, each fed by up to two of the layer before.
    const random = repeatableRandom()
    const edges = Array.from({ length: 600 }, (_, i): [number, number] => {
      const head = 150 + (i >> 1)
      return [150 * (Math.floor(head / 150) - 1) + Math.floor(150 * random()), head]
    })
    const input = { ...inputOf(graphOf(450, edges)), gaps: wraps ? MAP_GAPS : LINEAGE_GAPS, wraps }
    const picture = place(input)
    expect(picture.totalHeight / picture.totalWidth).toBeLessThan(2)
    const hits: [edge: number, thing: number][] = []
    /** Of each end of a level piece as wide as a card, which passes a column, the edges that run there. */
    const passing = new Map<string, Set<number>>()
    for (const edge of input.from.keys()) {
      const points = pointsOf(picture, edge)
      for (const [i, end] of points.slice(1).entries()) {
        const begin = points[i]!
        if (begin[1] === end[1] && end[0] - begin[0] >= 172)
          for (const key of [`from ${begin}`, `to ${end}`])
            passing.set(key, (passing.get(key) ?? new Set()).add(edge))
        for (const [x, y] of between(begin, end))
          for (let thing = 0; thing < input.count; thing++) {
            const [left, top, right, bottom] = rectOf(picture, thing)
            if (x > left + 1e-6 && x < right - 1e-6 && y > top + 1e-6 && y < bottom - 1e-6)
              hits.push([edge, thing])
          }
      }
    }
    expect(hits).toEqual([])
    // Not only those of fans, whose leaves feed nothing.
    const feeding = new Set(input.from)
    const shared = [...passing.values()].filter(
      (edges) => edges.size > 1 && [...edges].every((edge) => feeding.has(input.to[edge]!)),
    )
    expect(shared.length).toBeGreaterThan(10)
    for (const edges of shared) {
      const ends = (side: Uint32Array) => new Set([...edges].map((edge) => side[edge])).size
      expect(Math.min(ends(input.from), ends(input.to))).toBe(1)
    }
  },
)

test('place(direction down) leads every edge that goes into a box straight through its head', () => {
  fc.assert(
    fc.property(anyInput, (any) => {
      const input = { ...any, direction: 'down' as const }
      const picture = turnPlacing(place(input))
      for (const [edge, to] of input.to.entries()) {
        const points = pointsOf(picture, edge)
        if (picture.reversed[edge] === 1 || points.length === 0) continue
        const way = points.slice(1).flatMap((point, i) => between(points[i]!, point))
        for (let box = input.box[to]!; box >= 0; box = input.box[box]!) {
          if (isInside(input, input.from[edge]!, box)) break
          const [left, top, , bottom] = rectOf(picture, box)
          const inHead = way.filter(
            ([x, y]) => x > left + 1 && x < left + input.head[box]! - 1 && y > top && y < bottom,
          )
          const heights = inHead.map(([, y]) => y)
          expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(0.01)
        }
      }
    }),
  )
})

test('place(input) stays within its width and height, with the lane at the foot', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const picture = asLeadingRight(input)
      for (let thing = 0; thing < input.count; thing++) {
        const [left, top, right, bottom] = rectOf(picture, thing)
        expect(Math.min(left, top)).toBeGreaterThan(37 - 1e-6)
        expect(right).toBeLessThan(picture.totalWidth - 37 + 1e-6)
        expect(bottom).toBeLessThan(picture.totalHeight - 37 + 1e-6)
        if (input.lane[thing]) {
          const { x, y, width, height } = picture.lane!
          expect(Math.min(left - x, top - y, x + width - right, y + height - bottom)).toBeGreaterThan(20)
        } else if (picture.lane) expect(bottom).toBeLessThan(picture.lane.y + 1e-6)
      }
      for (let i = 0; i < picture.routes.points.length; i += 2) {
        expect(picture.routes.points[i]).toBeGreaterThan(0)
        expect(picture.routes.points[i]).toBeLessThan(picture.totalWidth)
        expect(picture.routes.points[i + 1]).toBeGreaterThan(0)
        expect(picture.routes.points[i + 1]).toBeLessThan(picture.totalHeight)
      }
    }),
  )
})
