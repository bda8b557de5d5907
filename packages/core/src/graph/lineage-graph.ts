import type { LineageIdentifier } from '../model/identifier.ts'
import type { LinePlace } from '../read/problem.ts'
import type { Run } from '../read/run.ts'
import type { IdentifierIndex } from '../read/identifiers.ts'
import type { StringIndex } from '../read/strings.ts'
import { NO_NODE, type NodeIndex, type NodeKind } from '../resolve/nodes.ts'
import type { Resolution } from '../resolve/resolve.ts'
import { CLUSTER, DATABASE, SCHEMA, type TableParts } from '../resolve/table-mentions.ts'
import { transposed, type Csr, type EdgeIndex } from './csr.ts'
import { placedParents } from './placed-parents.ts'
import { placesInQuery, readsOf, type EdgeRead, type ReadPlace } from './edge-reads.ts'
import { groupsOf, membersOf, type Groups } from '../resolve/groups.ts'

/** How lineage names a node: a query is none. */
export type NodeIdentifier = Exclude<LineageIdentifier, { type: 'tables_from_query' }>

/** A declared resource with the line that declares it. */
export interface Declaration {
  readonly file: string
  readonly line: number
  /** The line, or the row of a CSV file, as it stands there. */
  readonly text: string
}

/**
 * The lineage of a run: nodes and edges are integers, texts are interned, adjacency is compressed rows. Immutable. What it does not
 * hold (descriptions, owners) is read again from its line when somebody asks.
 * @example
 * ```ts
 * const node = graph.nodeOfId('public.orders')
 * if (node !== undefined) for (const next of rowOf(graph.out, node)) console.log(graph.idOf(next))
 * ```
 */
export class LineageGraph {
  readonly nodeCount: number
  /** Distinct edges. */
  readonly edgeCount: number
  /** What each node feeds. */
  readonly out: Csr
  /** The parent of each node, or -1. */
  readonly parents: Int32Array
  #in: Csr | undefined
  #children: Groups | undefined
  #placedParents: Int32Array | undefined
  #placedChildren: Groups | undefined
  /** By occurrence of an edge, its line. */
  readonly #lines: Uint32Array
  readonly #nodeOfKey = new Map<string, NodeIndex>()

  constructor(
    readonly run: Run,
    readonly resolution: Resolution,
  ) {
    const { nodes, lineage } = resolution
    const { edges, lines } = lineage
    this.nodeCount = nodes.length
    this.edgeCount = edges.size
    this.out = edges.rows
    this.parents = nodes.parents
    this.#lines = edges.occurrences.members.map((occurrence) => lines[occurrence]!)
  }

  /** What feeds each node: sorted when the first asks. */
  get in(): Csr {
    return (this.#in ??= transposed(this.out))
  }

  /** Whether it is declared, missing, or a table or column of another integration. */
  kindOf(node: NodeIndex): NodeKind {
    return this.resolution.nodes.kindOf(node)
  }

  /** The entity type of a declared resource, as declared; empty for what has none. */
  typeOf(node: NodeIndex): string {
    const known = this.resolution.nodes.types.of(node)
    if (known !== undefined) return known
    const declared = this.resourceOf(node)
    return declared < 0 ? '' : (this.run.strings.at(this.run.resources.type.at(declared)) ?? '')
  }

  /** The `databuilder_id` of a declared or missing resource; empty for external things. */
  idOf(node: NodeIndex): string {
    const kind = this.kindOf(node)
    return kind === 'resource' || kind === 'missing' ? this.#nameOf(node) : ''
  }

  /** What to call it: the title of a resource, the name of an external table or column. May be empty. */
  titleOf(node: NodeIndex): string {
    const declared = this.resourceOf(node)
    if (declared >= 0) return this.run.strings.at(this.run.resources.title.at(declared)) ?? ''
    return this.kindOf(node) === 'missing' ? '' : this.#nameOf(node)
  }

  /** The node's parent, or -1. */
  parentOf(node: NodeIndex): NodeIndex {
    return this.parents[node]!
  }

  /** The nodes whose parent it is, in their order: a view. */
  childrenOf(node: NodeIndex): Uint32Array {
    this.#children ??= groupsOf(this.nodeCount, this.parents)
    return membersOf(this.#children, node)
  }

  /** How many these are, without a view of them. */
  childCountOf(node: NodeIndex): number {
    const { starts } = (this.#children ??= groupsOf(this.nodeCount, this.parents))
    return starts[node + 1]! - starts[node]!
  }

  /** The parents by node, and of what is named and not declared what it is known to belong in: for pictures. */
  get placedParents(): Int32Array {
    return (this.#placedParents ??= placedParents(this.run, this.resolution.nodes))
  }

  /** The nodes that it holds in pictures: its children, and what is not declared and belongs in it. A view. */
  placedIn(node: NodeIndex): Uint32Array {
    this.#placedChildren ??= groupsOf(this.nodeCount, this.placedParents)
    return membersOf(this.#placedChildren, node)
  }

  /** The node that an edge leaves. */
  fromOf(edge: EdgeIndex): NodeIndex {
    return this.resolution.lineage.edges.from[edge]!
  }

  /** The node that an edge enters. */
  toOf(edge: EdgeIndex): NodeIndex {
    return this.resolution.lineage.edges.to[edge]!
  }

  /** The declared lines behind an edge, in their order, as indexes into `run.lineage`: a view. */
  linesOf(edge: EdgeIndex): Uint32Array {
    const { starts } = this.resolution.lineage.edges.occurrences
    return this.#lines.subarray(starts[edge], starts[edge + 1])
  }

  /** The first of them. */
  firstLineOf(edge: EdgeIndex): number {
    return this.#lines[this.resolution.lineage.edges.occurrences.starts[edge]!]!
  }

  /** The declaration of a resource that stands, as an index into `run.resources`, or -1. */
  resourceOf(node: NodeIndex): number {
    const { nodes } = this.resolution
    return nodes.kindOf(node) === 'resource' ? nodes.originOf(node) : -1
  }

  /** The resource with this id, declared or missing. */
  nodeOfId(id: string): NodeIndex | undefined {
    const name = this.run.strings.find(id)
    const node = name < 0 ? NO_NODE : this.nodeOfString(name)
    return node === NO_NODE ? undefined : node
  }

  /** The resource whose id this string is, or NO_NODE. */
  nodeOfString(id: StringIndex): NodeIndex {
    return this.resolution.nodes.ofId(id)
  }

  /** The node that an identifier means, or NO_NODE for a query: that is many, see `tablesOfQuery`. */
  nodeOfIdentifier(identifier: IdentifierIndex): NodeIndex {
    return this.resolution.nodeOfIdentifier[identifier]!
  }

  /** The node that a mention of a table means, by an external table or by a query; NO_NODE where nothing mentions these parts. */
  nodeOfTable(parts: TableParts): NodeIndex {
    const { mentions, tables } = this.resolution.externals
    return tables.nodeOf[mentions.find(this.run.strings, parts)] ?? NO_NODE
  }

  /** The SQL of a query of the run. */
  sqlOf(query: IdentifierIndex): string {
    return this.run.strings.get(this.run.identifiers.nameOf(query))
  }

  /** Every place at which a query of the run names a table that it reads, in the order of the SQL. */
  placesInQuery(query: IdentifierIndex): ReadPlace[] {
    return placesInQuery(this.resolution, query)
  }

  /** The tables that a query of the run reads, each once, in the order in which they first stand in it. */
  tablesOfQuery(query: IdentifierIndex): NodeIndex[] {
    return [...new Set(this.placesInQuery(query).map(({ node }) => node))]
  }

  /** Where the queries behind an edge name the table that it leaves: nothing where no query does. */
  readsOf(edge: EdgeIndex): EdgeRead[] {
    return readsOf(this.run, this.resolution, this.linesOf(edge), this.fromOf(edge))
  }

  /** The identifier by which lineage would name the node most fully. */
  identifierOf(node: NodeIndex): NodeIdentifier {
    const name = this.#nameOf(node)
    switch (this.kindOf(node)) {
      case 'resource':
      case 'missing':
        return { type: 'internal_resource', databuilder_id: name }
      case 'external_table':
        return { type: 'external_table', ...this.placePartsOf(node), table: name }
      case 'external_column': {
        const table = this.parentOf(node)
        return {
          type: 'external_column',
          ...this.placePartsOf(table),
          table: this.titleOf(table),
          column: name,
        }
      }
    }
  }

  /** A name that no other node of the run has and that stays from run to run: for links and files. */
  keyOf(node: NodeIndex): string {
    const kind = this.kindOf(node)
    if (kind === 'resource' || kind === 'missing') return ID_KEY + this.#nameOf(node)
    if (kind === 'external_column')
      return `column:${JSON.stringify([this.keyOf(this.parentOf(node)), this.#nameOf(node)])}`
    const { cluster, database, schema } = this.placePartsOf(node)
    const sort = this.#isMeantByItsName(node) ? 'table' : 'catalog'
    return `${sort}:${JSON.stringify([cluster ?? null, database ?? null, schema ?? null, this.#nameOf(node)])}`
  }

  /** The node that a key names, as far as this run has it. */
  nodeOfKey(key: string): NodeIndex | undefined {
    const id = idOfKey(key)
    if (id !== undefined) return this.nodeOfId(id)
    if (this.#nodeOfKey.size === 0)
      for (let node = 0; node < this.nodeCount; node++)
        if (this.idOf(node) === '') this.#nodeOfKey.set(this.keyOf(node), node)
    return this.#nodeOfKey.get(key)
  }

  /** Where a resource is declared; undefined for what is not. */
  placeOf(node: NodeIndex): { readonly file: string; readonly line: number } | undefined {
    const declared = this.resourceOf(node)
    return declared < 0 ? undefined : this.#named(this.run.placeOfResource(declared))
  }

  /** The places of the lines behind an edge. */
  placesOf(edge: EdgeIndex): { readonly file: string; readonly line: number }[] {
    return Array.from(this.linesOf(edge), (line) => this.#named(this.run.placeOfLineage(line)))
  }

  /** The line that declares a resource, read again; undefined for what is not declared and where the file has changed since. */
  declarationOf(node: NodeIndex): Declaration | undefined {
    const place = this.placeOf(node)
    const text = place && this.run.textAt(this.run.placeOfResource(this.resourceOf(node)))
    return text === undefined ? undefined : { ...place!, text }
  }

  /** Whether it is what its own parts mean: where several tables fit them, a table of the catalogs is not. */
  #isMeantByItsName(table: NodeIndex): boolean {
    const { nodes, externals } = this.resolution
    return externals.tables.nodeOf[nodes.originOf(table)] === table
  }

  #named({ file, line }: LinePlace): { file: string; line: number } {
    return { file: this.run.files[file]!.name, line }
  }

  #nameOf(node: NodeIndex): string {
    return this.run.strings.get(this.resolution.nodes.nameOf(node))
  }

  /** The parts of a table beside its name, as far as they are given: a declared one has no cluster. */
  placePartsOf(table: NodeIndex): { cluster?: string; database?: string; schema?: string } {
    const { strings, resources } = this.run
    const declared = this.resourceOf(table)
    const mentions = this.resolution.externals.mentions.tuples
    const mention = this.resolution.nodes.originOf(table)
    const cluster = declared < 0 ? strings.at(mentions.get(mention, CLUSTER)) : undefined
    const database = strings.at(
      declared < 0 ? mentions.get(mention, DATABASE) : resources.database.at(declared),
    )
    const schema = strings.at(declared < 0 ? mentions.get(mention, SCHEMA) : resources.schema.at(declared))
    return {
      ...(cluster !== undefined && { cluster }),
      ...(database !== undefined && { database }),
      ...(schema !== undefined && { schema }),
    }
  }
}

const ID_KEY = 'id:'

/** The id of the resource, declared or missing, that has this key; undefined for the key of anything else. */
export const idOfKey = (key: string): string | undefined =>
  key.startsWith(ID_KEY) ? key.slice(ID_KEY.length) : undefined
