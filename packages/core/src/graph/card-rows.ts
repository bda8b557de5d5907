import type { StringIndex } from '../read/strings.ts'
import { NO_NODE, type NodeIndex } from '../resolve/nodes.ts'
import { parentCircles } from './hierarchy.ts'
import type { LineageGraph } from './lineage-graph.ts'

/**
 * Parents, with circles cut open, and by node the row of its card that it is, or is inside; -1 where it is no row.
 * @param given the parents that the graph declares, or its placed ones: these make and unmake no rows.
 */
export function cardRowsOf(
  graph: LineageGraph,
  given: Int32Array,
): {
  readonly parents: Int32Array
  readonly rowOf: Int32Array
} {
  const parents = given.slice()
  for (const [first] of parentCircles(given)) parents[first!] = NO_NODE
  return { parents, rowOf: findRows(graph, parents) }
}

/** By node the row that it is in: a column, in something that holds nothing but columns. */
function findRows(graph: LineageGraph, parents: Int32Array): Int32Array {
  const { nodeCount } = graph
  const isColumn = columnsIn(graph)
  const holdsThings = new Uint8Array(nodeCount)
  for (let node = 0; node < nodeCount; node++)
    if (!isColumn[node]) {
      // A column that holds things is one itself, and so what holds it holds things.
      let above = parents[node]!
      while (above !== NO_NODE && !holdsThings[above]) {
        holdsThings[above] = 1
        if (!isColumn[above]) break
        above = parents[above]!
      }
    }
  const UNKNOWN = -2
  const rowOf = new Int32Array(nodeCount).fill(UNKNOWN)
  const way: NodeIndex[] = []
  for (let start = 0; start < nodeCount; start++) {
    let node = start
    while (rowOf[node] === UNKNOWN) {
      way.push(node)
      const parent = parents[node]!
      if (!isColumn[node] || parent === NO_NODE || holdsThings[parent]) {
        rowOf[node] = NO_NODE
        way.pop()
        break
      }
      node = parent
    }
    for (let below = way.pop(); below !== undefined; below = way.pop()) {
      const above = rowOf[parents[below]!]!
      rowOf[below] = above === NO_NODE ? below : above
    }
  }
  return rowOf
}

function columnsIn(graph: LineageGraph): Uint8Array {
  const type: StringIndex = graph.run.strings.find('column')
  const isColumn = new Uint8Array(graph.nodeCount)
  for (let node = 0; node < graph.nodeCount; node++) {
    const declared = graph.resourceOf(node)
    const isOne =
      declared >= 0
        ? type >= 0 && graph.run.resources.type.at(declared) === type
        : graph.kindOf(node) === 'external_column'
    if (isOne) isColumn[node] = 1
  }
  return isColumn
}
