import type { Evidence } from './evidence.ts'

/** The distinct edges that begin at a query and give edges: those that lead to a query are none. */
export const edgesOutOfQueries = ({ declaredEdges }: Evidence): number[] =>
  declaredEdges.between((from, to) => from === 'tables_from_query' && to !== 'tables_from_query')
