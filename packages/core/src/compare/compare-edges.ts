import { edgesOf, rowOf, type EdgeIndex } from '../graph/csr.ts'
import type { LineageGraph } from '../graph/lineage-graph.ts'
import { Column } from '../read/column.ts'
import { NO_NODE, type NodeIndex } from '../resolve/nodes.ts'
import type { Renames } from './find-renames.ts'
import type { MatchedNodes } from './match-nodes.ts'

/** The distinct edges in which two runs differ. */
export interface EdgeChanges {
  /** Edges of the head, in their order. */
  readonly added: Int32Array
  /** Edges of the base, in their order. */
  readonly removed: Int32Array
  /** By edge of the head, 1 for an added one that is a removed one between ends that look renamed. */
  readonly isAddedByRename: Uint8Array
  /** By edge of the base, the same of removed ones. */
  readonly isRemovedByRename: Uint8Array
}

/** O(m log d): each edge of the head is looked up in the sorted row of the base. */
export function compareEdges(
  base: LineageGraph,
  head: LineageGraph,
  { baseOf }: MatchedNodes,
  { fromOf }: Renames,
): EdgeChanges {
  const stays = new Uint8Array(base.edgeCount)
  const added = Column.ints()
  for (let edge = 0; edge < head.edgeCount; edge++) {
    const before = edgeBetween(base, baseOf[head.fromOf(edge)]!, baseOf[head.toOf(edge)]!)
    if (before === NO_EDGE) added.push(edge)
    else stays[before] = 1
  }
  const removed = Column.ints()
  for (let edge = 0; edge < base.edgeCount; edge++) if (stays[edge] === 0) removed.push(edge)

  const isAddedByRename = new Uint8Array(head.edgeCount)
  const isRemovedByRename = new Uint8Array(base.edgeCount)
  const wasBefore = (node: NodeIndex): NodeIndex => (fromOf[node] === NO_NODE ? baseOf[node]! : fromOf[node]!)
  for (const edge of added.values) {
    const before = edgeBetween(base, wasBefore(head.fromOf(edge)), wasBefore(head.toOf(edge)))
    if (before === NO_EDGE || stays[before] === 1) continue
    isAddedByRename[edge] = 1
    isRemovedByRename[before] = 1
  }
  return { added: added.values, removed: removed.values, isAddedByRename, isRemovedByRename }
}

const NO_EDGE = -1

function edgeBetween({ out }: LineageGraph, from: NodeIndex, to: NodeIndex): EdgeIndex {
  if (from === NO_NODE || to === NO_NODE) return NO_EDGE
  const row = rowOf(out, from)
  let low = 0
  let high = row.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (row[middle]! < to) low = middle + 1
    else high = middle
  }
  return row[low] === to ? edgesOf(out, from)[low]! : NO_EDGE
}
