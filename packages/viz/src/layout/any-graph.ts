// For tests only: random graphs, and graphs written down by hand.
import fc from 'fast-check'
import type { LayoutInput } from './layout.ts'

export interface Graph {
  readonly nodeCount: number
  readonly from: Uint32Array
  readonly to: Uint32Array
}

type Pairs = readonly (readonly [number, number])[]

/** graphOf(3, [[0, 1], [1, 2]]) leads from 0 over 1 to 2. */
export const graphOf = (nodeCount: number, edges: Pairs): Graph => ({
  nodeCount,
  from: Uint32Array.from(edges, ([from]) => from),
  to: Uint32Array.from(edges, ([, to]) => to),
})

export const chainOf = (nodeCount: number): Graph =>
  graphOf(
    nodeCount,
    Array.from({ length: nodeCount - 1 }, (_, node) => [node, node + 1]),
  )

const pairsBelow = (nodeCount: number) =>
  fc.array(fc.tuple(fc.nat(nodeCount - 1), fc.nat(nodeCount - 1)), { maxLength: 50 })

/** With circles, parallel edges, edges from a node to itself and nodes without any. */
export const anyGraph: fc.Arbitrary<Graph> = fc
  .integer({ min: 1, max: 20 })
  .chain((nodeCount) => pairsBelow(nodeCount).map((edges) => graphOf(nodeCount, edges)))

/** Without circles: every edge leads to a higher node. */
export const anyDag: fc.Arbitrary<Graph> = fc.integer({ min: 1, max: 20 }).chain((nodeCount) =>
  pairsBelow(nodeCount).map((edges) =>
    graphOf(
      nodeCount,
      edges.filter(([a, b]) => a !== b).map(([a, b]) => [Math.min(a, b), Math.max(a, b)]),
    ),
  ),
)

/** Each node but the first is fed by one before it. */
export const anyTree: fc.Arbitrary<Graph> = fc
  .array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { maxLength: 30 })
  .map((parents) =>
    graphOf(
      parents.length + 1,
      parents.map((part, i) => [Math.floor(part * (i + 1)), i + 1]),
    ),
  )

/** Cards of one size. */
export const inputOf = ({ nodeCount, from, to }: Graph): LayoutInput => ({
  nodeCount,
  width: new Float64Array(nodeCount).fill(172),
  height: new Float64Array(nodeCount).fill(44),
  from,
  to,
})

/** Cards of many sizes, some of them in the outside lane. */
export const anyInput: fc.Arbitrary<LayoutInput> = anyGraph.chain((graph) => {
  const forEach = <T>(value: fc.Arbitrary<T>) =>
    fc.array(value, { minLength: graph.nodeCount, maxLength: graph.nodeCount })
  return fc
    .record({
      width: forEach(fc.integer({ min: 100, max: 240 })),
      height: forEach(fc.integer({ min: 30, max: 300 })),
      lane: forEach(fc.constantFrom(0, 0, 0, 1)),
    })
    .map(({ width, height, lane }) => ({
      ...graph,
      width: Float64Array.from(width),
      height: Float64Array.from(height),
      anchor: Float64Array.from(height, () => 15),
      lane: Uint8Array.from(lane),
    }))
})
