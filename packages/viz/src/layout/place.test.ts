import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyInput, chainOf, graphOf, inputOf, pointsOf, rectOf, type Point } from './any-graph.ts'
import { MAP_GAPS } from './gaps.ts'
import { place } from './place.ts'
import type { Placing, PlacingInput } from './placing.ts'
import { turnPlacing } from './turn-round.ts'

const cornersOf = ({ x, y }: Placing): Point[] => [...x].map((left, node) => [left, y[node]!])

test('place(chain) puts card after card, 58 apart, with straight edges', () => {
  const picture = place(inputOf(chainOf(3)))
  expect(cornersOf(picture)).toEqual([[37, 37], [267, 37], [497, 37]]) // prettier-ignore
  expect(pointsOf(picture, 0)).toEqual([[209, 59], [267, 59]]) // prettier-ignore
  expect(picture).toMatchObject({ totalWidth: 706, totalHeight: 118, lane: null })
  expect([...picture.layer]).toEqual([0, 1, 2])
})

test('place(two readers) puts them 24 apart, their source between', () => {
  expect(cornersOf(place(inputOf(graphOf(3, [[0, 1], [0, 2]]))))).toEqual([[37, 71], [267, 37], [267, 105]]) // prettier-ignore
})

test('place(long edge) leads it between the cards', () => {
  const picture = place(inputOf(graphOf(4, [[0, 1], [1, 2], [2, 3], [0, 3]]))) // prettier-ignore
  const points = pointsOf(picture, 3)
  const passing = points.filter(([x]) => x > picture.x[0]! + 172 && x < picture.x[3]!)
  expect(new Set(passing.map(([, y]) => y)).size).toBe(1)
  expect(Math.abs(passing[0]![1] - picture.y[1]! - 22)).toBeGreaterThanOrEqual(22 + 14)
})

test('place(circle) turns one edge, which leaves at the right, passes below and enters at the left', () => {
  const picture = place(inputOf(graphOf(3, [[0, 1], [1, 2], [2, 0]]))) // prettier-ignore
  expect([...picture.reversed]).toEqual([0, 0, 1])
  const points = pointsOf(picture, 2)
  expect(points[0]).toEqual([picture.x[2]! + 172, picture.y[2]! + 22])
  expect(points.at(-1)).toEqual([picture.x[0], picture.y[0]! + 22])
  expect(Math.max(...points.map(([, y]) => y))).toBeGreaterThan(picture.y[1]! + 44)
})

test('place(edge to itself) gives it no points', () => {
  const picture = place(inputOf(graphOf(2, [[0, 0], [0, 1]]))) // prettier-ignore
  expect(pointsOf(picture, 0)).toEqual([])
  expect([...picture.reversed]).toEqual([0, 0])
})

test('place(cards without edges) makes a grid, in their order, in no layer', () => {
  const picture = place(inputOf(graphOf(6, [])))
  expect(cornersOf(picture)).toEqual([[37, 37], [267, 37], [37, 105], [267, 105], [37, 173], [267, 173]]) // prettier-ignore
  expect([...picture.layer]).toEqual([-1, -1, -1, -1, -1, -1])
})

test('place(nothing) is a picture of margins', () => {
  expect(place(inputOf(graphOf(0, [])))).toMatchObject({ totalWidth: 74, totalHeight: 74, lane: null })
})

test('place(card in the outside lane) puts it at the foot, in the column of its layer, with a plumb line up', () => {
  const picture = place({ ...inputOf(graphOf(3, [[0, 1], [1, 2]])), lane: Uint8Array.of(1, 0, 0) }) // prettier-ignore
  expect(cornersOf(picture)).toEqual([[37, 145], [267, 37], [497, 37]]) // prettier-ignore
  expect(picture.lane).toEqual({ x: 16, y: 113, width: 674, height: 97 })
  expect(pointsOf(picture, 0)).toEqual([[209, 167], [238, 167], [238, 59], [267, 59]]) // prettier-ignore
})

test('place(ports) lets edges meet the cards there, and levels them there', () => {
  const picture = place({
    ...inputOf(chainOf(2)),
    height: Float64Array.of(200, 44),
    fromPort: Float64Array.of(100),
    toPort: Float64Array.of(22),
  })
  expect([...picture.y]).toEqual([37, 115])
  expect(pointsOf(picture, 0)).toEqual([[209, 137], [267, 137]]) // prettier-ignore
})

test('place(free ends) spreads them around the middle of the side, in the order of the other ends', () => {
  const picture = place(inputOf(graphOf(4, [[0, 1], [0, 2], [0, 3]]))) // prettier-ignore
  const ends = [0, 1, 2].map((edge) => pointsOf(picture, edge)[0]![1] - picture.y[0]! - 22)
  expect(ends).toEqual([-6, 0, 6])
  expect([...picture.y].slice(1).toSorted((a, b) => a - b)).toEqual([...picture.y].slice(1))
})

test('place(busy gap) widens it by 4 for each edge after the twelfth', () => {
  const readers = Array.from({ length: 15 }, (_, i): [number, number] => [0, i + 1])
  expect(place(inputOf(graphOf(16, readers))).x[1]).toBe(37 + 172 + 58 + 3 * 4)
})

/** Two boxes, 0 with 1, 2, 3 and 4 with 5, 6, 7; and 8 outside. */
const inBoxes = (pairs: readonly (readonly [number, number])[]): PlacingInput => {
  const isBox = Uint8Array.of(1, 0, 0, 0, 1, 0, 0, 0, 0)
  return {
    ...inputOf(graphOf(9, pairs)),
    box: Int32Array.of(-1, 0, 0, 0, -1, 4, 4, 4, -1),
    isBox,
    width: Float64Array.from(isBox, (is) => (is ? 60 : 112)),
    height: new Float64Array(9).fill(30),
    head: Float64Array.from(isBox, (is) => is * 36),
    gaps: MAP_GAPS,
  }
}

test('place(open box) is as large as what is in it, with room at its sides and for its head', () => {
  const { width, height } = place(inBoxes([[1, 2], [2, 3]])) // prettier-ignore
  expect([width[0], height[0]]).toEqual([16 + 3 * 112 + 2 * 36 + 16, 36 + 30 + 16])
})

test('place(boxes) puts what is in one in the order of what it hangs on in the other', () => {
  const { y } = place(inBoxes([[1, 7], [2, 5], [3, 6]])) // prettier-ignore
  const sorted = (things: number[]) => things.toSorted((a, b) => y[a]! - y[b]!)
  expect(sorted([1, 2, 3]).map((thing) => ({ 1: 7, 2: 5, 3: 6 })[thing])).toEqual(sorted([5, 6, 7]))
})

test('place(edge from box to box) goes through their sides in one curve where nothing is beside it', () => {
  const picture = place(inBoxes([[1, 5]])) // prettier-ignore
  expect(pointsOf(picture, 0)).toHaveLength(2)
})

test('place(edge that leaves a box past another thing) leads it around that thing to the side', () => {
  const picture = place(inBoxes([[1, 2], [1, 8], [2, 8]])) // prettier-ignore
  const passing = pointsOf(picture, 1).filter(([x]) => x >= picture.x[2]! && x <= picture.x[2]! + 112)
  expect(passing.length).toBeGreaterThan(0)
  for (const [, y] of passing) expect(Math.abs(y - picture.y[2]! - 15)).toBeGreaterThanOrEqual(15 + 12)
})

test('place(edge between a box and what it holds) leads from its left side in, and out to its right', () => {
  const picture = place(inBoxes([[0, 1], [2, 0]])) // prettier-ignore
  expect(pointsOf(picture, 0)[0]![0]).toBe(picture.x[0])
  expect(pointsOf(picture, 1).at(-1)![0]).toBe(picture.x[0]! + picture.width[0]!)
})

test('place(direction down) is the picture turned round: layers below one another', () => {
  const picture = place({ ...inBoxes([[1, 2], [2, 8]]), direction: 'down' }) // prettier-ignore
  expect(picture.y[2]).toBe(picture.y[1]! + 30 + 36)
  expect(picture.y[8]).toBeGreaterThan(picture.y[0]! + picture.height[0]!)
  expect(picture.y[1]).toBe(picture.y[0]! + 36)
})

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

test('place(input) gives things their size, and boxes at least the size they ask for', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const { width, height } = place(input)
      for (let thing = 0; thing < input.count; thing++)
        if (input.isBox[thing]) {
          expect(width[thing]).toBeGreaterThanOrEqual(input.width[thing]!)
          expect(height[thing]).toBeGreaterThanOrEqual(input.height[thing]!)
        } else expect([width[thing], height[thing]]).toEqual([input.width[thing], input.height[thing]])
    }),
  )
})

/** So that one test fits both ways: what leads down, seen from the side. */
const asLeadingRight = (input: PlacingInput): Placing =>
  input.direction === 'down' ? turnPlacing(place(input)) : place(input)

test('place(input) leads every edge along the flow unless it is turned, from side to side', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const picture = asLeadingRight(input)
      for (const [edge, from] of input.from.entries()) {
        const to = input.to[edge]!
        const points = pointsOf(picture, edge)
        if (from === to) {
          expect(points).toEqual([])
          continue
        }
        const [left, top, right, bottom] = rectOf(picture, from)
        const [left2, top2, right2, bottom2] = rectOf(picture, to)
        expect(points[0]![0]).toBe(isInside(input, to, from) ? left : right)
        expect(points.at(-1)![0]).toBe(isInside(input, from, to) ? right2 : left2)
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
      fc.property(anyInput, (input) => {
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
      { numRuns: 300 },
    )
  },
)

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

test('place(input) does not depend on the order of edges', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const turned = (values: Uint32Array | Float64Array) => values.toReversed()
      const backwards = place({
        ...input,
        from: turned(input.from) as Uint32Array,
        to: turned(input.to) as Uint32Array,
        fromPort: turned(input.fromPort) as Float64Array,
        toPort: turned(input.toPort) as Float64Array,
        weight: turned(input.weight) as Uint32Array,
      })
      const forwards = place(input)
      expect(cornersOf(backwards)).toEqual(cornersOf(forwards))
      const portsOf = (edge: number) =>
        input.direction === 'down' ? [] : [input.fromPort[edge], input.toPort[edge]]
      const keys = Array.from(input.from, (from, edge) =>
        [from, input.to[edge], ...portsOf(edge), input.weight[edge]].join(' '),
      )
      keys.forEach((key, edge) => {
        if (keys.indexOf(key) === keys.lastIndexOf(key))
          expect(pointsOf(backwards, keys.length - 1 - edge)).toEqual(pointsOf(forwards, edge))
      })
    }),
  )
})

test('place(input) gives the same picture each time and leaves its input as it is', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const copy = structuredClone(input)
      expect(place(input)).toEqual(place(input))
      expect(input).toEqual(copy)
    }),
    { numRuns: 20 },
  )
})
