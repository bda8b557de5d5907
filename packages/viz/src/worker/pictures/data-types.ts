import { visible, type LineageGraph, type NodeIndex } from '@lineagraph/core'

/** A type that is longer than this is cut: some are whole structures. */
const LONGEST = 60

/**
 * Finds the data types of columns: what their source calls them, or else the type that they are declared with. They are read again from their
 * lines, each once.
 */
export function dataTypes(graph: LineageGraph): (column: NodeIndex) => string {
  const known = new Map<NodeIndex, string>()
  return (column) => {
    let type = known.get(column)
    if (type === undefined) {
      const declared = graph.resourceOf(column)
      const found = declared < 0 ? undefined : graph.run.resourceAt(declared)
      known.set(column, (type = inOneLine(found?.native_type) || inOneLine(found?.type)))
    }
    return type
  }
}

const inOneLine = (type: string | null | undefined): string =>
  visible((type ?? '').trim().replace(/\s+/g, ' ').slice(0, LONGEST))
