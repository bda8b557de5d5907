import type { LineageGraph } from '@lineagraph/core'
import { shownPlace, shownText } from './shown-text.ts'
import type { Place } from './named.ts'

/** A query that gives lineage, in pieces that together are its SQL. */
export interface QueryDetails extends Place {
  readonly pieces: readonly {
    /** Where it begins in the SQL. */
    readonly at: number
    readonly text: string
    /** Whether it is a table that the query reads: the one that the line begins at, or another. */
    readonly read: 'here' | 'elsewhere' | null
  }[]
}

/** SQL is shown up to here: a query can be as long as it likes. */
const LONGEST_QUERY = 20_000

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
  const whole = graph.sqlOf(query)
  const sql = whole.slice(0, LONGEST_QUERY)
  const pieces: QueryDetails['pieces'][number][] = []
  let done = 0
  const put = (end: number, read: 'here' | 'elsewhere' | null): void => {
    const text = sql.slice(done, end)
    if (text !== '') pieces.push({ at: done, text: shownText(text), read })
    done = Math.max(done, end)
  }
  for (const { node, start, end } of graph.placesInQuery(query)) {
    put(start, null)
    put(end, isHere(node) ? 'here' : 'elsewhere')
  }
  put(sql.length, null)
  if (sql.length < whole.length) pieces.push({ at: done, text: '…', read: null })
  return pieces
}
