import type { LineageGraph } from '../graph/lineage-graph.ts'
import { depths } from '../graph/hierarchy.ts'
import { longestPath } from '../graph/longest-path.ts'
import { strongComponents } from '../graph/strong-components.ts'
import { weakComponents } from '../graph/weak-components.ts'
import { LINEAGE_ENDS } from '../model/lineage.ts'
import type { IdentifierIndex } from '../read/identifiers.ts'
import { NO_NODE } from '../resolve/nodes.ts'
import { DeclaredEdges } from './declared-edges.ts'
import { Repeats } from './repeats.ts'

/** Figures of a run, as declared and as resolved. The names are those of the json report. */
export interface Stats {
  /** Every declaration by its entity type; an empty type where none is set. No prototype: any text can be a type. */
  readonly by_type: { readonly [type: string]: number }
  /** Distinct ids that are declared more than once, and those of which declarations differ. */
  readonly duplicate_ids: number
  readonly duplicate_ids_conflicting: number
  /** Distinct resources whose parent is not declared. */
  readonly missing_parents: number
  /** Internal lineage ends that name no declared id: one for each mention, and one for each id. */
  readonly dangling_refs: number
  readonly dangling_distinct: number
  /** Declared mentions of external tables and columns: one for each mention, and one for each type and parts. */
  readonly external_refs: number
  readonly external_distinct: number
  /** Declared edges beyond the first with the same ends as declared. A query as target gives no edge, and counts in neither. */
  readonly duplicate_edges: number
  /** Distinct edges with two equal ends as declared. */
  readonly self_edges: number
  /** Steps from a resource up to its outermost declared ancestor, at most. */
  readonly max_parent_depth: number
  /** Strongly connected parts of more than one node, and the sizes of the 20 largest, largest first. */
  readonly cycles: number
  readonly cycle_sizes: readonly number[]
  /** Edges on the longest path, each circle taken as one node. */
  readonly longest_path: number
  /** Parts that hang together, of the nodes that have lineage, and the size of the largest. */
  readonly components: number
  readonly largest_component: number
}

const LARGEST_CYCLES = 20

/**
 * Counts. O(n log n) at most.
 * @example
 * ```ts
 * const { by_type, longest_path, cycles } = statsOf(graph)
 * ```
 */
export function statsOf(graph: LineageGraph): Stats {
  return {
    by_type: byType(graph),
    ...duplicates(graph),
    missing_parents: missingParents(graph),
    ...lineageEnds(graph),
    ...declaredEdges(graph),
    max_parent_depth: maxParentDepth(graph),
    ...shape(graph),
  }
}

function byType({ run }: LineageGraph): Stats['by_type'] {
  const counts: Record<string, number> = Object.create(null)
  const perString = new Map<number, number>()
  for (const type of run.resources.type.values) perString.set(type, (perString.get(type) ?? 0) + 1)
  const named = [...perString].map(([type, count]) => [run.strings.at(type) ?? '', count] as const)
  for (const [type, count] of named.sort(([a], [b]) => (a < b ? -1 : 1))) counts[type] = count
  return counts
}

function duplicates(graph: LineageGraph) {
  const repeats = new Repeats(graph)
  const conflicting = repeats.where(true).length
  return { duplicate_ids: conflicting + repeats.where(false).length, duplicate_ids_conflicting: conflicting }
}

function missingParents(graph: LineageGraph): number {
  let count = 0
  for (let node = 0; node < graph.resolution.nodes.resourceCount; node++) {
    const parent = graph.parentOf(node)
    if (parent !== NO_NODE && graph.kindOf(parent) === 'missing') count++
  }
  return count
}

function lineageEnds(graph: LineageGraph) {
  const { run } = graph
  const dangling = new Set<number>()
  const external = new Set<number>()
  let danglingRefs = 0
  let externalRefs = 0
  for (let line = 0; line < run.lineage.length; line++)
    for (const { end } of LINEAGE_ENDS) {
      const identifier = run.lineage[end].at(line)
      const type = run.identifiers.typeOf(identifier)
      if (type === 'external_table' || type === 'external_column') {
        externalRefs++
        external.add(identifier)
      } else if (
        type === 'internal_resource' &&
        graph.kindOf(graph.nodeOfIdentifier(identifier)) === 'missing'
      ) {
        danglingRefs++
        dangling.add(identifier)
      }
    }
  return {
    dangling_refs: danglingRefs,
    dangling_distinct: dangling.size,
    external_refs: externalRefs,
    external_distinct: external.size,
  }
}

function declaredEdges(graph: LineageGraph) {
  const { identifiers } = graph.run
  const edges = new DeclaredEdges(graph)
  const isQuery = (end: IdentifierIndex): boolean => identifiers.typeOf(end) === 'tables_from_query'
  let repeats = 0
  for (const index of edges.repeated()) {
    const { to, lines } = edges.at(index)
    if (!isQuery(to)) repeats += lines.length - 1
  }
  const loops = edges.where((from, to) => from === to && !isQuery(to))
  return { duplicate_edges: repeats, self_edges: loops.length }
}

function maxParentDepth(graph: LineageGraph): number {
  const declaredParents = graph.parents.map((parent) =>
    parent !== NO_NODE && graph.kindOf(parent) === 'resource' ? parent : NO_NODE,
  )
  const depth = depths(declaredParents)
  let most = 0
  for (let node = 0; node < graph.resolution.nodes.resourceCount; node++) most = Math.max(most, depth[node]!)
  return most
}

function shape(graph: LineageGraph) {
  const strong = strongComponents(graph.out)
  const cycleSizes = strong.sizes
    .filter((size) => size > 1)
    .sort()
    .reverse()
  const weak = weakComponents(graph.out)
  const weakSizes = new Uint32Array(weak.count)
  for (const component of weak.componentOf) if (component >= 0) weakSizes[component]!++
  return {
    cycles: cycleSizes.length,
    cycle_sizes: [...cycleSizes.subarray(0, LARGEST_CYCLES)],
    longest_path: longestPath(graph.out, strong),
    components: weak.count,
    largest_component: weakSizes.reduce((most, size) => Math.max(most, size), 0),
  }
}
