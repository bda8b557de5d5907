import { nearestAbove } from '../graph/hierarchy.ts'
import { NO_NODE, type NodeIndex } from '../resolve/nodes.ts'
import type { RunDiff } from './run-diff.ts'

/**
 * Says of a node of the base what was around it and still stands, if only under another id: the nearest such, as a node of the head, or
 * -1. All nodes together take O(n).
 * @example
 * ```ts
 * const around = standingAround(compareRuns(report, report))
 * ```
 */
export function standingAround({ base, columns }: RunDiff): (node: NodeIndex) => NodeIndex {
  const { matched, renames } = columns
  const inHead = (node: NodeIndex): NodeIndex =>
    renames.toOf[node] === NO_NODE ? matched.headOf[node]! : renames.toOf[node]!
  const above = nearestAbove(base.graph.parents, (node) => inHead(node) !== NO_NODE)
  return (node) => {
    const around = above(node)
    return around === NO_NODE ? NO_NODE : inHead(around)
  }
}
