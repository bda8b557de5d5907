import { IDENTIFIER_TYPES, type IdentifierType, type LineageIdentifier } from '../model/identifier.ts'
import { UNSET, type StringIndex, type Strings } from './strings.ts'
import { Tuples, type TupleIndex } from './tuples.ts'

/** The index of a distinct lineage identifier. */
export type IdentifierIndex = TupleIndex

/** Where each part stands in a tuple. Only the parts that the type has are set; those that are not given are UNSET. */
const TYPE = 0
const NAME = 1
const CLUSTER = 2
const DATABASE = 3
const SCHEMA = 4
const COLUMN = 5

/** Every distinct identifier that lineage names, once, as six integers. Equal parts make an equal identifier. */
export class Identifiers {
  readonly #strings: Strings
  readonly #tuples = new Tuples(6)
  readonly #scratch = new Int32Array(6)

  constructor(strings: Strings) {
    this.#strings = strings
  }

  get size(): number {
    return this.#tuples.size
  }

  /** The index of `identifier`, which is taken in if it is new. An empty part counts as not given. */
  intern(identifier: LineageIdentifier): IdentifierIndex {
    return this.#tuples.intern(this.#tupleOf(identifier, (text) => this.#strings.intern(text)))
  }

  /** The index of `identifier`, or -1 where nothing names it. */
  find(identifier: LineageIdentifier): IdentifierIndex {
    return this.#tuples.find(this.#tupleOf(identifier, (text) => this.#strings.find(text)))
  }

  /** Takes in identifier `index` of another table, whose strings have the indexes `strings` here. */
  internFrom(other: Identifiers, index: IdentifierIndex, strings: Int32Array): IdentifierIndex {
    const tuple = this.#scratch
    tuple[TYPE] = other.#tuples.get(index, TYPE)
    for (let part = NAME; part <= COLUMN; part++) {
      const text = other.#tuples.get(index, part)
      tuple[part] = text === UNSET ? UNSET : strings[text]!
    }
    return this.#tuples.intern(tuple)
  }

  typeOf(index: IdentifierIndex): IdentifierType {
    return IDENTIFIER_TYPES[this.#tuples.get(index, TYPE)]!
  }

  /** The id, the table's name or the SQL, as the type has it. */
  nameOf(index: IdentifierIndex): StringIndex {
    return this.#tuples.get(index, NAME)
  }

  clusterOf(index: IdentifierIndex): StringIndex {
    return this.#tuples.get(index, CLUSTER)
  }

  databaseOf(index: IdentifierIndex): StringIndex {
    return this.#tuples.get(index, DATABASE)
  }

  schemaOf(index: IdentifierIndex): StringIndex {
    return this.#tuples.get(index, SCHEMA)
  }

  columnOf(index: IdentifierIndex): StringIndex {
    return this.#tuples.get(index, COLUMN)
  }

  /** The identifier as it would be declared: the parts that are given, and no others. */
  get(index: IdentifierIndex): LineageIdentifier {
    const name = this.#strings.get(this.nameOf(index))
    const type = this.typeOf(index)
    switch (type) {
      case 'internal_resource':
        return { type, databuilder_id: name }
      case 'tables_from_query':
        return { type, sql: name }
      case 'external_table':
        return { type, ...this.#placeOf(index), table: name }
      case 'external_column':
        return { type, ...this.#placeOf(index), table: name, column: this.#strings.get(this.columnOf(index)) }
    }
  }

  #placeOf(index: IdentifierIndex): { cluster?: string; database?: string; schema?: string } {
    const cluster = this.#strings.at(this.clusterOf(index))
    const database = this.#strings.at(this.databaseOf(index))
    const schema = this.#strings.at(this.schemaOf(index))
    return {
      ...(cluster !== undefined && { cluster }),
      ...(database !== undefined && { database }),
      ...(schema !== undefined && { schema }),
    }
  }

  #tupleOf(identifier: LineageIdentifier, indexOf: (text: string) => StringIndex): Int32Array {
    const part = (text: string | null | undefined): StringIndex => (text ? indexOf(text) : UNSET)
    const tuple = this.#scratch.fill(UNSET)
    tuple[TYPE] = IDENTIFIER_TYPES.indexOf(identifier.type)
    switch (identifier.type) {
      case 'internal_resource':
        tuple[NAME] = indexOf(identifier.databuilder_id)
        break
      case 'tables_from_query':
        tuple[NAME] = indexOf(identifier.sql)
        break
      case 'external_table':
      case 'external_column':
        tuple[NAME] = indexOf(identifier.table)
        tuple[CLUSTER] = part(identifier.cluster)
        tuple[DATABASE] = part(identifier.database)
        tuple[SCHEMA] = part(identifier.schema)
        if (identifier.type === 'external_column') tuple[COLUMN] = indexOf(identifier.column)
    }
    return tuple
  }
}
