import type { NodeIndex } from '../resolve/nodes.ts'
import { csrOf, type EdgeIndex } from './csr.ts'
import { groupsOf, membersOf } from '../resolve/groups.ts'
import type { LineageGraph } from './lineage-graph.ts'
import { openingEdges } from './opening-edges.ts'
import { partOf, type Part } from './part.ts'
import { shortCircle } from './short-circle.ts'
import { strongComponents } from './strong-components.ts'
import { topologicalOrder } from './topological-order.ts'
import type { Atlas } from './visible.ts'
import type { CardEdges } from './visible-cards.ts'

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
 * Finds the circles in which lineage runs, in O(n + m).
 * @example
 * ```ts
 * const circles = declaredCircles(atlas)
 * for (let number = 0; number < circles.count; number++) console.log(circles.at(number).nodes.length)
 * ```
 */
export function declaredCircles({ graph, cards }: Atlas): DeclaredCircles {
  if (isOpen(cards)) return { count: 0, circleOf: new Int32Array(graph.nodeCount).fill(-1), at: noCircle }
  const { count, componentOf, sizes } = strongComponents(graph.out)
  const numbers = new Int32Array(count).fill(-1)
  let circles = 0
  for (let component = 0; component < count; component++)
    if (sizes[component]! > 1) numbers[component] = circles++
  const circleOf = componentOf.map((component) => numbers[component]!)
  const members = groupsOf(circles, circleOf)
  const known: DeclaredCircle[] = []
  return {
    count: circles,
    circleOf,
    at: (circle) => (known[circle] ??= describe(graph, partOf(graph, membersOf(members, circle)))),
  }
}

/** Whether there can be no circle, as far as tables tell without a look at their columns: most runs have none. */
function isOpen({ from, to, edges: { starts }, self, out }: CardEdges): boolean {
  const between: number[] = []
  for (let pair = 0; pair < from.length; pair++) {
    const position = from[pair]!
    if (position !== to[pair]) between.push(pair)
    else if (starts[pair + 1]! - starts[pair]! > self[position]!) return false
  }
  const ends = (of: Uint32Array): Uint32Array => Uint32Array.from(between, (pair) => of[pair]!)
  return topologicalOrder(csrOf(out.starts.length - 1, ends(from), ends(to))) !== undefined
}

const noCircle = (circle: number): never => {
  throw new RangeError(`there is no circle ${circle}`)
}

function describe(graph: LineageGraph, part: Part): DeclaredCircle {
  const { nodes, isShortest } = shortCircle(part.out)
  return {
    key: `circle:${graph.keyOf(part.nodes[0]!)}`,
    nodes: part.nodes,
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
export function againstTheGrain(graph: LineageGraph, part: Part): (edge: number) => boolean {
  const types = part.nodes.map((node) => {
    const kind = graph.kindOf(node)
    return kind === 'external_table' || kind === 'external_column' ? 'table' : graph.typeOf(node)
  })
  return (edge) => SHOWS_DATA.has(types[part.from[edge]!]!) && HOLDS_DATA.has(types[part.to[edge]!]!)
}
