import { inUnitOrder } from '../read/unit-order.ts'
import type { NodeIndex } from '../resolve/nodes.ts'
import type { LineageGraph } from './lineage-graph.ts'

/** Puts nodes in the order of their keys, as `<` has it. Where all are called by ids, as most are, no key is made for it. */
export function inKeyOrder(graph: LineageGraph, nodes: Uint32Array): Uint32Array {
  const ids = idsInOrder(graph, nodes)
  if (ids) return new Uint32Array(ids.map((id) => graph.nodeOfString(id)))
  const keyed = Array.from(nodes, (node) => ({ node, key: graph.keyOf(node) }))
  keyed.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
  return Uint32Array.from(keyed, ({ node }) => node)
}

/** The ids of nodes in the order of their keys, where that is found without making these. */
function idsInOrder({ run, resolution }: LineageGraph, nodes: Uint32Array): Int32Array | undefined {
  const ids = new Int32Array(nodes.length)
  for (let i = 0; i < nodes.length; i++) {
    const node: NodeIndex = nodes[i]!
    const kind = resolution.nodes.kindOf(node)
    if (kind !== 'resource' && kind !== 'missing') return undefined
    ids[i] = resolution.nodes.nameOf(node)
  }
  return inUnitOrder(run.strings, ids)
}
