import type { Column } from '../../read/column.ts'
import { NO_NODE, type NodeIndex } from '../../resolve/nodes.ts'
import type { LineageGraph } from '../lineage-graph.ts'

/**
 * What stands in the schema or database of this name, and this itself: what says so, and what says nothing and is inside what does.
 * O(n), however deep the hierarchy.
 */
export function nodesInPlace(graph: LineageGraph, part: 'schema' | 'database', name: string): NodeIndex[] {
  const text = graph.run.strings.find(name)
  if (text < 0) return []
  const { strings, resources } = graph.run
  const fields: Column<Int32Array> = resources[part]
  const type = strings.find(part)
  const isIn = new Int8Array(graph.nodeCount).fill(UNKNOWN)
  const way: NodeIndex[] = []
  for (let start = 0; start < graph.nodeCount; start++) {
    let node = start
    while (node !== NO_NODE && isIn[node] === UNKNOWN) {
      isIn[node] = saysOf(node)
      way.push(node)
      if (isIn[node] !== NOTHING_SAID) break
      node = graph.parentOf(node)
    }
    const answer = node !== NO_NODE && isIn[node] === YES ? YES : NO
    for (const passed of way.splice(0)) if (isIn[passed] === NOTHING_SAID) isIn[passed] = answer
  }
  const found: NodeIndex[] = []
  for (let node = 0; node < graph.nodeCount; node++) if (isIn[node] === YES) found.push(node)
  return found

  function saysOf(node: NodeIndex): number {
    const declared = graph.resourceOf(node)
    if (declared >= 0) {
      const own = fields.at(declared)
      if (own >= 0) return own === text ? YES : NO
      if (type >= 0 && resources.type.at(declared) === type)
        return resources.title.at(declared) === text ? YES : NO
    } else if (graph.kindOf(node) === 'external_table') {
      return graph.placePartsOf(node)[part] === name ? YES : NO
    }
    return NOTHING_SAID
  }
}

const UNKNOWN = -2
const NOTHING_SAID = -1
const NO = 0
const YES = 1
