import fc from 'fast-check'
import { DirectedGraph } from 'graphology'
import { connectedComponents, stronglyConnectedComponents } from 'graphology-components'
import { hasCycle, topologicalSort } from 'graphology-dag'
import { bfsFromNode } from 'graphology-traversal'
import { expect, test } from 'vitest'
import { csrOf, rowOf, type Csr } from './csr.ts'
import { longestPath } from './longest-path.ts'
import { reachable } from './reachable.ts'
import { strongComponents } from './strong-components.ts'
import { topologicalOrder } from './topological-order.ts'
import { weakComponents } from './weak-components.ts'

/** A random simple directed graph, as ours and as graphology's. */
const anyGraph = fc.integer({ min: 1, max: 25 }).chain((nodeCount) =>
  fc
    .uniqueArray(fc.tuple(fc.nat(nodeCount - 1), fc.nat(nodeCount - 1)), {
      selector: String,
      maxLength: 60,
    })
    .map((edges) => graphsOf(nodeCount, edges)),
)

function graphsOf(
  nodeCount: number,
  edges: readonly (readonly [number, number])[],
): { csr: Csr; other: DirectedGraph } {
  const other = new DirectedGraph()
  for (let node = 0; node < nodeCount; node++) other.addNode(node)
  for (const [from, to] of edges) other.addEdge(from, to)
  const csr = csrOf(
    nodeCount,
    edges.map(([from]) => from),
    edges.map(([, to]) => to),
  )
  return { csr, other }
}

/** Groups as sorted lists, in a comparable order. */
const partition = (groups: readonly (readonly (string | number)[])[]): number[][] =>
  groups.map((group) => group.map(Number).sort((a, b) => a - b)).sort((a, b) => a[0]! - b[0]!)

const groupsFrom = (componentOf: Int32Array): number[][] => {
  const groups = new Map<number, number[]>()
  componentOf.forEach((component, node) => {
    if (component >= 0) groups.set(component, [...(groups.get(component) ?? []), node])
  })
  return [...groups.values()]
}

test('csrOf(edges) has the neighbors of each node, sorted, each beside its edge', () => {
  const csr = csrOf(3, [2, 0, 0, 2], [1, 2, 1, 2])
  expect([0, 1, 2].map((node) => [...rowOf(csr, node)])).toEqual([[1, 2], [], [1, 2]])
  expect([...csr.edges]).toEqual([2, 1, 0, 3])
})

test('strongComponents(csr) agrees with graphology, and edges lead to lower parts', () => {
  fc.assert(
    fc.property(anyGraph, ({ csr, other }) => {
      const { componentOf, sizes, count } = strongComponents(csr)
      expect(partition(groupsFrom(componentOf))).toEqual(partition(stronglyConnectedComponents(other)))
      expect(sizes.length).toBe(count)
      other.forEachEdge((_edge, _attributes, from, to) => {
        expect(componentOf[Number(from)]).toBeGreaterThanOrEqual(componentOf[Number(to)]!)
      })
    }),
  )
})

test('weakComponents(csr) agrees with graphology on the nodes that have an edge', () => {
  fc.assert(
    fc.property(anyGraph, ({ csr, other }) => {
      const linked = connectedComponents(other).filter(
        (group) => group.length > 1 || other.degree(group[0]) > 0,
      )
      expect(partition(groupsFrom(weakComponents(csr).componentOf))).toEqual(partition(linked))
    }),
  )
})

test('topologicalOrder(csr) is an order where graphology finds one, and undefined where it finds a circle', () => {
  fc.assert(
    fc.property(anyGraph, ({ csr, other }) => {
      const order = topologicalOrder(csr)
      expect(order === undefined).toBe(hasCycle(other))
      if (order === undefined) return
      expect(order.length).toBe(topologicalSort(other).length)
      const position = new Map(order.map((node, at) => [node, at]))
      other.forEachEdge((_edge, _attributes, from, to) => {
        expect(position.get(Number(from))).toBeLessThan(position.get(Number(to))!)
      })
    }),
  )
})

test('reachable(csr, [node]) reaches what graphology does, in as many steps', () => {
  fc.assert(
    fc.property(anyGraph, fc.nat(), fc.nat(4), ({ csr, other }, pick, steps) => {
      const start = pick % other.order
      const distance = new Map<number, number>()
      bfsFromNode(other, start, (node, _attributes, depth) => void distance.set(Number(node), depth))
      expect(reachable(csr, [start])).toEqual(distance)
      const near = [...distance].filter(([, depth]) => depth <= steps)
      expect(new Map(reachable(csr, [start], steps))).toEqual(new Map(near))
    }),
  )
})

test('longestPath(csr) is the longest of all paths of a graph without circles', () => {
  fc.assert(
    fc.property(anyGraph, ({ csr }) => {
      const order = topologicalOrder(csr)
      if (order === undefined) return
      const steps = new Array<number>(order.length).fill(0)
      for (const node of order)
        for (const neighbor of rowOf(csr, node))
          steps[neighbor] = Math.max(steps[neighbor]!, steps[node]! + 1)
      expect(longestPath(csr, strongComponents(csr))).toBe(Math.max(...steps))
    }),
  )
})

test('longestPath(csr) takes a circle as one node', () => {
  const csr = csrOf(5, [0, 1, 2, 2, 3], [1, 2, 1, 3, 4]) // 0 → (1 ⇄ 2) → 3 → 4
  expect(longestPath(csr, strongComponents(csr))).toBe(3)
})

test('the algorithms take a ring of 200,000 nodes without recursion', () => {
  const size = 200_000
  const from = Array.from({ length: size }, (_, i) => i)
  const csr = csrOf(
    size,
    from,
    from.map((i) => (i + 1) % size),
  )
  expect(strongComponents(csr).count).toBe(1)
  expect(weakComponents(csr).count).toBe(1)
  expect(reachable(csr, [0]).size).toBe(size)
  expect(longestPath(csr, strongComponents(csr))).toBe(0)
})
