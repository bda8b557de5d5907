import type { LineageGraph } from '../graph/lineage-graph.ts'
import { NO_NODE, type NodeIndex } from '../resolve/nodes.ts'

/** What a thing is, for those who ask what a change reaches. */
export const REACHED_TYPES = ['dashboard', 'chart', 'table'] as const
export type ReachedType = (typeof REACHED_TYPES)[number]

/** By node the dashboard, the chart and the table that it is, or is inside: NO_NODE where there is none. */
export function ownersIn(graph: LineageGraph): Readonly<Record<ReachedType, Int32Array>> {
  const ownersOfType = (type: ReachedType): Int32Array => {
    const owner = new Int32Array(graph.nodeCount).fill(UNKNOWN)
    const text = graph.run.strings.find(type)
    const { resources } = graph.run
    const isOne = (node: NodeIndex): boolean => {
      const declared = graph.resourceOf(node)
      if (declared >= 0) return text >= 0 && resources.type.at(declared) === text
      return type === 'table' && graph.kindOf(node) === 'external_table'
    }
    const way: NodeIndex[] = []
    for (let start = 0; start < graph.nodeCount; start++) {
      let node = start
      let found: NodeIndex = NO_NODE
      while (node !== NO_NODE) {
        if (owner[node] !== UNKNOWN) {
          found = owner[node]!
          break
        }
        owner[node] = NO_NODE // what comes here again has gone round a circle
        way.push(node)
        if (isOne(node)) {
          found = node
          break
        }
        node = graph.parents[node]!
      }
      for (const passed of way) owner[passed] = found
      way.length = 0
    }
    return owner
  }
  return { dashboard: ownersOfType('dashboard'), chart: ownersOfType('chart'), table: ownersOfType('table') }
}

const UNKNOWN = -2
