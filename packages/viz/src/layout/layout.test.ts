import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyInput, chainOf, graphOf, inputOf } from './any-graph.ts'
import { layout, type Layout, type LayoutInput } from './layout.ts'

type Point = readonly [number, number]

const pointsOf = ({ routes }: Layout, edge: number): Point[] =>
  Array.from({ length: routes.starts[edge + 1]! - routes.starts[edge]! }, (_, i) => {
    const at = 2 * (routes.starts[edge]! + i)
    return [routes.points[at]!, routes.points[at + 1]!]
  })

const cornersOf = ({ x, y }: Layout): Point[] => [...x].map((left, node) => [left, y[node]!])

/** What a card fills: left, top, right, bottom. */
const rectOf = ({ x, y }: Layout, { width, height }: LayoutInput, node: number) =>
  [x[node]!, y[node]!, x[node]! + width[node]!, y[node]! + height[node]!] as const

test('layout(chain) puts card after card, 58 apart, with straight edges', () => {
  const picture = layout(inputOf(chainOf(3)))
  expect(cornersOf(picture)).toEqual([[37, 37], [267, 37], [497, 37]]) // prettier-ignore
  expect(pointsOf(picture, 0)).toEqual([[209, 59], [267, 59]]) // prettier-ignore
  expect(picture).toMatchObject({ width: 706, height: 118, laneTop: 118 })
  expect([...picture.layer]).toEqual([0, 1, 2])
})

test('layout(two readers) puts them 24 apart, their source between', () => {
  expect(cornersOf(layout(inputOf(graphOf(3, [[0, 1], [0, 2]]))))).toEqual([[37, 71], [267, 37], [267, 105]]) // prettier-ignore
})

test('layout(long edge) leads it between the cards', () => {
  const picture = layout(inputOf(graphOf(4, [[0, 1], [1, 2], [2, 3], [0, 3]]))) // prettier-ignore
  const points = pointsOf(picture, 3)
  const passing = points.filter(([x]) => x > picture.x[0]! + 172 && x < picture.x[3]!)
  expect(new Set(passing.map(([, y]) => y)).size).toBe(1)
  expect(Math.abs(passing[0]![1] - picture.y[1]! - 22)).toBeGreaterThanOrEqual(22 + 14)
})

test('layout(circle) turns one edge, which leaves at the right, passes below and enters at the left', () => {
  const picture = layout(inputOf(graphOf(3, [[0, 1], [1, 2], [2, 0]]))) // prettier-ignore
  expect([...picture.reversed]).toEqual([0, 0, 1])
  const points = pointsOf(picture, 2)
  expect(points[0]).toEqual([picture.x[2]! + 172, picture.y[2]! + 22])
  expect(points.at(-1)).toEqual([picture.x[0], picture.y[0]! + 22])
  expect(Math.max(...points.map(([, y]) => y))).toBeGreaterThan(picture.y[1]! + 44)
})

test('layout(edge to itself) gives it no points', () => {
  const picture = layout(inputOf(graphOf(2, [[0, 0], [0, 1]]))) // prettier-ignore
  expect(pointsOf(picture, 0)).toEqual([])
  expect([...picture.reversed]).toEqual([0, 0])
})

test('layout(cards without edges) makes a grid, in their order, in no layer', () => {
  const picture = layout(inputOf(graphOf(6, [])))
  expect(cornersOf(picture)).toEqual([[37, 37], [267, 37], [37, 105], [267, 105], [37, 173], [267, 173]]) // prettier-ignore
  expect([...picture.layer]).toEqual([-1, -1, -1, -1, -1, -1])
})

test('layout(nothing) is a picture of margins', () => {
  expect(layout(inputOf(graphOf(0, [])))).toMatchObject({ width: 74, height: 74, laneTop: 74 })
})

test('layout(card in the outside lane) puts it at the foot, in the column of its layer, with a plumb line up', () => {
  const picture = layout({ ...inputOf(graphOf(3, [[0, 1], [1, 2]])), lane: Uint8Array.of(1, 0, 0) }) // prettier-ignore
  expect(cornersOf(picture)).toEqual([[37, 145], [267, 37], [497, 37]]) // prettier-ignore
  expect(picture.laneTop).toBe(113)
  expect(pointsOf(picture, 0)).toEqual([[209, 167], [238, 167], [238, 59], [267, 59]]) // prettier-ignore
})

test('layout(anchors) lets edges meet the cards there, and levels them there', () => {
  const picture = layout({
    ...inputOf(chainOf(2)),
    height: Float64Array.of(200, 44),
    anchor: Float64Array.of(22, 22),
  })
  expect([...picture.y]).toEqual([37, 37])
  expect(pointsOf(picture, 0)).toEqual([[209, 59], [267, 59]]) // prettier-ignore
})

test('layout(busy gap) widens it by 4 for each edge after the twelfth', () => {
  const readers = Array.from({ length: 15 }, (_, i): [number, number] => [0, i + 1])
  expect(layout(inputOf(graphOf(16, readers))).x[1]).toBe(37 + 172 + 58 + 3 * 4)
})

test('layout(input) never puts two cards over one another', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const picture = layout(input)
      for (let node = 0; node < input.nodeCount; node++)
        for (let other = 0; other < node; other++) {
          const [left, top, right, bottom] = rectOf(picture, input, node)
          const [left2, top2, right2, bottom2] = rectOf(picture, input, other)
          const apart = Math.max(left - right2, left2 - right, top - bottom2, top2 - bottom)
          expect(apart).toBeGreaterThan(24 - 1e-6)
        }
    }),
  )
})

test('layout(input) leads every edge to the right unless it is turned, from side to side', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const picture = layout(input)
      for (const [edge, from] of input.from.entries()) {
        const to = input.to[edge]!
        if (from === to) continue
        const points = pointsOf(picture, edge)
        const right = picture.x[from]! + input.width[from]!
        expect(points[0]).toEqual([right, picture.y[from]! + input.anchor![from]!])
        expect(points.at(-1)).toEqual([picture.x[to], picture.y[to]! + input.anchor![to]!])
        if (!picture.reversed[edge]) expect(picture.x[to]! - right).toBeGreaterThanOrEqual(58)
        else expect(picture.x[to]!).toBeLessThan(picture.x[from]!)
      }
    }),
  )
})

test('layout(input) leads no edge behind a card', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const picture = layout(input)
      for (const edge of input.from.keys()) {
        const points = pointsOf(picture, edge)
        for (let i = 1; i < points.length; i++)
          for (let node = 0; node < input.nodeCount; node++) {
            const [left, top, right, bottom] = rectOf(picture, input, node)
            const [x1, y1] = points[i - 1]!
            const [x2, y2] = points[i]!
            const beside = Math.max(x1, x2) <= left || Math.min(x1, x2) >= right
            const above = Math.max(y1, y2) <= top || Math.min(y1, y2) >= bottom
            expect(beside || above).toBe(true)
          }
      }
    }),
  )
})

test('layout(input) stays within its width and height, with the lane at the foot', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const picture = layout(input)
      for (let node = 0; node < input.nodeCount; node++) {
        const [left, top, right, bottom] = rectOf(picture, input, node)
        expect(Math.min(left, top)).toBeGreaterThan(37 - 1e-6)
        expect(right).toBeLessThan(picture.width - 37 + 1e-6)
        expect(bottom).toBeLessThan(picture.height - 37 + 1e-6)
        if (input.lane![node]) expect(top).toBeGreaterThan(picture.laneTop)
        else expect(bottom).toBeLessThan(picture.laneTop + 1e-6)
      }
      for (let i = 0; i < picture.routes.points.length; i += 2) {
        expect(picture.routes.points[i]).toBeGreaterThan(0)
        expect(picture.routes.points[i]).toBeLessThan(picture.width)
        expect(picture.routes.points[i + 1]).toBeGreaterThan(0)
        expect(picture.routes.points[i + 1]).toBeLessThan(picture.height)
      }
    }),
  )
})

test('layout(input) does not depend on the order of edges', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const edges = [...new Set(Array.from(input.from, (from, edge) => `${from} ${input.to[edge]!}`))]
      const pairs = edges.map((edge) => edge.split(' ').map(Number) as [number, number])
      const forwards = layout({ ...input, ...graphOf(input.nodeCount, pairs) })
      const backwards = layout({ ...input, ...graphOf(input.nodeCount, pairs.toReversed()) })
      expect(cornersOf(backwards)).toEqual(cornersOf(forwards))
      pairs.forEach((_, edge) => {
        expect(pointsOf(backwards, pairs.length - 1 - edge)).toEqual(pointsOf(forwards, edge))
      })
    }),
  )
})

test('layout(input) gives the same picture each time and leaves its input as it is', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const copy = structuredClone(input)
      expect(layout(input)).toEqual(layout(input))
      expect(input).toEqual(copy)
    }),
    { numRuns: 20 },
  )
})

test('layout(ring of 100,000) comes to an end', () => {
  const ring = Array.from({ length: 100_000 }, (_, node): [number, number] => [node, (node + 1) % 100_000])
  const picture = layout(inputOf(graphOf(100_000, ring)))
  expect(picture.reversed.indexOf(1)).toBe(99_999)
})

test('layout(long chain whose nodes all feed the last one) leads what is too long round below', () => {
  const count = 2_000
  const chain = Array.from({ length: count - 1 }, (_, node): [number, number] => [node, node + 1])
  const audit = Array.from({ length: count - 2 }, (_, node): [number, number] => [node, count - 1])
  const picture = layout(inputOf(graphOf(count, [...chain, ...audit])))
  const points = pointsOf(picture, chain.length)
  expect(points).toHaveLength(6)
  expect(points[2]![1]).toBeGreaterThan(Math.max(...picture.y) + 44)
})

test('layout(complete graph of 100, both ways) comes to an end', () => {
  const edges = Array.from({ length: 10_000 }, (_, i): [number, number] => [i % 100, Math.floor(i / 100)])
  const picture = layout(
    inputOf(
      graphOf(
        100,
        edges.filter(([from, to]) => from !== to),
      ),
    ),
  )
  expect(picture.reversed.filter(Boolean)).toHaveLength(4_950)
})
