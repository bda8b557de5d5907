import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyNeighbourhood, graphOf } from './any-graph.ts'
import { besideCards, inputOf, type Graph } from './placing/equal-cards.ts'
import { place } from './place-at-once.ts'
import type { Placing, PlacingInput } from './placing/placing.ts'
import { pointsOf } from './placing/placing-points.ts'

const inLayers = (graph: Graph, layer: readonly number[]): PlacingInput => ({
  ...inputOf(graph),
  layer: Int32Array.from(layer),
})
const columnsOf = ({ x }: Placing): number[] => {
  const places = [...new Set(x)].sort((a, b) => a - b)
  return [...x].map((left) => places.indexOf(left))
}

test('place(input with layers) puts each thing into the column of its layer, whatever edges there are', () => {
  fc.assert(
    fc.property(anyNeighbourhood, ({ graph, layer }) => {
      const placing = place(inLayers(graph, layer))
      for (let one = 0; one < layer.length; one++)
        for (let other = 0; other < one; other++)
          expect(Math.sign(placing.x[one]! - placing.x[other]!)).toBe(Math.sign(layer[one]! - layer[other]!))
    }),
  )
})

test('place(input with layers) leads every edge from the side of what it leaves to a side of what it enters', () => {
  fc.assert(
    fc.property(anyNeighbourhood, ({ graph, layer }) => {
      const placing = place(inLayers(graph, layer))
      const { x, y, width, height } = placing
      const isAtSide = (thing: number, [px, py]: readonly [number, number]): boolean =>
        (px === x[thing] || px === x[thing]! + width[thing]!) &&
        py >= y[thing]! &&
        py <= y[thing]! + height[thing]!
      for (let edge = 0; edge < graph.from.length; edge++) {
        const [from, to] = [graph.from[edge]!, graph.to[edge]!]
        if (from === to) continue
        const points = pointsOf(placing, edge)
        expect(isAtSide(from, points[0]!)).toBe(true)
        expect(isAtSide(to, points.at(-1)!)).toBe(true)
      }
    }),
  )
})

test('place(input with layers) draws the same whatever order the edges come in', () => {
  fc.assert(
    fc.property(anyNeighbourhood, ({ graph, layer }) => {
      const turned = { ...graph, from: graph.from.toReversed(), to: graph.to.toReversed() }
      const [one, other] = [place(inLayers(graph, layer)), place(inLayers(turned, layer))]
      expect([...one.x, ...one.y]).toEqual([...other.x, ...other.y])
    }),
  )
})

test('an edge within a layer runs behind the column: out at the right of one and back in at the right of the other', () => {
  // 0 feeds 1 and 2, 1 feeds 2; 3 and 4 feed 0, 3 feeds 4.
  const graph = graphOf(5, [
    [0, 1],
    [0, 2],
    [1, 2],
    [3, 0],
    [4, 0],
    [3, 4],
  ])
  const placing = place(inLayers(graph, [0, 1, 1, -1, -1]))
  expect(columnsOf(placing)).toEqual([1, 2, 2, 0, 0])
  expect([...placing.beside!]).toEqual([0, 0, 1, 0, 0, 1])
  expect([...placing.reversed]).toEqual([0, 0, 0, 0, 0, 0])
  for (const [edge, one] of [
    [2, 1],
    [5, 3],
  ] as const)
    for (const [x] of pointsOf(placing, edge))
      expect(x).toBeGreaterThanOrEqual(placing.x[one]! + placing.width[one]!)
})

test('what runs behind a column is clear of all cards, and crosses other lines where they are level', () => {
  fc.assert(
    fc.property(anyNeighbourhood, ({ graph, layer }) => {
      const placing = place(inLayers(graph, layer))
      const { x, width, beside, circle } = placing
      for (let edge = 0; edge < graph.from.length; edge++) {
        if (!beside![edge]) continue
        const own = layer[graph.from[edge]!]!
        const at = pointsOf(placing, edge)[1]![0]
        layer.forEach((other, thing) => {
          const ARROW = 20
          expect(other <= own ? x[thing]! + width[thing]! + ARROW <= at : x[thing]! > at).toBe(true)
        })
        for (let other = 0; other < graph.from.length; other++) {
          if (beside![other] || circle[graph.from[other]!] !== -1) continue
          pointsOf(placing, other).forEach(([px, py], i, all) => {
            const [lastX, lastY] = all[i - 1] ?? [px, py]
            if (Math.min(px, lastX) < at && at < Math.max(px, lastX)) expect(py).toBe(lastY)
          })
        }
      }
    }),
  )
})

test('an edge within a layer turns beyond what waits behind its column', () => {
  const graph = graphOf(4, [
    [0, 1],
    [0, 2],
    [1, 2],
    [1, 3],
  ])
  const input = inLayers(graph, [0, 1, 1, 2])
  const vertical = (behind?: number[]): number => {
    const placing = place({
      ...input,
      ...(behind && { beside: besideCards({ behind }) }),
    })
    return pointsOf(placing, 2)[1]![0] - placing.x[1]! - placing.width[1]!
  }
  expect(vertical([0, 0, 48, 0])).toBe(48)
  expect(vertical([48, 0, 0, 48])).toBe(vertical())
})

test('an edge within a layer enters beside the height at which lines leave, on the side from which it comes', () => {
  const graph = graphOf(4, [
    [0, 3],
    [1, 3],
    [2, 3],
    [0, 1],
    [2, 1],
  ])
  const layer = [-1, -1, -1, 0]
  const ports = new Float64Array(5).fill(19)
  const placing = place({ ...inLayers(graph, layer), fromPort: ports, toPort: ports })
  const [leaves] = pointsOf(placing, 1)
  for (const edge of [3, 4]) {
    const points = pointsOf(placing, edge)
    const [[, start], [, end]] = [points[0]!, points.at(-1)!]
    expect(end - leaves![1]).toBe(start < end ? -8 : 8)
  }
})

test('an edge to a lower layer that is in no circle runs straight back, one in a circle goes round below', () => {
  // 0 feeds 1 and 2, 2 feeds 3, 3 feeds 1.
  const back = graphOf(4, [
    [0, 1],
    [0, 2],
    [2, 3],
    [3, 1],
  ])
  const straight = place(inLayers(back, [0, 1, 1, 2]))
  expect([...straight.reversed]).toEqual([0, 0, 0, 1])
  const way = pointsOf(straight, 3).map(([x]) => x)
  expect(way).toEqual(way.toSorted((a, b) => b - a))
  expect(way[0]).toBe(straight.x[3])
  expect(way.at(-1)).toBe(straight.x[1]! + straight.width[1]!)

  const circle = place(
    inLayers(
      graphOf(3, [
        [0, 1],
        [1, 2],
        [2, 0],
      ]),
      [0, 1, -1],
    ),
  )
  expect([...circle.reversed]).toEqual([0, 1, 0])
  expect(pointsOf(circle, 1)[0]![0]).toBe(circle.x[1]! + circle.width[1]!)
})

test('edges beside a column that pass each other keep apart, those that share an end run together', () => {
  // 0 feeds 1 to 5; 1 feeds 4, 2 feeds 5 and 3.
  const graph = graphOf(6, [
    [0, 1],
    [0, 2],
    [0, 3],
    [0, 4],
    [0, 5],
    [1, 4],
    [2, 5],
    [2, 3],
  ])
  const placing = place(inLayers(graph, [0, 1, 1, 1, 1, 1]))
  const vertical = (edge: number): number => pointsOf(placing, edge)[1]![0]
  expect(vertical(6)).toBe(vertical(7))
  expect(vertical(5)).not.toBe(vertical(6))
})

test('of two things of a layer that feed each other one edge closes the circle', () => {
  const graph = graphOf(3, [
    [0, 1],
    [0, 2],
    [1, 2],
    [2, 1],
  ])
  const { reversed, beside } = place(inLayers(graph, [0, 1, 1]))
  expect([...beside!]).toEqual([0, 0, 1, 1])
  expect(reversed[2]! + reversed[3]!).toBe(1)
})

test('where the data goes down, a layer that is too long becomes rows', () => {
  const readers = Array.from({ length: 6 }, (_, i) => [0, i + 1] as const)
  const graph = graphOf(7, [...readers, [1, 6]])
  const placing = place({ ...inLayers(graph, [0, 1, 1, 1, 1, 1, 1]), direction: 'down', across: 480 })
  expect(placing.totalWidth).toBeLessThanOrEqual(480)
  expect(new Set(placing.y).size).toBe(4)
})

test('place(the same input with layers, and where all stood before) leaves all where it stood', () => {
  fc.assert(
    fc.property(anyNeighbourhood, ({ graph, layer }) => {
      const input = inLayers(graph, layer)
      const before = place(input)
      const again = place({ ...input, before })
      expect([[...again.x], again.totalWidth]).toEqual([[...before.x], before.totalWidth])
    }),
  )
})
