import type { JsonObject } from './declaration.ts'
import { faultOfDateTime } from './date-time.ts'
import { FIELD_KINDS, INTEGER_FIELD, RESOURCE_FIELDS, type FieldKind, type Resource } from './resource.ts'

const isText = (value: unknown): boolean => typeof value === 'string' || value == null
const isFlag = (value: unknown): boolean => typeof value === 'boolean' || value == null
const isInteger = (value: unknown): boolean => Number.isInteger(value) || value == null
const isTextList = (value: unknown): boolean =>
  value == null || (Array.isArray(value) && value.every((item) => typeof item === 'string'))
const isTime = (value: unknown): boolean =>
  value == null || (typeof value === 'string' && faultOfDateTime(value) === undefined)

const IS_PLAIN: Readonly<Record<FieldKind, (value: unknown) => boolean>> = {
  id: (value) => typeof value === 'string' && value !== '',
  text: isText,
  time: isTime,
  integer: isInteger,
  flag: isFlag,
  list: isTextList,
}
const CHECKS: ReadonlyMap<string, (value: unknown) => boolean> = new Map(
  RESOURCE_FIELDS.map((field) => [field, IS_PLAIN[FIELD_KINDS[field]]]),
)

/**
 * Whether every field is known and already has the type that it should have, so that the schema would accept the object and convert
 * nothing, and no time is wrong. The quick way for the lines of a good run; a property test holds it against the schema.
 */
export function isPlainResource(json: JsonObject): json is Resource {
  for (const field in json) {
    const isPlain = CHECKS.get(field)
    if (isPlain === undefined || !isPlain(json[field])) return false
  }
  return IS_PLAIN.id(json['databuilder_id'])
}

const WRITTEN_AS_FLOAT = new RegExp(`"${INTEGER_FIELD}"\\s*:\\s*-?\\d+[.eE]`)

/**
 * Whether the line may write its integer as `4.0` or `4e0`: a float to Python, though the same number to JavaScript. A quick look, which a
 * field of that name inside another value deceives too.
 */
export const mayHoldFloat = (json: JsonObject, text: string): boolean =>
  typeof json[INTEGER_FIELD] === 'number' && WRITTEN_AS_FLOAT.test(text)
