import { IDENTIFIER_TYPES } from '../../model/identifier.ts'
import { FIELD_KINDS, RESOURCE_FIELDS } from '../../model/resource.ts'
import { NOT_KNOWN, type Batch } from '../batch.ts'
import type { Bytes } from '../bytes.ts'
import { isUnsetIfEmpty } from '../content.ts'
import { ContentHash, ListHash } from '../content-hash.ts'
import type { IdentifierIndex } from '../identifiers.ts'
import { UNSET, type StringIndex, type Strings } from '../strings.ts'
import type { Cursor } from './cursor.ts'
import { isPlainTime } from './plain-time.ts'
import {
  FROM,
  KNOWN_PARTS,
  NAME_PARTS,
  NEXT_END,
  partOf,
  PARTS,
  REQUIRED_PARTS,
  SLOTS,
  slotOf,
  TO,
  TYPES,
} from './slots.ts'

const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d

const KINDS = [
  ...RESOURCE_FIELDS.map((field) => FIELD_KINDS[field]),
  ...[...PARTS, ...PARTS].map(() => 'part' as const),
]
const UNSET_IF_EMPTY = RESOURCE_FIELDS.map(isUnsetIfEmpty)

const ID = slotOf('databuilder_id')
const TYPE = slotOf('entity_type')
const PARENT = slotOf('parent_databuilder_id')
const TITLE = slotOf('title')
const SCHEMA = slotOf('schema')
const DATABASE = slotOf('database')
const GROUP = slotOf('group')
const PRODUCT = slotOf('product')

const INTERNAL = IDENTIFIER_TYPES.indexOf('internal_resource')
const CLUSTER_PART = partOf('cluster')
const DATABASE_PART = partOf('database')
const SCHEMA_PART = partOf('schema')
const COLUMN_PART = partOf('column')

/** The fields of lineage, as bits behind those of a resource. */
export const FROM_FIELD = RESOURCE_FIELDS.length
export const TO_FIELD = FROM_FIELD + 1
const EDGE = (1 << FROM_FIELD) | (1 << TO_FIELD)

/** What has been read of a line so far. */
export class PlainLine {
  /** The fields that have been named, a bit each: twice is no plain line. */
  fields = 0
  /** The same of the parts of both identifiers, and their types. */
  ends = 0
  readonly content = new ContentHash()
  /** The slots that have a value, a bit each, and where its text stands, with its hash. */
  #valued = 0
  readonly #starts = new Int32Array(SLOTS)
  readonly #ends = new Int32Array(SLOTS)
  readonly #hashes = new Int32Array(SLOTS)
  readonly #list = new ListHash()
  #order = NaN

  clear(): void {
    this.fields = this.ends = this.#valued = 0
    this.content.clear()
    this.#order = NaN
  }

  /** Reads the value of a slot; says no where it is not of its type, or is a time in another form than the usual. */
  read(slot: number, cursor: Cursor): boolean {
    switch (KINDS[slot]!) {
      case 'part':
        if (!cursor.string()) return false
        break
      case 'text':
      case 'id':
        if (!cursor.string()) return false
        if (cursor.start < cursor.end || !UNSET_IF_EMPTY[slot])
          this.content.add(slot, cursor.high, cursor.low)
        break
      case 'time':
        if (!cursor.string() || !isPlainTime(cursor.text.bytes, cursor.start, cursor.end)) return false
        this.content.add(slot, cursor.high, cursor.low)
        return true
      case 'integer':
        if (!cursor.integer()) return false
        this.#order = cursor.number()
        this.content.add(slot, cursor.high, cursor.low)
        return true
      case 'list':
        return this.#readList(slot, cursor)
      case 'flag':
        return false // `true` and `false` are read as the names are
    }
    if (cursor.start < cursor.end) this.#valued |= 1 << slot
    this.#starts[slot] = cursor.start
    this.#ends[slot] = cursor.end
    this.#hashes[slot] = cursor.high
    return true
  }

  #readList(slot: number, cursor: Cursor): boolean {
    if (!cursor.token(OPEN_BRACKET)) return false
    this.#list.clear()
    for (let more = cursor.next(CLOSE_BRACKET) === 0 ? 0 : 1; more > 0;) {
      if (!cursor.string()) return false
      this.#list.add(cursor.high, cursor.low)
      more = cursor.next(CLOSE_BRACKET)
      if (more < 0) return false
    }
    this.content.add(slot, this.#list.high, this.#list.low)
    return true
  }

  /** Takes the line into a batch: what it declares stands on the line that the batch has come to. Says no where it declares nothing whole. */
  push(cursor: Cursor, batch: Batch, offset: number): boolean {
    if (this.fields === EDGE) {
      if (!this.#isIdentifier(FROM, this.ends) || !this.#isIdentifier(TO, this.ends >>> NEXT_END))
        return false
      this.#pushEdge(cursor, batch, offset)
      return true
    }
    if (this.fields >= 1 << FROM_FIELD || (this.#valued & (1 << ID)) === 0) return false
    this.#pushResource(cursor, batch, offset)
    return true
  }

  #pushResource(cursor: Cursor, { resources, strings, lineCount }: Batch, offset: number): void {
    const { text } = cursor
    resources.line.push(lineCount)
    resources.offset.push(offset)
    resources.id.push(this.#textOf(ID, text, strings))
    resources.idStart.push(this.#startOf(ID, cursor))
    resources.type.push(this.#textOf(TYPE, text, strings))
    resources.parent.push(this.#textOf(PARENT, text, strings))
    resources.title.push(this.#textOf(TITLE, text, strings))
    resources.schema.push(this.#textOf(SCHEMA, text, strings))
    resources.database.push(this.#textOf(DATABASE, text, strings))
    resources.group.push(this.#textOf(GROUP, text, strings))
    resources.product.push(this.#textOf(PRODUCT, text, strings))
    resources.order.push(this.#order)
    resources.contentHigh.push(this.content.high)
    resources.contentLow.push(this.content.low)
  }

  #textOf(slot: number, text: Bytes, strings: Strings): StringIndex {
    if ((this.#valued & (1 << slot)) === 0) return UNSET
    return strings.internBytes(text, this.#starts[slot]!, this.#ends[slot]!, this.#hashes[slot]!)
  }

  #pushEdge(cursor: Cursor, batch: Batch, offset: number): void {
    const { lineage, lineCount } = batch
    lineage.line.push(lineCount)
    lineage.offset.push(offset)
    lineage.from.push(this.#intern(FROM, this.ends, cursor, batch))
    lineage.to.push(this.#intern(TO, this.ends >>> NEXT_END, cursor, batch))
    lineage.fromStart.push(this.#startOf(FROM + nameIn(this.ends), cursor))
    lineage.toStart.push(this.#startOf(TO + nameIn(this.ends >>> NEXT_END), cursor))
  }

  /** Where the text of a slot begins in its line, in which a byte is a unit. */
  #startOf(slot: number, cursor: Cursor): number {
    return cursor.isAscii ? this.#starts[slot]! - cursor.lineStart : NOT_KNOWN
  }

  /** Whether an identifier has a type, all parts that this must have, and no others than it may have. */
  #isIdentifier(first: number, named: number): boolean {
    const type = typeIn(named)
    if (type < 0) return false
    const required = REQUIRED_PARTS[type]!
    const parts = named & ((1 << TYPES) - 1)
    return ((this.#valued >>> first) & required) === required && (parts & ~KNOWN_PARTS[type]!) === 0
  }

  #intern(first: number, named: number, { text }: Cursor, batch: Batch): IdentifierIndex {
    const { identifiers, strings } = batch
    const type = typeIn(named)
    const name = this.#textOf(first + nameIn(named), text, strings)
    if (type === INTERNAL) return identifiers.internInternal(name)
    return identifiers.internParts(
      type,
      name,
      this.#textOf(first + CLUSTER_PART, text, strings),
      this.#textOf(first + DATABASE_PART, text, strings),
      this.#textOf(first + SCHEMA_PART, text, strings),
      this.#textOf(first + COLUMN_PART, text, strings),
    )
  }
}

/** The type among the bits of an identifier; -1 where there is none, or more than one. */
function typeIn(named: number): number {
  const types = (named >>> TYPES) & ((1 << IDENTIFIER_TYPES.length) - 1)
  return (types & (types - 1)) === 0 ? 31 - Math.clz32(types) : -1
}

/** The part that names an identifier, by its bits. */
const nameIn = (named: number): number => NAME_PARTS[typeIn(named)]!
