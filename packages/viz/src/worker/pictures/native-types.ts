import { visible, type LineageGraph, type NodeIndex } from '@lineagraph/core'

/** A type that is longer than this is cut: some are whole structures. */
const LONGEST = 60

/** Finds the native types of columns: they are read again from their lines, each once. */
export function nativeTypes(graph: LineageGraph): (column: NodeIndex) => string {
  const known = new Map<NodeIndex, string>()
  return (column) => {
    let type = known.get(column)
    if (type === undefined) {
      const declared = graph.resourceOf(column)
      const found = declared < 0 ? undefined : graph.run.resourceAt(declared)
      known.set(column, (type = visible((found?.native_type ?? '').replace(/\s+/g, ' ').slice(0, LONGEST))))
    }
    return type
  }
}
