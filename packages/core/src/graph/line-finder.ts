import type { EdgeIndex } from './csr.ts'
import { endFinder, hasRows, isItself, type Atlas, type Visible } from './visible.ts'

/** On which line lineage is drawn: what `addUp` counts, asked one by one. */
export interface LineFinder {
  /** -1 where the edge is inside one thing, hidden or beyond. */
  ofEdge(edge: EdgeIndex): number
  /** The same of all edges of a pair; SEVERAL where they are to be asked about one by one. */
  ofPair(pair: number): number
}

/** Of a pair whose edges are drawn on several lines, or only some of them. */
export const SEVERAL = -2

/** With no more ends than this a table of all pairs of them finds a line: it takes 16 MB at most. */
const MOST_IN_TABLE = 2048

/**
 * Finds the lines of a picture.
 * @example
 * ```ts
 * const { ofEdge } = lineFinder(atlas, visibleMap(atlas, { isOpen: () => false, listOf: () => null, hidden: null }))
 * const line = ofEdge(0)
 * ```
 */
export function lineFinder({ graph, tree, cards }: Atlas, visible: Visible): LineFinder {
  const { things, shown, belongs, traced, rows } = visible
  const endOf = endFinder({ tree }, visible)
  const ends = things.length + rows.nodes.length
  const between = linesBetween(visible, ends)
  return {
    ofEdge(edge) {
      const [source, target] = [graph.fromOf(edge), graph.toOf(edge)]
      const [one, other] = [endOf(source), endOf(target)]
      if (one < 0 || other < 0) return -1
      if (one === other && !isItself(tree, visible, source, target, one)) return -1
      return between(one, other)
    },
    ofPair(pair) {
      const fromAt = cards.from[pair]!
      const toAt = cards.to[pair]!
      const from = shown[fromAt]!
      const to = shown[toAt]!
      if (from < 0 || to < 0 || (belongs && !(belongs[fromAt] && belongs[toAt]))) return -1
      if (traced || hasRows(rows, from) || hasRows(rows, to)) return SEVERAL
      if (from !== to) return between(from, to)
      return fromAt === toAt && cards.self[fromAt] === 1 ? SEVERAL : -1
    },
  }
}

function linesBetween({ lines, things }: Visible, ends: number): (from: number, to: number) => number {
  const isSmall = ends <= MOST_IN_TABLE
  const table = new Int32Array(isSmall ? ends * ends : 0).fill(-1)
  const map = new Map<number, number>()
  const end = (thing: number, row: number): number => (row < 0 ? thing : things.length + row)
  for (let line = 0; line < lines.count; line++) {
    const from = end(lines.from[line]!, lines.fromRow[line]!)
    const at = from * ends + end(lines.to[line]!, lines.toRow[line]!)
    if (isSmall) table[at] = line
    else map.set(at, line)
  }
  return (from, to) => (isSmall ? table[from * ends + to]! : (map.get(from * ends + to) ?? -1))
}
