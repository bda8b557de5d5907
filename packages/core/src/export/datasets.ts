import { edgesOfPair, cardEdgesOf, type CardEdges } from '../graph/visible-cards.ts'
import { rowsOf, thingTreeOf, type ThingTree } from '../graph/visible-tree.ts'
import type { EdgeIndex } from '../graph/csr.ts'
import type { NodeIndex } from '../resolve/nodes.ts'
import type { Extract } from './extract.ts'
import { labelOf } from './label-of.ts'

/** How OpenLineage names a dataset. */
export interface DatasetName {
  readonly namespace: string
  readonly name: string
}

/** The namespace of what is no table, and of jobs. */
export const OWN_NAMESPACE = 'lineagraph'

/** What feeds a dataset: another one, or itself, and the edges that say so. */
export interface Feed {
  readonly from: NodeIndex
  readonly edges: readonly EdgeIndex[]
}

/** The graph as datasets, which is what OpenLineage knows: a table with its columns as fields, and all else by itself. */
export class Datasets {
  readonly #extract: Extract
  readonly #tree: ThingTree
  readonly #lineage: CardEdges

  constructor(
    extract: Extract,
    /** Of tables that name no cluster. */
    readonly namespace: string,
  ) {
    this.#extract = extract
    this.#tree = thingTreeOf(extract.graph)
    this.#lineage = cardEdgesOf(extract.graph, this.#tree)
  }

  /** Every dataset that something feeds, with what does. */
  *fed(): Generator<{ readonly to: NodeIndex; readonly feeds: readonly Feed[] }> {
    const { graph } = this.#extract
    for (let to = 0; to < graph.nodeCount; to++) {
      const position = this.#tree.at[to]!
      if (this.#tree.order[position] !== to) continue
      const feeds = Array.from(this.#pairsInto(position), (pair) => this.#feedOf(pair))
      const taken = feeds.filter(({ edges }) => edges.length > 0)
      if (taken.length > 0) yield { to, feeds: taken }
    }
  }

  #pairsInto(position: number): Uint32Array {
    const { starts, edges } = this.#lineage.in
    return edges.subarray(starts[position], starts[position + 1])
  }

  #feedOf(pair: number): Feed {
    const { graph } = this.#extract
    const edges = [...edgesOfPair(this.#lineage, pair)].filter(
      (edge) => this.#extract.has(graph.fromOf(edge)) && this.#extract.has(graph.toOf(edge)),
    )
    return { from: this.#tree.order[this.#lineage.from[pair]!]!, edges }
  }

  /** A table by its parts, as others name it who know it from the database; anything else by its id, which only this run knows. */
  nameOf(dataset: NodeIndex): DatasetName {
    const { graph } = this.#extract
    const isTable = graph.kindOf(dataset) === 'external_table' || graph.typeOf(dataset) === 'table'
    if (!isTable) return { namespace: OWN_NAMESPACE, name: graph.idOf(dataset) || graph.keyOf(dataset) }
    const { cluster, database, schema } = graph.placePartsOf(dataset)
    const parts = [database, schema, labelOf(graph, dataset)]
    return {
      namespace: cluster ?? this.namespace,
      name: parts.filter((part) => part !== undefined).join('.'),
    }
  }

  /** The name of a column in its dataset, with those of the columns that it is inside; undefined for what is a dataset itself. */
  fieldOf(node: NodeIndex): string | undefined {
    const row = this.#tree.rowOf[node]!
    if (row < 0) return undefined
    const { graph } = this.#extract
    const names = [labelOf(graph, node)]
    for (let inside = node; inside !== row; names.push(labelOf(graph, inside)))
      inside = graph.parentOf(inside)
    return names.reverse().join('.')
  }

  /** The fields of a dataset, outer ones before those inside them. */
  *fieldsOf(dataset: NodeIndex): Generator<string> {
    const { graph } = this.#extract
    const waiting = [...rowsOf(this.#tree, dataset)].reverse()
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (this.#extract.has(node)) yield this.fieldOf(node)!
      const row = this.#tree.rowOf[node]
      for (const child of graph.childrenOf(node)) if (this.#tree.rowOf[child] === row) waiting.push(child)
    }
  }
}
