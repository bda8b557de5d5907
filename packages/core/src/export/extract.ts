import type { Report } from '../check/finding.ts'
import type { EdgeIndex } from '../graph/csr.ts'
import type { AskLevel } from '../graph/ask/answer.ts'
import type { LineageGraph } from '../graph/lineage-graph.ts'
import { edgeKeyOf } from '../graph/graphology-attributes.ts'
import { cardEdgesOf, edgesOfPair, type CardEdges } from '../graph/visible-cards.ts'
import { thingTreeOf, type ThingTree } from '../graph/visible-tree.ts'
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

interface Cards {
  readonly tree: ThingTree
  readonly edges: CardEdges
}

/** The part of a checked graph that is exported: its nodes and edges one after the other, in one order, with nothing held for each but a bit. */
export class Extract {
  readonly graph: LineageGraph
  /** Whether it is less than the whole graph. */
  readonly isPart: boolean
  /** By node: 1 where it is taken; undefined where all are. */
  readonly #taken: Uint8Array | undefined
  readonly #cards: Cards | undefined

  constructor(
    readonly report: Report,
    { selection, level }: ExtractWish = {},
  ) {
    const { graph } = report
    this.graph = graph
    this.isPart = selection !== undefined
    const tree = level === 'table' ? thingTreeOf(graph) : undefined
    this.#cards = tree && { tree, edges: cardEdgesOf(graph, tree) }
    const shownFor = (node: NodeIndex): NodeIndex => (tree ? tree.order[tree.at[node]!]! : node)
    if (selection === undefined && tree === undefined) return
    this.#taken = new Uint8Array(graph.nodeCount)
    for (const node of selection ?? nodesOf(graph)) this.#taken[shownFor(node)] = 1
  }

  has(node: NodeIndex): boolean {
    return this.#taken === undefined || this.#taken[node] === 1
  }

  *nodes(): Generator<NodeIndex> {
    for (const node of nodesOf(this.graph)) if (this.has(node)) yield node
  }

  /** By the nodes that they leave. */
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

  *#cardEdges({ tree, edges }: Cards): Generator<ExtractEdge> {
    const { graph } = this
    for (let pair = 0; pair < edges.from.length; pair++) {
      const [from, to] = [tree.order[edges.from[pair]!]!, tree.order[edges.to[pair]!]!]
      if (!this.has(from) || !this.has(to)) continue
      const isInside = from === to
      let declarations = 0
      for (const edge of edgesOfPair(edges, pair))
        // what is between columns of one table is no lineage of the table
        if (!isInside || (graph.fromOf(edge) === from && graph.toOf(edge) === from))
          declarations += graph.linesOf(edge).length
      if (declarations > 0) yield { key: edgeKeyOf(pair), from, to, declarations }
    }
  }
}

function* nodesOf({ nodeCount }: LineageGraph): Generator<NodeIndex> {
  for (let node = 0; node < nodeCount; node++) yield node
}
