import { NO_NODE } from '../resolve/nodes.ts'
import type { RunDiff } from './run-diff.ts'
import { standingAround } from './standing-around.ts'

/** What a thing of the head is to the base. What is moved and changed besides counts as changed. */
export const NODE_CHANGES = ['same', 'added', 'changed', 'moved'] as const
/** One of NODE_CHANGES. */
export type NodeChange = (typeof NODE_CHANGES)[number]

/** A difference as a picture of the head takes it. */
export interface ChangesByNode {
  /** By node of the head, an index into NODE_CHANGES. */
  readonly ofNode: Uint8Array
  /** By node of the head: how many removed resources were inside it, and in nothing nearer that still stands. */
  readonly removedIn: Uint32Array
  /** How many were in nothing that still stands. */
  readonly removedOutside: number
}

/**
 * Puts each change at a node of the head. What is removed is no node there: it counts at what stood around it, and still stands, if only
 * under another id. O(n).
 * @example
 * ```ts
 * const { ofNode, removedIn } = changesByNode(compareRuns(report, report))
 * const change = NODE_CHANGES[ofNode[0] ?? 0]
 * ```
 */
export function changesByNode(diff: RunDiff): ChangesByNode {
  const { head, columns } = diff
  const { resources } = columns
  const ofNode = new Uint8Array(head.graph.nodeCount)
  const mark = (nodes: Int32Array, change: NodeChange): void => {
    for (const node of nodes) ofNode[node] = NODE_CHANGES.indexOf(change)
  }
  mark(resources.moved, 'moved')
  mark(resources.changed, 'changed')
  mark(resources.added, 'added')

  const removedIn = new Uint32Array(head.graph.nodeCount)
  let removedOutside = 0
  const standing = standingAround(diff)
  for (const node of resources.removed) {
    const around = standing(node)
    if (around === NO_NODE) removedOutside++
    else removedIn[around]!++
  }
  return { ofNode, removedIn, removedOutside }
}
