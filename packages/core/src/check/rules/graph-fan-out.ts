import { edgesOf } from '../../graph/csr.ts'
import type { LineageGraph } from '../../graph/lineage-graph.ts'
import type { NodeIndex } from '../../resolve/nodes.ts'
import { lineagePlace } from '../declared-edges.ts'
import type { Subject } from '../finding.ts'
import { page } from '../pages/graph-fan-out.ts'
import { MOST_PLACES, type Place } from '../place.ts'
import { quote } from '../quote.ts'
import { defineRule, type Discovery } from '../rule.ts'

/** The option `max` where it is not given. */
const MOST_EDGES = 500

export const fanOut = defineRule({
  id: 'graph/fan-out',
  severity: { minimal: 'off', recommended: 'off', strict: 'info' },
  summary: 'a thing with more than 500 direct edges',
  why: 'A thing with very many edges is most often a loop that links everything to it, and no picture of it says anything.',
  page,
  counted: 'edges',
  options: {
    max: {
      type: 'integer',
      minimum: 1,
      maximum: Number.MAX_SAFE_INTEGER,
      default: MOST_EDGES,
      description: 'As many direct edges as a thing may have.',
    },
  },
  run: ({ graph }, { max }) => manyEdges(graph, max),
})

/** The things with more than `max` direct edges. `data`: `in`, `out`: the distinct edges either way; `max`. */
export function* manyEdges(graph: LineageGraph, max: number): Generator<Discovery> {
  for (let node = 0; node < graph.nodeCount; node++) {
    const [into, out] = [edgesOf(graph.in, node), edgesOf(graph.out, node)]
    if (into.length + out.length <= max) continue
    const edges = [...new Set([...into, ...out])] // an edge to itself is in both
    const subject = subjectOf(graph, node)
    if (edges.length <= max || subject === undefined) continue
    const name = graph.idOf(node) || graph.titleOf(node)
    yield {
      message: `${quote(name)} has ${edges.length} edges, more than ${max}`,
      help: 'look whether the loop that declares them means all of these; link what is in it where that is known.',
      subject,
      identity: graph.keyOf(node),
      places: firstPlaces(graph, node, edges),
      count: edges.length,
      data: { in: into.length, out: out.length, max },
    }
  }
}

/** Undefined for a query, which is no thing of its own. */
function subjectOf(graph: LineageGraph, node: NodeIndex): Subject | undefined {
  const identifier = graph.identifierOf(node)
  if ('databuilder_id' in identifier) return { kind: 'resource', id: identifier.databuilder_id }
  if (!('table' in identifier)) return undefined
  const { type, cluster = null, database = null, schema = null, table } = identifier
  const column = identifier.type === 'external_column' ? identifier.column : null
  return { kind: 'mention', type, cluster, database, schema, table, column }
}

/** Where the first of the edges are declared, each once. */
function firstPlaces(graph: LineageGraph, node: NodeIndex, edges: readonly number[]): Place[] {
  const lines = edges.map((edge) => ({ line: graph.linesOf(edge)[0]!, edge }))
  lines.sort((one, other) => one.line - other.line)
  return lines.slice(0, MOST_PLACES).map(({ line, edge }) => {
    const end = graph.fromOf(edge) === node ? 'from' : 'to'
    return lineagePlace(graph.run, line, end, 'one of its edges')
  })
}
