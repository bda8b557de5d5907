import { IDENTIFIER_TYPES } from '../../model/identifier.ts'
import { FIELD_KINDS, RESOURCE_FIELDS } from '../../model/resource.ts'
import { TRUE_HASH } from '../content-hash.ts'
import type { Cursor } from './cursor.ts'
import { FROM_FIELD, TO_FIELD, type PlainLine } from './plain-line.ts'
import { ALL_TYPES, FROM, NEXT_END, PARTS, SLOTS, slotOf, TO, TYPES } from './slots.ts'
import { Words } from './words.ts'

const OPEN_BRACE = 0x7b

/** What stands for a slot: the head of a line, before the first value, and its end, behind the last. */
export const HEAD = SLOTS
export const END = SLOTS + 1

const FIELDS = new Words([...RESOURCE_FIELDS, 'from_identifier', 'to_identifier'].map((name) => `"${name}"`))
const PART_NAMES = new Words([...PARTS, 'type'].map((name) => `"${name}"`))
const TYPE_NAMES = new Words(IDENTIFIER_TYPES.map((type) => `"${type}"`))
const IS_FLAG = RESOURCE_FIELDS.map((field) => FIELD_KINDS[field] === 'flag')
const ID = slotOf('databuilder_id')

/** An identifier that is open, by its first slot; -1 for the line itself. */
const LINE = -1
const containerOf = (slot: number): number => (slot === HEAD || slot < FROM ? LINE : slot < TO ? FROM : TO)

/**
 * Reads what stands between two values, name by name: what is unset, flags and the types of identifiers go into the line at once.
 * @param slot of the value before it, or HEAD.
 * @returns the slot of the next value, before which the cursor stands then; END behind the last brace; -1 where something else stands there
 * than a plain line has.
 */
export function spell(slot: number, cursor: Cursor, line: PlainLine): number {
  let inside = containerOf(slot)
  let isOpening = slot === HEAD
  if (isOpening && !cursor.token(OPEN_BRACE)) return -1
  for (;;) {
    if (!isOpening) {
      const more = cursor.next()
      if (more < 0) return -1
      if (more === 0) {
        if (inside === LINE) return END
        inside = LINE
        continue
      }
    }
    isOpening = false
    const next = inside === LINE ? spellField(cursor, line) : spellPart(inside, cursor, line)
    if (next === NO_VALUE) continue
    if (next !== FROM_OPEN && next !== TO_OPEN) return next
    if (!cursor.token(OPEN_BRACE)) return -1
    inside = next === FROM_OPEN ? FROM : TO
    isOpening = true
  }
}

const NO_VALUE = -2
const FROM_OPEN = -3
const TO_OPEN = -4

function spellField(cursor: Cursor, line: PlainLine): number {
  const field = FIELDS.read(cursor)
  if (field < 0 || (line.fields & (1 << field)) !== 0 || !cursor.colon()) return -1
  line.fields |= 1 << field
  if (field === FROM_FIELD) return FROM_OPEN
  if (field === TO_FIELD) return TO_OPEN
  if (cursor.null()) return field === ID ? -1 : NO_VALUE
  if (!IS_FLAG[field]) return field
  if (cursor.true()) line.content.add(field, TRUE_HASH, TRUE_HASH)
  else if (!cursor.false()) return -1
  return NO_VALUE
}

function spellPart(first: number, cursor: Cursor, line: PlainLine): number {
  const shift = first === FROM ? 0 : NEXT_END
  const part = PART_NAMES.read(cursor)
  if (part < 0 || !cursor.colon()) return -1
  if (part === TYPES) {
    const type = TYPE_NAMES.read(cursor)
    if (type < 0 || ((line.ends >>> shift) & ALL_TYPES) !== 0) return -1
    line.ends |= 1 << (shift + TYPES + type)
    return NO_VALUE
  }
  if (((line.ends >>> shift) & (1 << part)) !== 0) return -1
  line.ends |= 1 << (shift + part)
  return cursor.null() ? NO_VALUE : first + part
}
