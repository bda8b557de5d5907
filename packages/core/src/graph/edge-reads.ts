import type { IdentifierIndex } from '../read/identifiers.ts'
import type { Run } from '../read/run.ts'
import type { Span } from '../read/scan-json.ts'
import type { NodeIndex } from '../resolve/nodes.ts'
import type { Resolution } from '../resolve/resolve.ts'

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
export function placesInQuery({ queries, externals }: Resolution, query: IdentifierIndex): ReadPlace[] {
  const { nodeOf } = externals.tables
  return queries.placesOf(query).map(({ mention, start, end }) => ({ node: nodeOf[mention]!, start, end }))
}

/** Of the lines of an edge those with a query, in their order. @param from where the edge begins. */
export function readsOf(
  { lineage, identifiers }: Run,
  resolution: Resolution,
  lines: Uint32Array,
  from: NodeIndex,
): EdgeRead[] {
  const reads: EdgeRead[] = []
  for (const line of lines) {
    const query = lineage.from.at(line)
    if (identifiers.typeOf(query) !== 'tables_from_query') continue
    const places = placesInQuery(resolution, query)
      .filter(({ node }) => node === from)
      .map(({ start, end }) => ({ start, end }))
    reads.push({ line, query, places })
  }
  return reads
}
