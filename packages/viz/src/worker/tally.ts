import type { LineageGraph, RolledUp } from '@lineagraph/core'
import type { Tally } from '../scene/picture.ts'
import type { Shown } from './shown.ts'

/**
 * Accounts for every thing and every edge of the run.
 * @param visible what stands for each node in the picture, or -1: `shown.ancestor` without what is switched off.
 */
export function tallyOf(graph: LineageGraph, shown: Shown, visible: Int32Array, rolled: RolledUp): Tally {
  const things = { all: graph.nodeCount, drawn: 0, folded: 0, hidden: 0, beyond: 0 }
  let missing = 0
  for (let node = 0; node < graph.nodeCount; node++) {
    if (visible[node] === node) things.drawn++
    else if (visible[node]! >= 0) things.folded++
    else if (shown.ancestor[node]! >= 0) things.hidden++
    else things.beyond++
    if (graph.kindOf(node) === 'missing') missing++
  }
  const { inside, hidden } = rolled
  return {
    things,
    edges: {
      all: graph.edgeCount,
      drawn: graph.edgeCount - inside - hidden,
      folded: inside,
      hidden,
      beyond: 0,
    },
    missing,
  }
}
