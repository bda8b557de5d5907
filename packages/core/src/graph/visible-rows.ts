import type { NodeIndex } from '../resolve/nodes.ts'
import type { LineageGraph } from './lineage-graph.ts'
import type { ThingIndex } from './thing-groups.ts'
import { rowsOf, type ThingTree } from './visible-tree.ts'

/** Which columns of a card are rows of it. */
export interface RowList {
  /** The first that is shown, for one who has scrolled, and how many at most. */
  readonly from: number
  readonly most: number
  /** Only those whose name holds this, letter case aside. */
  readonly find: string
  /** Only those that a line begins or ends at. */
  readonly onlyTraced: boolean
}

/** The rows of the cards of a picture, in compressed rows: those of thing t are `nodes[starts[t]]` to `nodes[starts[t + 1] - 1]`. */
export interface VisibleRows {
  readonly starts: Uint32Array
  readonly nodes: Uint32Array
  /** The thing, by its index, that each row is of. */
  readonly thingOf: Uint32Array
  /** By thing: how many more columns its list has. */
  readonly more: Uint32Array
}

/**
 * Chooses the rows of cards: what lines begin or end at comes first, then the others, each by its declared place among its siblings.
 * @param listOf what a thing shows of its columns, null for nothing. @param isTraced of a column.
 */
export function chooseRows(
  graph: LineageGraph,
  tree: ThingTree,
  things: Int32Array,
  listOf: (thing: ThingIndex) => RowList | null,
  isTraced: (column: NodeIndex) => boolean,
): VisibleRows {
  const starts = new Uint32Array(things.length + 1)
  const more = new Uint32Array(things.length)
  const nodes: NodeIndex[] = []
  const thingOf: number[] = []
  things.forEach((thing, index) => {
    const list = listOf(thing)
    if (list) {
      const all = rowsOf(tree, thing)
      const wanted = inOrder(graph, all, isTraced).filter(
        (column) => (!list.onlyTraced || isTraced(column)) && isNamed(graph, column, list.find),
      )
      const shown = wanted.slice(list.from, list.from + list.most)
      for (const column of shown) {
        nodes.push(column)
        thingOf.push(index)
      }
      more[index] = (list.find === '' ? all.length : wanted.length) - shown.length
    }
    starts[index + 1] = nodes.length
  })
  return { starts, nodes: Uint32Array.from(nodes), thingOf: Uint32Array.from(thingOf), more }
}

const isNamed = (graph: LineageGraph, column: NodeIndex, find: string): boolean =>
  find === '' || (graph.titleOf(column) || graph.idOf(column)).toLowerCase().includes(find.toLowerCase())

function inOrder(
  graph: LineageGraph,
  columns: Uint32Array,
  isTraced: (column: NodeIndex) => boolean,
): NodeIndex[] {
  const place = (column: NodeIndex): number => {
    const declared = graph.resourceOf(column)
    const order = declared < 0 ? NaN : graph.run.resources.order.at(declared)
    return Number.isNaN(order) ? Infinity : order
  }
  return Array.from(columns, (column) => ({ column, first: isTraced(column) ? 0 : 1, order: place(column) }))
    .sort((a, b) => a.first - b.first || (a.order === b.order ? 0 : a.order - b.order) || a.column - b.column)
    .map(({ column }) => column)
}
