import type { LineageGraph } from '../graph/lineage-graph.ts'
import { Column } from '../read/column.ts'
import { NO_NODE, type NodeIndex } from '../resolve/nodes.ts'
import type { MatchedNodes } from './match-nodes.ts'
import { restOf } from './rest-of-content.ts'

/** The declared resources in which two runs differ, in the order of their declaration. */
export interface ResourceChanges {
  /** Nodes of the head. */
  readonly added: Int32Array
  /** Nodes of the base. */
  readonly removed: Int32Array
  /** Nodes of the head that say something else in another field than that of their parent. */
  readonly changed: Int32Array
  /** Nodes of the head below another parent. One that says something else besides is among the changed ones too. */
  readonly moved: Int32Array
}

/** Told by the hashes of what is declared: no line is read again. O(n). */
export function compareResources(
  base: LineageGraph,
  head: LineageGraph,
  { headOf, baseOf }: MatchedNodes,
): ResourceChanges {
  const [added, removed, changed, moved] = [Column.ints(), Column.ints(), Column.ints(), Column.ints()]
  for (let node = 0; node < head.nodeCount; node++) {
    if (head.resourceOf(node) < 0) continue
    const before = baseOf[node]!
    if (before === NO_NODE || base.resourceOf(before) < 0) added.push(node)
    else if (!isEqual(base, before, head, node)) {
      const isMoved = parentIdOf(base, before) !== parentIdOf(head, node)
      if (isMoved) moved.push(node)
      if (!isMoved || !isEqualBesidesParent(base, before, head, node)) changed.push(node)
    }
  }
  for (let node = 0; node < base.nodeCount; node++) {
    if (base.resourceOf(node) < 0) continue
    const after = headOf[node]!
    if (after === NO_NODE || head.resourceOf(after) < 0) removed.push(node)
  }
  return { added: added.values, removed: removed.values, changed: changed.values, moved: moved.values }
}

/** The id of the parent as it is declared; undefined where there is none. */
export const parentIdOf = (graph: LineageGraph, node: NodeIndex): string | undefined =>
  graph.run.strings.at(graph.run.resources.parent.at(graph.resourceOf(node)))

function isEqual(base: LineageGraph, before: NodeIndex, head: LineageGraph, after: NodeIndex): boolean {
  const [one, other] = [base.run.resources, head.run.resources]
  const [first, second] = [base.resourceOf(before), head.resourceOf(after)]
  return (
    one.contentHigh.at(first) === other.contentHigh.at(second) &&
    one.contentLow.at(first) === other.contentLow.at(second)
  )
}

function isEqualBesidesParent(
  base: LineageGraph,
  before: NodeIndex,
  head: LineageGraph,
  after: NodeIndex,
): boolean {
  const one = restOf(base, before, ['parent_databuilder_id'])
  const other = restOf(head, after, ['parent_databuilder_id'])
  return one.high === other.high && one.low === other.low
}
