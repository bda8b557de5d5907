import { RESOURCE_FIELDS } from '../../model/resource.ts'
import type { Batch } from '../batch.ts'
import { Cursor } from './cursor.ts'
import { Names } from './names.ts'
import { PlainIdentifier } from './plain-identifier.ts'
import { PlainResource } from './plain-resource.ts'

const OPEN_BRACE = 0x7b

/** The fields of lineage, each behind those of a resource. */
const FROM = RESOURCE_FIELDS.length
const TO = FROM + 1
const OLDER_FROM = FROM + 2
const OLDER_TO = FROM + 3
const LINEAGE_FIELDS = ['from_identifier', 'to_identifier', 'from_databuilder_id', 'to_databuilder_id']
const EDGE = (1 << FROM) | (1 << TO)
const OLDER_EDGE = (1 << OLDER_FROM) | (1 << OLDER_TO)

/**
 * Reads lines straight from their bytes into columns: no text is decoded, no object made. It takes a line only where that proves that it is
 * JSON, that all of its fields are known and of their own type, and that none is written twice: a line in which nothing is to be found.
 * All others are left to `readLine`; a property holds the two together.
 */
export class PlainLines {
  readonly #cursor = new Cursor()
  readonly #names = new Names([...RESOURCE_FIELDS, ...LINEAGE_FIELDS])
  readonly #resource = new PlainResource()
  readonly #from = new PlainIdentifier()
  readonly #to = new PlainIdentifier()

  /** Takes in lines to read; says no where they are too many. */
  load(lines: Uint8Array): boolean {
    return this.#cursor.load(lines)
  }

  /**
   * Takes the line that begins at `at` into a batch.
   * @param offset of the line in its file.
   * @returns where the line ends, or -1, the batch being as it was, where the line is not plain.
   */
  read(batch: Batch, at: number, offset: number): number {
    const cursor = this.#cursor
    cursor.startLine(at)
    if (cursor.endOfLine()) return cursor.at
    if (!cursor.token(OPEN_BRACE)) return -1
    this.#resource.clear()
    let seen = 0
    let field = -1
    for (let more = 1; more > 0;) {
      field = this.#names.read(cursor, field)
      if (field < 0 || (seen & (1 << field)) !== 0 || !this.#readValue(field)) return -1
      seen |= 1 << field
      more = cursor.next()
      if (more < 0) return -1
    }
    if (!cursor.endOfLine()) return -1
    if (seen === EDGE || seen === OLDER_EDGE) this.#pushEdge(batch, offset)
    else if (seen < 1 << FROM && this.#resource.hasId) this.#resource.push(cursor, batch, offset)
    else return -1
    batch.declarationCount++
    return cursor.at
  }

  #readValue(field: number): boolean {
    switch (field) {
      case FROM:
        return this.#from.read(this.#cursor)
      case TO:
        return this.#to.read(this.#cursor)
      case OLDER_FROM:
        return this.#from.readId(this.#cursor)
      case OLDER_TO:
        return this.#to.readId(this.#cursor)
      default:
        return this.#resource.read(field, this.#cursor)
    }
  }

  #pushEdge(batch: Batch, offset: number): void {
    batch.lineage.line.push(batch.lineCount)
    batch.lineage.offset.push(offset)
    batch.lineage.from.push(this.#from.intern(this.#cursor, batch))
    batch.lineage.to.push(this.#to.intern(this.#cursor, batch))
  }
}
