import type { LineageGraph } from '../graph/lineage-graph.ts'
import type { NodeIndex } from '../resolve/nodes.ts'

/** What has more than one declared child: the parent, declared or missing, and its children in the order of declaration. */
export interface Siblings {
  readonly parent: NodeIndex
  readonly children: readonly NodeIndex[]
}

/**
 * Every parent with more than one declared child that may be of interest. A thing is no sibling of those below it, also where it is its
 * own parent.
 * @param isOfInterest looks at all children first: no list is made for those that are not.
 */
export function* siblingsOf(
  graph: LineageGraph,
  isOfInterest: (parent: NodeIndex, children: Uint32Array) => boolean,
): Generator<Siblings> {
  for (let parent = 0; parent < graph.nodeCount; parent++) {
    if (graph.childCountOf(parent) < 2) continue
    const all = graph.childrenOf(parent)
    if (!isOfInterest(parent, all)) continue
    const children = Array.from(all).filter((child) => child !== parent && graph.resourceOf(child) >= 0)
    if (children.length > 1) yield { parent, children }
  }
}
