import {
  changesByNode,
  compareRuns,
  NODE_CHANGES,
  type Atlas,
  type Report,
  type RunDiff,
} from '@lineagraph/core'
import type { Changes } from '../pictures/changes.ts'
import type { RunFacts } from './run-facts.ts'

export interface Compared {
  readonly diff: RunDiff
  readonly changes: Changes
  readonly counts: NonNullable<RunFacts['diff']>['counts']
}

/** What differs between two runs, and where in the picture of the second. Loaded for a run that has a base. */
export function compare(base: Report, head: Report, atlas: Atlas): Compared {
  const diff = compareRuns(base, head)
  const { added, removed, changed, moved } = diff.columns.resources
  const counts = {
    added: added.length,
    removed: removed.length,
    changed: new Set([...changed, ...moved]).size,
  }
  return { diff, changes: changesOf(diff, atlas), counts }
}

function changesOf(diff: RunDiff, { graph, tree }: Atlas): Changes {
  const { ofNode, removedIn } = changesByNode(diff)
  const counts = () => new Uint32Array(tree.order.length)
  const [added, changed, removed] = [counts(), counts(), counts()]
  const ADDED = NODE_CHANGES.indexOf('added')
  for (let node = 0; node < graph.nodeCount; node++) {
    const at = tree.at[node]!
    removed[at]! += removedIn[node]!
    if (ofNode[node] === ADDED) added[at]!++
    else if (ofNode[node] !== 0) changed[at]!++
  }
  return { ofNode, added, changed, removed }
}
