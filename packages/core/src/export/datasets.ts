import { CardLineage } from '../graph/card-lineage.ts'
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
  readonly #cards: CardLineage
  readonly #namespace: string

  /** @param namespace of tables that name no cluster. */
  constructor(extract: Extract, namespace: string) {
    this.#extract = extract
    this.#cards = new CardLineage(extract.graph)
    this.#namespace = namespace
  }

  /** Every dataset that something feeds, with what does. */
  *fed(): Generator<{ readonly to: NodeIndex; readonly feeds: readonly Feed[] }> {
    const { nodeCount } = this.#extract.graph
    for (let to = 0; to < nodeCount; to++) {
      if (this.#cards.cardOf(to) !== to) continue
      const feeds = this.#feedsOf(to)
      if (feeds.length > 0) yield { to, feeds }
    }
  }

  #feedsOf(to: NodeIndex): Feed[] {
    const { graph } = this.#extract
    const isTaken = (edge: EdgeIndex): boolean =>
      this.#extract.has(graph.fromOf(edge)) && this.#extract.has(graph.toOf(edge))
    const feeds = Array.from(this.#cards.pairsInto(to), ({ from, edges }) => ({
      from,
      edges: edges.filter(isTaken),
    }))
    return feeds.filter(({ edges }) => edges.length > 0)
  }

  /** A table by its parts, as others name it who know it from the database; anything else by its id, which only this run knows. */
  nameOf(dataset: NodeIndex): DatasetName {
    const { graph } = this.#extract
    const isTable = graph.kindOf(dataset) === 'external_table' || graph.typeOf(dataset) === 'table'
    if (!isTable) return { namespace: OWN_NAMESPACE, name: graph.idOf(dataset) || graph.keyOf(dataset) }
    const { cluster, database, schema } = graph.placePartsOf(dataset)
    const parts = [database, schema, labelOf(graph, dataset)]
    return {
      namespace: cluster ?? this.#namespace,
      name: parts.filter((part) => part !== undefined).join('.'),
    }
  }

  /** The name of a column in its dataset, with those of the columns that it is inside; undefined for what is a dataset itself. */
  fieldOf(node: NodeIndex): string | undefined {
    const way = this.#cards.wayTo(node)
    return way.length === 0 ? undefined : way.map((column) => labelOf(this.#extract.graph, column)).join('.')
  }

  /** The fields of a dataset, outer ones before those inside them. */
  *fieldsOf(dataset: NodeIndex): Generator<string> {
    const waiting = this.#cards.columnsOf(dataset).reverse()
    for (let column = waiting.pop(); column !== undefined; column = waiting.pop()) {
      const field = this.fieldOf(column)
      if (field !== undefined && this.#extract.has(column)) yield field
      waiting.push(...this.#cards.columnsInside(column).reverse())
    }
  }
}
