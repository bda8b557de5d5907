import type { IdentifierIndex, Identifiers } from '../read/identifiers.ts'
import { Tuples } from '../read/tuples.ts'

/** The index of a distinct mention of a table: by an external table, or by an external column of it. */
export type MentionIndex = number

export const [NAME, CLUSTER, DATABASE, SCHEMA] = [0, 1, 2, 3] as const
/** The parts that a mention may leave out. */
export const PARTS = [CLUSTER, DATABASE, SCHEMA] as const

/** The distinct tables that external identifiers mention, as strings: [name, cluster, database, schema]. */
export class TableMentions {
  readonly tuples = new Tuples(4)
  readonly #scratch = new Int32Array(4)

  /** The table that an external identifier mentions. */
  intern(identifiers: Identifiers, identifier: IdentifierIndex): MentionIndex {
    this.#scratch[NAME] = identifiers.nameOf(identifier)
    this.#scratch[CLUSTER] = identifiers.clusterOf(identifier)
    this.#scratch[DATABASE] = identifiers.databaseOf(identifier)
    this.#scratch[SCHEMA] = identifiers.schemaOf(identifier)
    return this.tuples.intern(this.#scratch)
  }
}
