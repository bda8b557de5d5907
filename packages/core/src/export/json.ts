import type { Report } from '../check/finding.ts'
import type { LineageGraph } from '../graph/lineage-graph.ts'
import { TOOL } from '../model/tool.ts'
import type { NodeIndex } from '../resolve/nodes.ts'

/** The version of the form: it grows when a field changes its meaning or goes. */
const FORM = 1

/**
 * The checked graph in our own form, piece by piece, one node or edge a line: `nodes` with their key, kind, identifier and parent,
 * `edges` by the keys of their ends with the lines that declare them, `findings` as in the json report.
 */
export function* exportJson({ graph, summary, findings }: Report): Generator<string> {
  yield `{\n"format": "lineagraph",\n"version": ${FORM},\n"tool": ${JSON.stringify(TOOL)},\n"summary": ${JSON.stringify(summary)}`
  yield* list('nodes', nodesOf(graph))
  yield* list('edges', edgesOf(graph))
  yield* list('findings', findings)
  yield '\n}\n'
}

function* list(name: string, items: Iterable<unknown>): Generator<string> {
  yield `,\n"${name}": [`
  let separator = '\n'
  for (const item of items) {
    yield separator + JSON.stringify(item)
    separator = ',\n'
  }
  yield separator === '\n' ? ']' : '\n]'
}

function* nodesOf(graph: LineageGraph): Generator<unknown> {
  for (let node: NodeIndex = 0; node < graph.nodeCount; node++) {
    const parent = graph.parentOf(node)
    yield {
      key: graph.keyOf(node),
      kind: graph.kindOf(node),
      entity_type: graph.typeOf(node) || null,
      title: graph.titleOf(node),
      identifier: graph.identifierOf(node),
      parent: parent < 0 ? null : graph.keyOf(parent),
      place: graph.placeOf(node) ?? null,
    }
  }
}

function* edgesOf(graph: LineageGraph): Generator<unknown> {
  for (let edge = 0; edge < graph.edgeCount; edge++)
    yield {
      from: graph.keyOf(graph.fromOf(edge)),
      to: graph.keyOf(graph.toOf(edge)),
      places: graph.placesOf(edge),
    }
}
