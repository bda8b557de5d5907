import type { LineageGraph } from '../graph/lineage-graph.ts'
import { NO_NODE } from '../resolve/nodes.ts'

/** Which node of one run is which of another: what has one id, or, of what no id names, one key. NO_NODE where the other has none. */
export interface MatchedNodes {
  /** By node of the base. */
  readonly headOf: Int32Array
  /** By node of the head. */
  readonly baseOf: Int32Array
}

/** O(n) and some texts: ids are looked up as bytes, all at once; a key is made for each thing that has none. */
export function matchNodes(base: LineageGraph, head: LineageGraph): MatchedNodes {
  const headOf = new Int32Array(base.nodeCount).fill(NO_NODE)
  const baseOf = new Int32Array(head.nodeCount).fill(NO_NODE)
  const strings = base.run.strings.findAll(head.run.strings)
  const { nodes } = head.resolution
  for (let node = 0; node < head.nodeCount; node++) {
    const kind = head.kindOf(node)
    const same =
      kind === 'resource' || kind === 'missing'
        ? base.nodeOfString(strings[nodes.nameOf(node) + 1]!)
        : (base.nodeOfKey(head.keyOf(node)) ?? NO_NODE)
    if (same === NO_NODE) continue
    baseOf[node] = same
    headOf[same] = node
  }
  return { headOf, baseOf }
}
