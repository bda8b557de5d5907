import type { IdentifierIndex } from '../read/identifiers.ts'
import type { Span } from '../read/scan-json.ts'
import type { NodeIndex } from '../resolve/nodes.ts'
import type { EdgeIndex } from './csr.ts'
import type { LineageGraph } from './lineage-graph.ts'

/** A place in a query at which it names a table that it reads: UTF-16 offsets into the SQL. */
export interface ReadPlace extends Span {
  readonly node: NodeIndex
}

/** A declared line whose query gives an edge. */
export interface EdgeRead {
  /** An index into `run.lineage`. */
  readonly line: number
  readonly query: IdentifierIndex
  /** Where the query names the table that the edge leaves. */
  readonly places: readonly Span[]
}

/** Every place at which a query names a table that it reads, in the order of the SQL. */
export function placesInQuery({ resolution }: LineageGraph, query: IdentifierIndex): ReadPlace[] {
  const { nodeOf } = resolution.externals.tables
  return resolution.queries
    .placesOf(query)
    .map(({ mention, start, end }) => ({ node: nodeOf[mention]!, start, end }))
}

/** The lines with a query behind an edge, in their order. */
export function readsOfEdge(graph: LineageGraph, edge: EdgeIndex): EdgeRead[] {
  const { lineage, identifiers } = graph.run
  const from = graph.fromOf(edge)
  return Array.from(graph.linesOf(edge))
    .filter((line) => identifiers.typeOf(lineage.from.at(line)) === 'tables_from_query')
    .map((line) => {
      const query = lineage.from.at(line)
      const places = placesInQuery(graph, query)
        .filter(({ node }) => node === from)
        .map(({ start, end }) => ({ start, end }))
      return { line, query, places }
    })
}
