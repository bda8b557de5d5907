import type { Report } from '../check/finding.ts'
import { edgeAttributes, edgeKeyOf, GRAPHOLOGY_OPTIONS, nodeAttributes } from '../graph/to-graphology.ts'
import type { LineageGraph } from '../graph/lineage-graph.ts'

/**
 * The graph in graphology's serialized form, which its `DirectedGraph.from` reads, one node or edge a line. Written from our own graph:
 * a run is too large to be a graphology graph first.
 */
export function* exportGraphology({ graph }: Report): Generator<string> {
  yield `{\n"attributes": {},\n"options": ${JSON.stringify(GRAPHOLOGY_OPTIONS)},\n"nodes": [`
  yield* lines(nodesOf(graph))
  yield '],\n"edges": ['
  yield* lines(edgesOf(graph))
  yield ']\n}\n'
}

function* nodesOf(graph: LineageGraph): Generator<unknown> {
  for (let node = 0; node < graph.nodeCount; node++)
    yield { key: graph.keyOf(node), attributes: nodeAttributes(graph, node) }
}

function* edgesOf(graph: LineageGraph): Generator<unknown> {
  for (const edge of graph.out.edges)
    yield {
      key: edgeKeyOf(edge),
      source: graph.keyOf(graph.fromOf(edge)),
      target: graph.keyOf(graph.toOf(edge)),
      attributes: edgeAttributes(graph, edge),
    }
}

function* lines(items: Iterable<unknown>): Generator<string> {
  let separator = '\n'
  for (const item of items) {
    yield separator + JSON.stringify(item)
    separator = ',\n'
  }
  if (separator !== '\n') yield '\n'
}
