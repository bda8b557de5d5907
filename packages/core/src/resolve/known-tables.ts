import type { Catalog } from '../read/catalog.ts'
import type { Run } from '../read/run.ts'
import { UNSET, type StringIndex } from '../read/strings.ts'
import { Tuples } from '../read/tuples.ts'
import { Lists } from './lists.ts'
import type { NodeIndex, Nodes } from './nodes.ts'
import { CLUSTER, DATABASE, NAME, SCHEMA } from './table-mentions.ts'

/** A table that a mention may mean: the node of one that the run declares, or `~index` of one in the catalogs. */
export type TableRef = number

/** The tables that are known: those that the run declares, and those of the catalogs that are not declared as well. */
export class KnownTables {
  readonly #run: Run
  readonly #nodes: Nodes
  readonly #catalog: Catalog | undefined
  readonly #declared: DeclaredTables | undefined
  readonly #tuple = new Int32Array(4)

  constructor(run: Run, nodes: Nodes) {
    this.#run = run
    this.#nodes = nodes
    this.#catalog = run.catalog?.tables.size ? run.catalog : undefined
    if (this.#catalog) this.#declared = new DeclaredTables(this)
  }

  /**
   * Hands over each table with a name that is wanted, and its parts in the order of mentions. The tuple is written anew for the next
   * one.
   */
  visit(isWanted: (name: StringIndex) => boolean, see: (table: TableRef, parts: Int32Array) => void): void {
    this.visitDeclared((node, parts) => {
      if (isWanted(parts[NAME]!)) see(node, parts)
    })
    const tables = this.#catalog?.tables
    for (let table = 0; tables && table < tables.size; table++) {
      if (!isWanted(tables.get(table, NAME))) continue
      const parts = tables.row(table)
      if (this.#declared!.equalTo(parts).length === 0) see(~table, parts)
    }
  }

  /** Hands over the tables that the run declares. One without a title has no name to be mentioned by. */
  visitDeclared(see: (node: NodeIndex, parts: Int32Array) => void): void {
    const { resources } = this.#run
    const tuple = this.#tuple
    for (const node of this.#nodes.types.nodesOf('table')) {
      const declared = this.#nodes.originOf(node)
      tuple[NAME] = resources.title.at(declared)
      tuple[CLUSTER] = UNSET
      tuple[DATABASE] = resources.database.at(declared)
      tuple[SCHEMA] = resources.schema.at(declared)
      if (tuple[NAME] !== UNSET) see(node, tuple)
    }
  }

  /** The declared tables that a table of the catalogs is: those that equal it in all parts, the cluster aside. */
  declaredAs(table: number): readonly NodeIndex[] {
    return this.#declared?.equalTo(this.#catalog!.tables.row(table)) ?? []
  }
}

/** Declared tables by name, database and schema. */
class DeclaredTables {
  readonly #keys = new Tuples(3)
  readonly #key = new Int32Array(3)
  readonly #nodes = new Lists()

  constructor(known: KnownTables) {
    known.visitDeclared((node, parts) => this.#nodes.add(this.#keys.intern(this.#keyOf(parts)), node))
  }

  equalTo(parts: Int32Array): readonly NodeIndex[] {
    return this.#nodes.of(this.#keys.find(this.#keyOf(parts)))
  }

  #keyOf(parts: Int32Array): Int32Array {
    this.#key[0] = parts[NAME]!
    this.#key[1] = parts[DATABASE]!
    this.#key[2] = parts[SCHEMA]!
    return this.#key
  }
}
