import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyInput, graphOf } from '../any-graph.ts'
import { piecesBy, pointsLed, standingOf } from '../any-standing.ts'
import { FAR } from '../crossings/layered.ts'
import { passedBy, boxOfPiece, type Routed } from '../boxes/routed.ts'
import { inputOf } from '../placing/equal-cards.ts'
import type { Point } from '../placing/placing-points.ts'
import type { PlacingInput } from '../placing/placing.ts'
import { backLine } from './back-line.ts'
import { leadBack } from './lead-back.ts'
import { backWays } from './back-ways.ts'

interface Line {
  readonly piece: number
  readonly points: readonly Point[]
}

/** What leads back, each from its tail. @param input as it leads to the right. */
function linesBack(input: PlacingInput): { readonly standing: Routed; readonly lines: readonly Line[] } {
  const standing = standingOf({ ...input, direction: 'right' })
  const ways = backWays(standing)
  const lines = piecesBy(standing, (dummy, isTurned) => isTurned && dummy !== FAR).map((piece) => ({
    piece,
    points: pointsLed(standing, piece, (way) => leadBack(standing, way, piece, ways)),
  }))
  return { standing, lines }
}

/** Two cards one above the other, before them one as high as both, to whose rows the upper one leads back. */
function gapDownWith(count: number): PlacingInput {
  const back = Array.from({ length: count }, (): [number, number] => [1, 0])
  const input = inputOf(graphOf(3, [[0, 1], [0, 2], [0, 1], [0, 2], ...back])) // prettier-ignore
  const weight = Uint32Array.from(input.from, (_, edge) => (edge < 4 ? 1000 : 1))
  const port = input.from.map((_, edge) => 30 + 10 * edge)
  const ports = { fromPort: Float64Array.from(port), toPort: Float64Array.from(port) }
  return { ...input, ...ports, weight, height: Float64Array.of(500, 160, 160) }
}

/** Where a line is at a height on its way down or up through the gap from one column to the next: curves begin and end level. */
function crossesAt(points: readonly Point[], height: number): number {
  for (const [i, [x, y]] of points.entries()) {
    const [lastX, lastY] = points[i - 1] ?? [x, y]
    if (i < 3 || i > points.length - 2 || Math.min(y, lastY) > height || Math.max(y, lastY) < height) continue
    let [low, high] = [0, 1]
    while (high - low > 1e-6) {
      const part = (low + high) / 2
      const at = lastY + part * part * (3 - 2 * part) * (y - lastY)
      if (at < height === lastY < y) low = part
      else high = part
    }
    return lastX + low * (x - lastX)
  }
  return NaN
}

test('leadBack(…) keeps lines apart that go down through one gap, all the way', () => {
  for (const count of [2, 3, 4]) {
    const { lines } = linesBack(gapDownWith(count))
    expect(lines).toHaveLength(count)
    for (const height of [260, 300, 340, 400, 440]) {
      const at = lines.map(({ points }) => crossesAt(points, height)).sort((a, b) => a - b)
      at.forEach((x, i) => i > 0 && expect(x - at[i - 1]!).toBeGreaterThan(3))
    }
  }
})

/** Two cards in a box, from whose last so many lines lead back to its first, row by row. @param depth of how many boxes. */
function boxWith(count: number, depth: 1 | 2): PlacingInput {
  const [first, last] = [depth, depth + 1]
  const back = Array.from({ length: count }, (): [number, number] => [last, first])
  const input = inputOf(graphOf(depth + 2, [[first, last], [first, last], ...back])) // prettier-ignore
  const weight = Uint32Array.from(input.from, (_, edge) => (edge < 2 ? 1000 : 1))
  const port = Float64Array.from(input.from, (_, edge) => 30 + 10 * edge)
  const isBox = Uint8Array.from({ length: depth + 2 }, (_, thing) => (thing < depth ? 1 : 0))
  return {
    ...{ ...input, isBox, weight, fromPort: port, toPort: port },
    box: Int32Array.from({ length: depth + 2 }, (_, thing) => Math.min(thing, depth) - 1),
    height: input.height.map((_, thing) => (thing < depth ? 0 : 600)),
    width: input.width.map((own, thing) => (thing < depth ? 0 : own)),
    head: Float64Array.from(isBox, (is) => 36 * is),
  }
}

test('leadBack(…) keeps lines 4 apart between the side of a box and its first or last card, however many turn there', () => {
  for (const depth of [1, 2] as const)
    for (const count of [2, 3, 6, 7, 12, 30]) {
      const { standing, lines } = linesBack(boxWith(count, depth))
      expect(lines).toHaveLength(count)
      const box = depth - 1
      const [left, right] = [standing.x[box]!, standing.x[box]! + standing.width[box]!]
      const outs = lines.map(({ points }) => right - points[1]![0]).sort((a, b) => a - b)
      const ins = lines.map(({ points }) => points.at(-1)![0] - left).sort((a, b) => a - b)
      for (const offs of [outs, ins]) {
        expect(offs[0]).toBeGreaterThanOrEqual(2)
        offs.forEach((off, i) => i > 0 && expect(off - offs[i - 1]!).toBeGreaterThan(4 - 1e-6))
      }
      const ends = [standing.x[depth]! - left, right - standing.x[depth + 1]! - standing.width[depth + 1]!]
      expect(Math.max(...outs)).toBeLessThanOrEqual(ends[1]! - 6 + 1e-6)
      expect(Math.max(...ins)).toBeLessThanOrEqual(ends[0]! - 6 + 1e-6)
    }
})

test('leadBack(…) keeps up to 8 lines 4 apart below the last of a box too, and more have the room of these', () => {
  for (const depth of [1, 2] as const)
    for (const count of [2, 3, 4, 6, 8, 12, 30]) {
      const { standing, lines } = linesBack(boxWith(count, depth))
      const { tail, head } = backWays(standing).below
      const foot = standing.y[depth - 1]! + standing.height[depth - 1]!
      for (const levels of [tail, head]) {
        const own = lines.map(({ piece }) => levels[piece]!).sort((a, b) => a - b)
        const apart = Math.min(4, 28 / (count - 1)) - 1e-6
        own.forEach((level, i) => i > 0 && expect(level - own[i - 1]!).toBeGreaterThan(apart))
        expect(Math.max(...own)).toBeLessThanOrEqual(foot - 16 + 1e-6)
      }
    }
})

/** How far two level or two plumb stretches lie on each other. */
function sharedBy([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]): number {
  for (const [along, across] of [
    [0, 1],
    [1, 0],
  ] as const)
    // prettier-ignore
    if ([b, c, d].every((point) => Math.abs(point[across] - a[across]) < 1e-6))
      return (
        Math.min(Math.max(a[along], b[along]), Math.max(c[along], d[along])) -
        Math.max(Math.min(a[along], b[along]), Math.min(c[along], d[along]))
      )
  return 0
}

test('leadBack(…) gives each line its own way: no two lie on each other but where they leave or enter one place, or share the way by which they pass', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const { standing, lines } = linesBack(input)
      const { pieces, linkOf } = standing
      const passes = (piece: number): number[] => {
        const first = boxOfPiece(standing, piece).placed.layered.dummyStarts[linkOf[piece]!]!
        return Array.from({ length: passedBy(standing, piece) }, (_, i) => first + i)
      }
      const shared: unknown[] = []
      for (const [i, one] of lines.entries())
        for (const other of lines.slice(0, i)) {
          if (pieces.box[one.piece] !== pieces.box[other.piece]) continue
          const own = new Set(passes(one.piece))
          if (passes(other.piece).some((dummy) => own.has(dummy))) continue
          // Without the way out of a place, and into it.
          for (let a = 2; a < one.points.length; a++)
            for (let b = 2; b < other.points.length; b++) {
              const first = [one.points[a - 1]!, one.points[a]!] as const
              const second = [other.points[b - 1]!, other.points[b]!] as const
              if (sharedBy(first, second) > 1e-6) shared.push([first, second])
            }
        }
      expect(shared).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('leadBack(…) keeps up to 8 lines 4 apart below what they leave or enter, in the box of both', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const { standing, lines } = linesBack(input)
      const { pieces, x, y, height } = standing
      const { tail, head } = backWays(standing).below
      const heights = new Map<number, number[]>()
      const add = (item: number, height: number): void =>
        void heights.set(item, [...(heights.get(item) ?? []), height])
      for (const { piece } of lines) {
        const box = pieces.box[piece]!
        for (const [item, level] of [
          [pieces.tail[piece]!, tail[piece]!],
          [pieces.head[piece]!, head[piece]!],
        ] as const) {
          if (input.lane[item]) continue
          add(item, level)
          if (box < x.length) expect(level).toBeLessThan(y[box]! + height[box]!)
        }
      }
      for (const own of heights.values()) {
        own.sort((a, b) => a - b)
        if (own.length > 8) continue
        own.forEach((height, i) => i > 0 && expect(height - own[i - 1]!).toBeGreaterThan(4 - 1e-6))
      }
    }),
  )
})

test('leadBack(…) leads nothing into a gap further than it, nor out of it', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const { standing, lines } = linesBack(input)
      for (const { piece, points } of lines) {
        const { firstLayer, lastLayer, leftIn, rightIn } = backLine(standing, piece)
        const isInGap = (x: number): boolean => {
          for (let layer = firstLayer; layer < lastLayer; layer++)
            if (x >= rightIn(layer) && x <= leftIn(layer + 1)) return true
          return false
        }
        // Without the turns at both ends.
        const crossing = points.slice(3, -2).flatMap(([x, y], i) => {
          const [nextX, nextY] = points[i + 4]!
          return nextY === y ? [] : [x, nextX]
        })
        expect(crossing.filter((x) => !isInGap(x))).toEqual([])
      }
    }),
  )
})
