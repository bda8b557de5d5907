import { UNSET, type StringIndex } from '../read/strings.ts'
import { Tuples } from '../read/tuples.ts'
import type { NodeIndex } from './nodes.ts'

/** Stands for a part that a mention does not give: it fits anything. */
const ANY = -2

/**
 * Tables by name, schema and database. A table is filed under each choice of its parts that a mention may give, so that
 * finding all that fit is one look-up, however many tables share a name.
 */
export class TableIndex {
  readonly #keys = new Tuples(3)
  readonly #tables: NodeIndex[][] = []
  readonly #key = new Int32Array(3)

  /** A part that is UNSET, because the table has none, fits only a mention that does not give it. */
  add(table: NodeIndex, name: StringIndex, schema: StringIndex, database: StringIndex): void {
    for (const givenSchema of schema === UNSET ? [ANY] : [schema, ANY])
      for (const givenDatabase of database === UNSET ? [ANY] : [database, ANY]) {
        const key = this.#keys.intern(this.#keyOf(name, givenSchema, givenDatabase))
        ;(this.#tables[key] ??= []).push(table)
      }
  }

  /** The tables that have every part that is given; UNSET is not given. */
  find(name: StringIndex, schema: StringIndex, database: StringIndex): readonly NodeIndex[] {
    const key = this.#keys.find(
      this.#keyOf(name, schema === UNSET ? ANY : schema, database === UNSET ? ANY : database),
    )
    return this.#tables[key] ?? []
  }

  #keyOf(name: number, schema: number, database: number): Int32Array {
    this.#key[0] = name
    this.#key[1] = schema
    this.#key[2] = database
    return this.#key
  }
}
