import type { Report } from '../check/finding.ts'
import type { AskLevel } from '../graph/ask/answer.ts'
import { CardLineage } from '../graph/card-lineage.ts'
import type { EdgeIndex } from '../graph/csr.ts'
import { edgeKeyOf } from '../graph/graphology-attributes.ts'
import type { LineageGraph } from '../graph/lineage-graph.ts'
import type { NodeIndex } from '../resolve/nodes.ts'

/** An edge as it is exported: its key, its ends, and how many lines declare it. */
export interface ExtractEdge {
  readonly key: string
  readonly from: NodeIndex
  readonly to: NodeIndex
  readonly declarations: number
}

/** What is taken of a checked graph. */
export interface ExtractWish {
  /** The nodes to take, and the edges between them; all where it is not given. */
  readonly selection?: Iterable<NodeIndex> | undefined
  /** At the level of tables columns go, and their lineage becomes that of their tables; at that of columns, lineage is as it is declared. */
  readonly level?: AskLevel | undefined
}

/** The part of a checked graph that is exported: its nodes and edges one after the other, in one order, with nothing held for each but a bit. */
export class Extract {
  readonly graph: LineageGraph
  /** Whether it is less than the whole graph. */
  readonly isPart: boolean
  /** By node: 1 where it is taken; undefined where all are. */
  readonly #taken: Uint8Array | undefined
  readonly #cards: CardLineage | undefined

  constructor(
    readonly report: Report,
    { selection, level }: ExtractWish = {},
  ) {
    const { graph } = report
    this.graph = graph
    this.isPart = selection !== undefined
    this.#cards = level === 'table' ? new CardLineage(graph) : undefined
    if (selection === undefined && this.#cards === undefined) return
    this.#taken = new Uint8Array(graph.nodeCount)
    for (const node of selection ?? nodesOf(graph)) this.#taken[this.#cards?.cardOf(node) ?? node] = 1
  }

  has(node: NodeIndex): boolean {
    return this.#taken === undefined || this.#taken[node] === 1
  }

  *nodes(): Generator<NodeIndex> {
    for (const node of nodesOf(this.graph)) if (this.has(node)) yield node
  }

  /** In one order: by the nodes that they leave; rolled up, by those that they enter. */
  *edges(): Generator<ExtractEdge> {
    if (this.#cards) {
      yield* this.#cardEdges(this.#cards)
      return
    }
    for (const edge of this.edgeIndexes())
      yield {
        key: edgeKeyOf(edge),
        from: this.graph.fromOf(edge),
        to: this.graph.toOf(edge),
        declarations: this.graph.linesOf(edge).length,
      }
  }

  /** The edges of the graph itself, not rolled up. */
  *edgeIndexes(): Generator<EdgeIndex> {
    const { graph } = this
    for (const edge of graph.out.edges)
      if (this.has(graph.fromOf(edge)) && this.has(graph.toOf(edge))) yield edge
  }

  *#cardEdges(cards: CardLineage): Generator<ExtractEdge> {
    let count = 0
    for (const pair of cards.pairs()) {
      const { from, to } = pair
      if (!this.has(from) || !this.has(to)) continue
      let declarations = 0
      for (const edge of cards.ownEdges(pair)) declarations += this.graph.linesOf(edge).length
      if (declarations > 0) yield { key: edgeKeyOf(count++), from, to, declarations }
    }
  }
}

function* nodesOf({ nodeCount }: LineageGraph): Generator<NodeIndex> {
  for (let node = 0; node < nodeCount; node++) yield node
}
