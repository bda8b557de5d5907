import { FIELD_KINDS, RESOURCE_FIELDS, type ResourceField } from '../../model/resource.ts'
import type { Batch } from '../batch.ts'
import { isUnsetIfEmpty } from '../content.ts'
import { ContentHash, ListHash, TRUE_HASH } from '../content-hash.ts'
import { UNSET } from '../strings.ts'
import type { Cursor } from './cursor.ts'
import { isPlainTime } from './plain-time.ts'
import { Spans } from './spans.ts'

const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d

const indexOf = (field: ResourceField): number => RESOURCE_FIELDS.indexOf(field)
const ID = indexOf('databuilder_id')
const TYPE = indexOf('entity_type')
const PARENT = indexOf('parent_databuilder_id')
const TITLE = indexOf('title')
const SCHEMA = indexOf('schema')
const DATABASE = indexOf('database')
const GROUP = indexOf('group')
const PRODUCT = indexOf('product')

const KINDS = RESOURCE_FIELDS.map((field) => FIELD_KINDS[field])
const UNSET_IF_EMPTY = RESOURCE_FIELDS.map(isUnsetIfEmpty)

/** A resource, read from its bytes. */
export class PlainResource {
  readonly #spans = new Spans(RESOURCE_FIELDS.length)
  readonly #content = new ContentHash()
  readonly #list = new ListHash()
  #seen = 0
  #order = NaN

  /** Begins the next one. */
  clear(): void {
    this.#content.clear()
    this.#seen = 0
    this.#order = NaN
  }

  /** Reads the value of a field; says no where it is not of the field's own type, or is a time in another form than the usual. */
  read(field: number, cursor: Cursor): boolean {
    this.#seen |= 1 << field
    if (cursor.null()) {
      this.#spans.drop(field)
      return field !== ID
    }
    switch (KINDS[field]!) {
      case 'text':
        if (!cursor.string()) return false
        this.#spans.keep(field, cursor)
        if (cursor.start < cursor.end || !UNSET_IF_EMPTY[field]) this.#addContent(field, cursor)
        return true
      case 'id':
        if (!cursor.string() || cursor.start === cursor.end) return false
        this.#spans.keep(field, cursor)
        this.#addContent(field, cursor)
        return true
      case 'time':
        if (!cursor.string() || !isPlainTime(cursor.text.bytes, cursor.start, cursor.end)) return false
        this.#addContent(field, cursor)
        return true
      case 'integer':
        if (!cursor.integer()) return false
        this.#order = cursor.number()
        this.#addContent(field, cursor)
        return true
      case 'flag':
        if (cursor.false()) return true
        if (!cursor.true()) return false
        this.#content.add(field, TRUE_HASH, TRUE_HASH)
        return true
      case 'list':
        return this.#readList(field, cursor)
    }
  }

  /** Whether it has an id, without which it is none. */
  get hasId(): boolean {
    return (this.#seen & (1 << ID)) !== 0
  }

  #addContent(field: number, { high, low }: Cursor): void {
    this.#content.add(field, high, low)
  }

  #readList(field: number, cursor: Cursor): boolean {
    if (!cursor.token(OPEN_BRACKET)) return false
    this.#list.clear()
    for (let more = cursor.next(CLOSE_BRACKET) === 0 ? 0 : 1; more > 0;) {
      if (!cursor.string()) return false
      this.#list.add(cursor.high, cursor.low)
      more = cursor.next(CLOSE_BRACKET)
      if (more < 0) return false
    }
    this.#content.add(field, this.#list.high, this.#list.low)
    return true
  }

  /** Takes the resource into a batch: it is declared on the line that the batch has come to, which begins at `offset`. */
  push(cursor: Cursor, { resources, strings, lineCount }: Batch, offset: number): void {
    const text = (field: number): number =>
      (this.#seen & (1 << field)) === 0 ? UNSET : this.#spans.intern(field, cursor, strings)
    resources.line.push(lineCount)
    resources.offset.push(offset)
    resources.id.push(text(ID))
    resources.type.push(text(TYPE))
    resources.parent.push(text(PARENT))
    resources.title.push(text(TITLE))
    resources.schema.push(text(SCHEMA))
    resources.database.push(text(DATABASE))
    resources.group.push(text(GROUP))
    resources.product.push(text(PRODUCT))
    resources.order.push(this.#order)
    resources.contentHigh.push(this.#content.high)
    resources.contentLow.push(this.#content.low)
  }
}
