// For tests only: random graphs, and graphs written down by hand.
import fc from 'fast-check'
import { inputOf, type Graph } from './placing/equal-cards.ts'
import type { PlacingInput } from './placing/placing.ts'

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

/** A graph and how far each of its nodes is from node 0 against the edges or along them: what a lineage view of it shows. */
export const anyNeighbourhood = anyGraph.map((graph) => {
  const hops = new Map([[0, 0]])
  for (const [ends, others, sign] of [
    [graph.to, graph.from, -1],
    [graph.from, graph.to, 1],
  ] as const) {
    let last = [0]
    for (let hop = 1; last.length > 0; hop++) {
      const next = new Set<number>()
      ends.forEach((end, edge) => {
        if (last.includes(end) && !hops.has(others[edge]!)) next.add(others[edge]!)
      })
      for (const node of next) hops.set(node, sign * hop)
      last = [...next]
    }
  }
  const nodes = [...hops.keys()].sort((a, b) => a - b)
  const numberOf = new Map(nodes.map((node, i) => [node, i]))
  const pairs = [...graph.from].flatMap((from, edge): (readonly [number, number])[] => {
    const [a, b] = [numberOf.get(from), numberOf.get(graph.to[edge]!)]
    return a === undefined || b === undefined ? [] : [[a, b]]
  })
  return { graph: graphOf(nodes.length, pairs), layer: nodes.map((node) => hops.get(node)!) }
})

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

/** Cards of many sizes, some of them in the outside lane, some of them in boxes within boxes, with edges between any two, at ports and without. */
export const anyInput: fc.Arbitrary<PlacingInput> = anyGraph.chain((graph) => {
  const forEach = <T>(value: fc.Arbitrary<T>, length = graph.nodeCount) =>
    fc.array(value, { minLength: length, maxLength: length })
  const port = fc.constantFrom(NaN, NaN, 10, 20, 28)
  return fc
    .record({
      width: forEach(fc.integer({ min: 100, max: 240 })),
      height: forEach(fc.integer({ min: 30, max: 300 })),
      lane: forEach(fc.constantFrom(0, 0, 0, 1)),
      isBox: forEach(fc.constantFrom(0, 0, 1)),
      // Of each the box before it that it stands in, counted from behind; none where there are not so many.
      box: forEach(fc.constantFrom(0, 0, 1, 1, 2, 3)),
      fromPort: forEach(port, graph.from.length),
      toPort: forEach(port, graph.from.length),
      weight: forEach(fc.constantFrom(1, 1, 5, 1000), graph.from.length),
      across: fc.constantFrom(Infinity, Infinity, 600),
      wraps: fc.boolean(),
      direction: fc.constantFrom('right' as const, 'right' as const, 'down' as const),
    })
    .map(({ box, isBox, lane, ...rest }) => {
      const outer = box.map((behind, thing) => {
        const boxes = isBox.flatMap((is, other) => (is && other < thing ? [other] : []))
        return behind > 0 ? (boxes.at(-behind) ?? -1) : -1
      })
      return {
        ...inputOf(graph),
        width: Float64Array.from(rest.width),
        height: Float64Array.from(rest.height),
        head: Float64Array.from(isBox, (is) => is * 36),
        box: Int32Array.from(outer),
        isBox: Uint8Array.from(isBox),
        lane: Uint8Array.from(lane, (is, thing) => (outer[thing]! < 0 && !isBox[thing] ? is : 0)),
        fromPort: Float64Array.from(rest.fromPort),
        toPort: Float64Array.from(rest.toPort),
        weight: Uint32Array.from(rest.weight),
        across: rest.across,
        wraps: rest.wraps,
        direction: rest.direction,
      }
    })
})

/** Fans of up to 40 things, fed by a few hubs or feeding them, all in a box of their own or beside the hubs, with some edges more. */
export const anyFans: fc.Arbitrary<PlacingInput> = fc
  .record({
    hubs: fc.integer({ min: 1, max: 3 }),
    leaves: fc.array(
      fc.record({ hub: fc.nat(2), second: fc.constantFrom(0, 0, 0, 1), feeds: fc.boolean() }),
      {
        minLength: 8,
        maxLength: 40,
      },
    ),
    isOneWay: fc.boolean(),
    inBox: fc.boolean(),
    more: fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 4 }),
    height: fc.constantFrom(34, 62, 120),
    across: fc.constantFrom(Infinity, Infinity, 480),
    direction: fc.constantFrom('right' as const, 'right' as const, 'down' as const),
  })
  .map(({ hubs, leaves, isOneWay, inBox, more, height, across, direction }) => {
    // Thing 0 is the box, then come the hubs, then the leaves.
    const count = 1 + hubs + leaves.length
    const edges = leaves.flatMap(({ hub, second, feeds }, i): [number, number][] => {
      const leaf = 1 + hubs + i
      const ends = [...new Set([hub % hubs, (hub + second) % hubs])]
      return ends.map((end) => (feeds && !isOneWay ? [leaf, 1 + end] : [1 + end, leaf]))
    })
    const others = more.map(([from, to]): [number, number] => [
      1 + (from % (count - 1)),
      1 + (to % (count - 1)),
    ])
    const isBox = new Uint8Array(count).fill(1, 0, 1)
    return {
      ...inputOf(graphOf(count, [...edges, ...others])),
      isBox,
      head: Float64Array.from(isBox, (is) => is * 36),
      box: new Int32Array(count).fill(-1).fill(inBox ? 0 : -1, 1 + hubs),
      height: new Float64Array(count).fill(height),
      wraps: true,
      ...{ across, direction },
    }
  })
