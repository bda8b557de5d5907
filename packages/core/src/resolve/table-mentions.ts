import type { IdentifierIndex, Identifiers } from '../read/identifiers.ts'
import { UNSET, type Strings } from '../read/strings.ts'
import { Tuples } from '../read/tuples.ts'

/** The index of a distinct mention of a table: by an external table, by an external column of it, or by a query. */
export type MentionIndex = number

/** Where the parts stand in a tuple: the order of CATALOG_PARTS. */
export const [NAME, CLUSTER, DATABASE, SCHEMA] = [0, 1, 2, 3] as const
/** The parts that a mention may leave out. */
export const PARTS = [CLUSTER, DATABASE, SCHEMA] as const

/** What a mention says of a table, as texts. */
export interface TableParts {
  readonly cluster?: string | null | undefined
  readonly database?: string | null | undefined
  readonly schema?: string | null | undefined
  readonly table: string
}

/** The distinct tables that lineage mentions, as strings: [name, cluster, database, schema]. UNSET is not given. */
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

  /** The table that a query reads: its texts are taken into `strings`. */
  internParts(strings: Strings, parts: TableParts): MentionIndex {
    return this.tuples.intern(this.#tupleOf(parts, (text) => strings.intern(text)))
  }

  /** The mention with these parts and no others, or -1. */
  find(strings: Strings, parts: TableParts): MentionIndex {
    const tuple = this.#tupleOf(parts, (text) => strings.find(text))
    const isUnheard = (part: number, text: string | null | undefined) =>
      Boolean(text) && tuple[part] === UNSET
    const { cluster, database, schema, table } = parts
    if (isUnheard(NAME, table) || isUnheard(CLUSTER, cluster)) return UNSET
    if (isUnheard(DATABASE, database) || isUnheard(SCHEMA, schema)) return UNSET
    return this.tuples.find(tuple)
  }

  #tupleOf({ cluster, database, schema, table }: TableParts, indexOf: (text: string) => number): Int32Array {
    const given = (text: string | null | undefined): number => (text ? indexOf(text) : UNSET)
    this.#scratch[NAME] = indexOf(table)
    this.#scratch[CLUSTER] = given(cluster)
    this.#scratch[DATABASE] = given(database)
    this.#scratch[SCHEMA] = given(schema)
    return this.#scratch
  }
}
