import { groupsOf, membersOf, type Groups } from '../resolve/groups.ts'
import { NO_NODE, type NodeIndex } from '../resolve/nodes.ts'
import type { EdgeIndex } from './csr.ts'
import type { LineageGraph } from './lineage-graph.ts'
import { cardRowsOf } from './card-rows.ts'

/** The edges from one card to another, or inside one. */
export interface CardPair {
  readonly from: NodeIndex
  readonly to: NodeIndex
  readonly edges: readonly EdgeIndex[]
}

/**
 * The lineage of a graph by cards: a table with its columns is one, everything that is no column of a table is one by itself. It is added up
 * card by card, for those who go over it once; `cardEdgesOf` holds all of it.
 */
export class CardLineage {
  readonly #graph: LineageGraph
  /** As the graph has them, with circles cut open. */
  readonly #parents: Int32Array
  /** By node the outermost column that it is, or is inside; -1 for a card. */
  readonly #rowOf: Int32Array
  #edgesInto: Groups | undefined

  /** O(n). */
  constructor(graph: LineageGraph) {
    const { parents, rowOf } = cardRowsOf(graph, graph.parents)
    this.#graph = graph
    this.#parents = parents
    this.#rowOf = rowOf
  }

  /** The card that a node is, or is on. */
  cardOf(node: NodeIndex): NodeIndex {
    const row = this.#rowOf[node]!
    return row === NO_NODE ? node : this.#parents[row]!
  }

  /** The outermost columns of a card. */
  columnsOf(card: NodeIndex): NodeIndex[] {
    return Array.from(this.#graph.childrenOf(card)).filter((child) => this.#rowOf[child] === child)
  }

  /** The columns directly inside a column. */
  columnsInside(column: NodeIndex): NodeIndex[] {
    const row = this.#rowOf[column]
    return Array.from(this.#graph.childrenOf(column)).filter((child) => this.#rowOf[child] === row)
  }

  /** A column and the columns that it is inside, the outermost first; nothing for a card. */
  wayTo(node: NodeIndex): NodeIndex[] {
    const row = this.#rowOf[node]!
    if (row === NO_NODE) return []
    const way = [node]
    for (let inside = node; inside !== row; way.push(inside)) inside = this.#parents[inside]!
    return way.reverse()
  }

  /** All of it, by the cards that it enters, then by those that it leaves. */
  *pairs(): Generator<CardPair> {
    for (let card = 0; card < this.#graph.nodeCount; card++)
      if (this.#rowOf[card] === NO_NODE) yield* this.pairsInto(card)
  }

  /** What leads into a card, by the cards that it leaves. */
  *pairsInto(to: NodeIndex): Generator<CardPair> {
    const found = new Map<NodeIndex, EdgeIndex[]>()
    for (const edge of membersOf(this.#sortedEdges(), to)) {
      const from = this.cardOf(this.#graph.fromOf(edge))
      const known = found.get(from)
      if (known) known.push(edge)
      else found.set(from, [edge])
    }
    for (const [from, edges] of [...found].sort(([one], [other]) => one - other)) yield { from, to, edges }
  }

  /** The edges of a pair that are lineage of the cards themselves: what lies between two columns of one card is none. */
  ownEdges({ from, to, edges }: CardPair): readonly EdgeIndex[] {
    if (from !== to) return edges
    return edges.filter((edge) => this.#graph.fromOf(edge) === from && this.#graph.toOf(edge) === from)
  }

  /** Edges by the card that they enter. */
  #sortedEdges(): Groups {
    if (this.#edgesInto) return this.#edgesInto
    const { edgeCount, nodeCount } = this.#graph
    const cards = new Int32Array(edgeCount)
    for (let edge = 0; edge < edgeCount; edge++) cards[edge] = this.cardOf(this.#graph.toOf(edge))
    return (this.#edgesInto = groupsOf(nodeCount, cards))
  }
}
