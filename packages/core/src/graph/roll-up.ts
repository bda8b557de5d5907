import type { NodeIndex } from '../resolve/nodes.ts'
import { csrOf, transposed } from './csr.ts'
import type { LineageGraph } from './lineage-graph.ts'
import { cardEdgesOf } from './visible-cards.ts'
import { thingTreeOf } from './visible-tree.ts'
import type { Ways } from './ways.ts'

/**
 * The lineage of a graph with columns counted as their tables, as the page has it: what lies between two columns of one table goes, and
 * twins become one. Nodes keep their numbers; columns have no lineage of their own any more. O(n + m).
 */
export function rolledUp(graph: LineageGraph): Required<Ways> {
  const tree = thingTreeOf(graph, graph.parents)
  const cards = cardEdgesOf(graph, tree)
  const standIn = Int32Array.from({ length: graph.nodeCount }, (_, node) => tree.order[tree.at[node]!]!)
  const from: NodeIndex[] = []
  const to: NodeIndex[] = []
  for (let pair = 0; pair < cards.from.length; pair++) {
    const [one, other] = [cards.from[pair]!, cards.to[pair]!]
    if (one === other && cards.self[one] === 0) continue
    from.push(tree.order[one]!)
    to.push(tree.order[other]!)
  }
  const out = csrOf(graph.nodeCount, from, to)
  return { out, in: transposed(out), standIn }
}
