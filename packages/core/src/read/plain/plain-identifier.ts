import { IDENTIFIER_FIELDS, IDENTIFIER_TYPES } from '../../model/identifier.ts'
import type { IdentifierIndex } from '../identifiers.ts'
import type { Batch } from '../batch.ts'
import { UNSET } from '../strings.ts'
import type { Cursor } from './cursor.ts'
import { Names } from './names.ts'
import { Spans } from './spans.ts'
import { Words } from './words.ts'

const OPEN_BRACE = 0x7b

const TYPE = 'type'
const FIELDS = ['databuilder_id', 'cluster', 'database', 'schema', 'table', 'column', 'sql', TYPE] as const
type Field = (typeof FIELDS)[number]
const indexOf = (field: Field): number => FIELDS.indexOf(field)
const [CLUSTER, DATABASE, SCHEMA, COLUMN] = [
  indexOf('cluster'),
  indexOf('database'),
  indexOf('schema'),
  indexOf('column'),
]
const TYPE_FIELD = indexOf(TYPE)

const INTERNAL = IDENTIFIER_TYPES.indexOf('internal_resource')

/** A set of fields, a bit each. */
const setOf = (fields: readonly string[]): number =>
  fields.reduce((set, field) => set | (1 << indexOf(field as Field)), 0)

/** By type: the fields that it must have, and all that it may have. */
const REQUIRED = IDENTIFIER_TYPES.map((type) => setOf([...IDENTIFIER_FIELDS[type].required, TYPE]))
const KNOWN = IDENTIFIER_TYPES.map((type, i) => REQUIRED[i]! | setOf(IDENTIFIER_FIELDS[type].optional))
/** By type: the field that names it. */
const NAME = IDENTIFIER_TYPES.map((type) => indexOf(IDENTIFIER_FIELDS[type].required[0] as Field))

/** One end of lineage, read from its bytes. */
export class PlainIdentifier {
  readonly #names = new Names(FIELDS)
  readonly #types = new Words(IDENTIFIER_TYPES.map((type) => `"${type}"`))
  readonly #spans = new Spans(FIELDS.length)
  #seen = 0
  #type = 0

  /** Reads an identifier; says no where it is not a valid one with the fields of its type alone. */
  read(cursor: Cursor): boolean {
    if (!cursor.token(OPEN_BRACE)) return false
    this.#seen = 0
    let field = -1
    for (let more = 1; more > 0;) {
      field = this.#names.read(cursor, field)
      if (field < 0 || (this.#seen & (1 << field)) !== 0) return false
      this.#seen |= 1 << field
      if (field === TYPE_FIELD) {
        const type = this.#types.find(cursor, this.#type)
        if (type < 0) return false
        this.#type = type
        cursor.pass(this.#types.lengthOf(type))
      } else if (cursor.string()) this.#spans.keep(field, cursor)
      else if (cursor.null()) this.#spans.drop(field)
      else return false
      more = cursor.next()
      if (more < 0) return false
    }
    return this.#isValid()
  }

  /** Reads the id of an internal resource, as the older form has it. */
  readId(cursor: Cursor): boolean {
    if (!cursor.string()) return false
    this.#type = INTERNAL
    this.#seen = REQUIRED[this.#type]!
    this.#spans.keep(NAME[this.#type]!, cursor)
    return this.#isValid()
  }

  #isValid(): boolean {
    const required = REQUIRED[this.#type]!
    if ((this.#seen & required) !== required || (this.#seen & ~KNOWN[this.#type]!) !== 0) return false
    if (this.#spans.isEmpty(NAME[this.#type]!)) return false
    return (required & (1 << COLUMN)) === 0 || !this.#spans.isEmpty(COLUMN)
  }

  /** Takes the identifier into a batch. */
  intern(cursor: Cursor, { identifiers, strings }: Batch): IdentifierIndex {
    const part = (field: number): number =>
      (this.#seen & (1 << field)) === 0 ? UNSET : this.#spans.intern(field, cursor, strings)
    if (this.#type === INTERNAL) return identifiers.internInternal(part(NAME[INTERNAL]!))
    return identifiers.internParts(
      this.#type,
      part(NAME[this.#type]!),
      part(CLUSTER),
      part(DATABASE),
      part(SCHEMA),
      part(COLUMN),
    )
  }
}
