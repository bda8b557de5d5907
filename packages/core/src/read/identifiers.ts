import { IDENTIFIER_TYPES, type IdentifierType, type LineageIdentifier } from '../model/identifier.ts'
import { Column } from './column.ts'
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

const WIDTH = 6

const INTERNAL = IDENTIFIER_TYPES.indexOf('internal_resource')

/** Every distinct identifier that lineage names, once, as six integers. Equal parts make an equal identifier. */
export class Identifiers {
  readonly #strings: Strings
  #parts: Int32Array = new Int32Array(WIDTH << 7)
  #size = 0
  /** The internal ones, which are most, by the index of their id. */
  #internals: Int32Array = new Int32Array(1 << 8).fill(-1)
  /** The others, and beside them their indexes here. */
  readonly #others = new Tuples(WIDTH)
  readonly #indexes = Column.ints()
  readonly #scratch = new Int32Array(WIDTH)

  constructor(strings: Strings) {
    this.#strings = strings
  }

  get size(): number {
    return this.#size
  }

  /** The index of `identifier`, which is taken in if it is new. An empty part counts as not given. */
  intern(identifier: LineageIdentifier): IdentifierIndex {
    return this.#intern(this.#tupleOf(identifier, (text) => this.#strings.intern(text)))
  }

  /** The index of `identifier`, or -1 where nothing names it. */
  find(identifier: LineageIdentifier): IdentifierIndex {
    const tuple = this.#tupleOf(identifier, (text) => this.#strings.find(text))
    if (tuple[TYPE] === INTERNAL) return this.#internals[tuple[NAME]!] ?? -1
    const other = this.#others.find(tuple)
    return other < 0 ? -1 : this.#indexes.at(other)
  }

  /** The index of an internal resource, by that of its id. */
  internInternal(id: StringIndex): IdentifierIndex {
    const known = this.#internals[id]
    if (known !== undefined && known >= 0) return known
    const index = this.#addInternal(id)
    if (id >= this.#internals.length) this.#internals = longer(this.#internals, id + 1)
    this.#internals[id] = index
    return index
  }

  /** The index of any other, by that of its type among all and those of its texts, UNSET where a part is not given. */
  internParts(
    type: number,
    name: StringIndex,
    cluster: StringIndex,
    database: StringIndex,
    schema: StringIndex,
    column: StringIndex,
  ): IdentifierIndex {
    const tuple = this.#scratch
    tuple[TYPE] = type
    tuple[NAME] = name
    tuple[CLUSTER] = cluster
    tuple[DATABASE] = database
    tuple[SCHEMA] = schema
    tuple[COLUMN] = column
    return this.#intern(tuple)
  }

  /**
   * Takes in all identifiers of another table.
   * @param strings the indexes of its texts here, as `internAll` of the strings gives them.
   * @returns their indexes here.
   */
  internAll(other: Identifiers, strings: Int32Array): Int32Array {
    const indexes = new Int32Array(other.#size)
    const parts = other.#parts
    const tuple = this.#scratch
    for (let i = 0, at = 0; i < indexes.length; i++, at += WIDTH) {
      const type = parts[at + TYPE]!
      const name = strings[parts[at + NAME]! + 1]!
      if (type === INTERNAL) {
        indexes[i] = this.internInternal(name)
        continue
      }
      tuple[TYPE] = type
      for (let part = NAME; part <= COLUMN; part++) tuple[part] = strings[parts[at + part]! + 1]!
      indexes[i] = this.#intern(tuple)
    }
    return indexes
  }

  /** All identifiers, as an array that another thread can be given. */
  parts(): Int32Array {
    return this.#parts.slice(0, this.#size * WIDTH)
  }

  /** Takes such an array for its own, in place of what it held. It can be taken over by `internAll` then, not looked for. */
  adopt(parts: Int32Array): void {
    this.#parts = parts
    this.#size = parts.length / WIDTH
  }

  /** Lets go of all identifiers, not of the room for them. */
  clear(): void {
    this.#size = 0
    this.#internals.fill(-1)
    this.#others.clear()
    this.#indexes.clear()
  }

  #intern(tuple: Int32Array): IdentifierIndex {
    if (tuple[TYPE] === INTERNAL) return this.internInternal(tuple[NAME]!)
    const other = this.#others.intern(tuple)
    if (other === this.#indexes.length) this.#indexes.push(this.#add(tuple))
    return this.#indexes.at(other)
  }

  #addInternal(id: StringIndex): IdentifierIndex {
    const tuple = this.#scratch
    tuple[TYPE] = INTERNAL
    tuple[NAME] = id
    for (let part = CLUSTER; part < WIDTH; part++) tuple[part] = UNSET
    return this.#add(tuple)
  }

  #add(tuple: Int32Array): IdentifierIndex {
    const index = this.#size++
    const at = index * WIDTH
    if (at + WIDTH > this.#parts.length) {
      const larger = new Int32Array(this.#parts.length * 2)
      larger.set(this.#parts)
      this.#parts = larger
    }
    for (let part = TYPE; part < WIDTH; part++) this.#parts[at + part] = tuple[part]!
    return index
  }

  typeOf(index: IdentifierIndex): IdentifierType {
    return IDENTIFIER_TYPES[this.#parts[index * WIDTH + TYPE]!]!
  }

  /** The id, the table's name or the SQL, as the type has it. */
  nameOf(index: IdentifierIndex): StringIndex {
    return this.#parts[index * WIDTH + NAME]!
  }

  clusterOf(index: IdentifierIndex): StringIndex {
    return this.#parts[index * WIDTH + CLUSTER]!
  }

  databaseOf(index: IdentifierIndex): StringIndex {
    return this.#parts[index * WIDTH + DATABASE]!
  }

  schemaOf(index: IdentifierIndex): StringIndex {
    return this.#parts[index * WIDTH + SCHEMA]!
  }

  columnOf(index: IdentifierIndex): StringIndex {
    return this.#parts[index * WIDTH + COLUMN]!
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

/** A longer array, -1 in what is new. */
function longer(old: Int32Array, length: number): Int32Array {
  const larger = new Int32Array(Math.max(length, old.length * 2)).fill(-1, old.length)
  larger.set(old)
  return larger
}
