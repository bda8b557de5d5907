import { groupsOf, membersOf, type Groups } from '../resolve/groups.ts'
import { NO_NODE, type NodeIndex } from '../resolve/nodes.ts'
import { edgesOf, type Csr, type EdgeIndex } from './csr.ts'
import type { LineageGraph } from './lineage-graph.ts'
import { cardRowsOf } from './visible-tree.ts'

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
  /** By node the outermost column that it is, or is inside; -1 for a card. */
  readonly #rowOf: Int32Array
  readonly #cardOf: Int32Array
  readonly #nodesOn: Groups

  /** O(n). */
  constructor(graph: LineageGraph) {
    const { parents, rowOf } = cardRowsOf(graph)
    this.#graph = graph
    this.#rowOf = rowOf
    this.#cardOf = rowOf.map((row, node) => (row === NO_NODE ? node : parents[row]!))
    this.#nodesOn = groupsOf(graph.nodeCount, this.#cardOf)
  }

  /** The card that a node is, or is on. */
  cardOf(node: NodeIndex): NodeIndex {
    return this.#cardOf[node]!
  }

  /** The outermost columns of a card. */
  columnsOf(card: NodeIndex): NodeIndex[] {
    return Array.from(membersOf(this.#nodesOn, card)).filter((node) => this.#rowOf[node] === node)
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
    for (let inside = node; inside !== row; way.push(inside)) inside = this.#graph.parentOf(inside)
    return way.reverse()
  }

  /** All of it, by the cards that it leaves, then by those that it enters. */
  *pairs(): Generator<CardPair> {
    const { nodeCount, out } = this.#graph
    for (let from = 0; from < nodeCount; from++) {
      if (this.#cardOf[from] !== from) continue
      const ends = this.#byCard(out, from, (edge) => this.#graph.toOf(edge))
      for (const [to, edges] of ends) yield { from, to, edges }
    }
  }

  /** What leads into a card, by the cards that it leaves. */
  *pairsInto(to: NodeIndex): Generator<CardPair> {
    const ends = this.#byCard(this.#graph.in, to, (edge) => this.#graph.fromOf(edge))
    for (const [from, edges] of ends) yield { from, to, edges }
  }

  /** The edges of a pair that are lineage of the cards themselves: what lies between two columns of one card is none. */
  ownEdges({ from, to, edges }: CardPair): readonly EdgeIndex[] {
    if (from !== to) return edges
    return edges.filter((edge) => this.#graph.fromOf(edge) === from && this.#graph.toOf(edge) === from)
  }

  /** The edges of all nodes on a card, by the card of their other end. */
  #byCard(edges: Csr, card: NodeIndex, otherEnd: (edge: EdgeIndex) => NodeIndex): [NodeIndex, EdgeIndex[]][] {
    const found = new Map<NodeIndex, EdgeIndex[]>()
    for (const node of membersOf(this.#nodesOn, card))
      for (const edge of edgesOf(edges, node)) {
        const other = this.cardOf(otherEnd(edge))
        const known = found.get(other)
        if (known) known.push(edge)
        else found.set(other, [edge])
      }
    return [...found].sort(([one], [other]) => one - other)
  }
}
