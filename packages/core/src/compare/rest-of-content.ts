import type { LineageGraph } from '../graph/lineage-graph.ts'
import { contentOfText } from '../read/content-hash.ts'
import type { NodeIndex } from '../resolve/nodes.ts'

/** Fields of which the text is in a column of the run. */
type LeftOut = 'databuilder_id' | 'parent_databuilder_id'

/** The hash of all that a resource declares, some fields aside: equal for two that agree in the rest. */
export function restOf(
  graph: LineageGraph,
  node: NodeIndex,
  without: readonly LeftOut[],
): { readonly high: number; readonly low: number } {
  const { resources, strings } = graph.run
  const declared = graph.resourceOf(node)
  let high = resources.contentHigh.at(declared)
  let low = resources.contentLow.at(declared)
  for (const field of without) {
    const column = field === 'databuilder_id' ? resources.id : resources.parent
    const text = strings.at(column.at(declared))
    if (text === undefined) continue
    const content = contentOfText(field, text)
    high = (high - content.high) | 0
    low = (low - content.low) | 0
  }
  return { high, low }
}
