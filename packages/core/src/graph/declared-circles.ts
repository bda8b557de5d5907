import type { NodeIndex } from '../resolve/nodes.ts'
import type { EdgeIndex } from './csr.ts'
import { cyclicParts } from './cyclic-parts.ts'
import type { LineageGraph } from './lineage-graph.ts'
import { openingEdges } from './opening-edges.ts'
import { partsOf, type Part } from './part.ts'
import { shortCircle } from './short-circle.ts'

/** A strongly connected part of the lineage, with more than one thing in it. */
export interface DeclaredCircle {
  /** Stays from run to run as long as its first thing, by key, is the same. */
  readonly key: string
  readonly nodes: readonly NodeIndex[]
  /** A short way round, edge after edge. */
  readonly way: readonly EdgeIndex[]
  readonly isShortest: boolean
  /** The edges without which no circle is left. */
  readonly cut: readonly EdgeIndex[]
}

/** The circles of a run: which node is in which is found at once, the rest of each when it is asked for. */
export interface DeclaredCircles {
  readonly count: number
  /** By node, -1 for most. */
  readonly circleOf: Int32Array
  /** One circle, by its number. */
  at(circle: number): DeclaredCircle
}

/**
 * Finds the circles in which lineage runs, in the order of their first nodes. O(n + m).
 * @example
 * ```ts
 * const circles = declaredCircles(graph)
 * for (let number = 0; number < circles.count; number++) console.log(circles.at(number).nodes.length)
 * ```
 */
export function declaredCircles(graph: LineageGraph): DeclaredCircles {
  const parts = cyclicParts(graph.out).sort((one, other) => one[0]! - other[0]!)
  const circleOf = new Int32Array(graph.nodeCount).fill(-1)
  parts.forEach((nodes, circle) => nodes.forEach((node) => (circleOf[node] = circle)))
  const known: DeclaredCircle[] = []
  const cut = partsOf(graph)
  return {
    count: parts.length,
    circleOf,
    at(circle) {
      const part = parts[circle]
      if (!part) throw new RangeError(`there is no circle ${circle}`)
      return (known[circle] ??= describe(graph, cut(part)))
    },
  }
}

function describe(graph: LineageGraph, part: Part): DeclaredCircle {
  const { nodes, isShortest } = shortCircle(part.out)
  return {
    key: `circle:${graph.keyOf(part.nodes[0]!)}`,
    nodes: Array.from(part.nodes),
    way: nodes.map((from, i) => part.edges[hop(part, from, nodes[(i + 1) % nodes.length]!)]!),
    isShortest,
    cut: openingEdges(part, nodes, againstTheGrain(graph, part)).map((edge) => part.edges[edge]!),
  }
}

/** The edge of a part from one of its nodes to another. */
export function hop({ out: { starts, neighbors, edges } }: Part, from: number, to: number): number {
  let i = starts[from]!
  while (neighbors[i] !== to) i++
  return edges[i]!
}

const SHOWS_DATA: ReadonlySet<string> = new Set(['dashboard_group', 'dashboard', 'chart'])
const HOLDS_DATA: ReadonlySet<string> = new Set(['database', 'schema', 'table', 'column'])

/** Whether an edge leads from what shows data to what holds them: of a circle, the hop that was most likely declared the wrong way round. */
export function againstTheGrain(graph: LineageGraph, { nodes, from, to }: Part): (edge: number) => boolean {
  const shows = new Uint8Array(nodes.length)
  for (let i = 0; i < nodes.length; i++) if (SHOWS_DATA.has(graph.typeOf(nodes[i]!))) shows[i] = 1
  if (!shows.includes(1)) return () => false
  const holds = (node: NodeIndex): boolean => {
    const kind = graph.kindOf(node)
    return kind === 'external_table' || kind === 'external_column' || HOLDS_DATA.has(graph.typeOf(node))
  }
  return (edge) => shows[from[edge]!] === 1 && holds(nodes[to[edge]!]!)
}
