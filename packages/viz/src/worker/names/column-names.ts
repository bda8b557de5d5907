import { rowsOf, thingOfKey, type Atlas } from '@lineagraph/core'
import { nameOf } from './name-of.ts'

/** The names of the columns of a thing: those with lineage first, else as they are declared. */
export function columnNames({ graph, tree }: Atlas, key: string, most: number): string[] {
  const thing = thingOfKey(graph, tree, key)
  if (thing === undefined) return []
  const columns = rowsOf(tree, thing)
  const isTraced = (column: number): boolean =>
    graph.out.starts[column + 1]! > graph.out.starts[column]! ||
    graph.in.starts[column + 1]! > graph.in.starts[column]!
  return [...columns.filter(isTraced), ...columns.filter((column) => !isTraced(column))]
    .slice(0, most)
    .map((column) => nameOf(graph, column))
}
