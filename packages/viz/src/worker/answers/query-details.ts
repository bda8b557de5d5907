import type { LineageGraph } from '@lineagraph/core'
import type { Place } from '../names/named.ts'
import { shownPlace } from '../names/shown-text.ts'
import { sqlPieces, type SqlPiece } from './sql-pieces.ts'

/** A query that gives lineage, in pieces that together are its SQL. */
export interface QueryDetails extends Place {
  readonly pieces: readonly SqlPiece[]
}

/** The first query that gives one of some edges, with the tables that it reads marked; null where none is out of a query. */
export function queryOf(graph: LineageGraph, edges: readonly number[]): QueryDetails | null {
  for (const edge of edges) {
    const [read] = graph.readsOf(edge)
    if (read === undefined) continue
    const from = new Set(edges.map((one) => graph.fromOf(one)))
    const place = graph.placesOf(edge)[graph.linesOf(edge).indexOf(read.line)]!
    return { ...shownPlace(place), pieces: piecesOf(graph, read.query, (node) => from.has(node)) }
  }
  return null
}

function piecesOf(
  graph: LineageGraph,
  query: number,
  isHere: (node: number) => boolean,
): QueryDetails['pieces'] {
  const reads = Array.from(graph.placesInQuery(query), ({ node, start, end }) => ({
    ...{ start, end, read: isHere(node) ? ('here' as const) : ('elsewhere' as const) },
  }))
  return sqlPieces(graph.sqlOf(query), reads)
}
