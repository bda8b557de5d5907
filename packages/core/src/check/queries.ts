import type { IdentifierIndex } from '../read/identifiers.ts'
import type { DeclaredEdge } from './declared-edges.ts'
import type { Evidence } from './evidence.ts'

/** The distinct edges that begin at a query and give edges: those that lead to a query are none. */
export function* edgesOutOfQueries({
  graph,
  declaredEdges,
}: Evidence): Generator<{ readonly edge: DeclaredEdge; readonly query: IdentifierIndex }> {
  const { identifiers } = graph.run
  for (const edge of declaredEdges)
    if (
      identifiers.typeOf(edge.from) === 'tables_from_query' &&
      identifiers.typeOf(edge.to) !== 'tables_from_query'
    )
      yield { edge, query: edge.from }
}
