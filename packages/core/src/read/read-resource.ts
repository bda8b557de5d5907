import { convertField } from '../model/convert-field.ts'
import { dateTimeOfEpoch, faultOfDateTime } from '../model/date-time.ts'
import type { JsonObject } from '../model/declaration.ts'
import { isPlainResource, mayHoldFloat } from '../model/plain.ts'
import {
  INTEGER_FIELD,
  RESOURCE_FIELDS,
  TIME_FIELD,
  type Resource,
  type ResourceField,
} from '../model/resource.ts'
import { describe } from './describe.ts'
import type { FieldFault } from './problem.ts'
import { spansOf } from './scan-json.ts'

/** What could be made of an object that declares a resource. */
export interface ReadResource {
  /** What stands: faulty fields count as unset. Undefined where there is no usable id. */
  readonly resource: Resource | undefined
  readonly missingId: boolean
  readonly faults: readonly FieldFault[]
}

/**
 * Reads one resource. Nothing in it costs more than itself: a field that the SDK would refuse, and a time that is none, is a fault and
 * counts as unset.
 * @param text the line that the object was parsed from.
 */
export function readResource(json: JsonObject, text: string): ReadResource {
  const isFloat = mayHoldFloat(json, text) && isWrittenAsFloat(text)
  if (!isFloat && isPlainResource(json)) return { resource: json, missingId: false, faults: [] }
  const known: Record<string, unknown> = {}
  for (const field of RESOURCE_FIELDS) if (json[field] !== undefined) known[field] = json[field]
  const unknown = unknownFields(json)
  if (!isFloat && isPlainResource(known)) return { resource: known, missingId: false, faults: unknown }

  const id = json['databuilder_id']
  const missingId = id === undefined || id === null || id === ''
  if (missingId) known['databuilder_id'] = '?'
  const refused = refusedFields(known)
  for (const { field } of refused) delete known[field]
  const usable = !missingId && Object.hasOwn(known, 'databuilder_id')
  if (!usable) known['databuilder_id'] = '?'
  const resource = converted(known)
  const coerced = RESOURCE_FIELDS.flatMap((field) => coercedField(field, known[field], resource))
  if (isFloat && Object.hasOwn(known, INTEGER_FIELD)) coerced.push(floatField(text, resource))
  const faults = [...refused, ...coerced, ...unknown]
  return { resource: usable ? resource : undefined, missingId, faults }
}

/** How many unknown fields of a line are told one by one: each is looked for in its line again. */
const MOST_UNKNOWN = 50

function unknownFields(json: JsonObject): FieldFault[] {
  const known: ReadonlySet<string> = new Set(RESOURCE_FIELDS)
  const fields = Object.keys(json).filter((field) => !known.has(field))
  const beyond = Math.max(0, fields.length - MOST_UNKNOWN)
  return fields
    .slice(0, MOST_UNKNOWN)
    .map((field, i) => ({ kind: 'unknown-field', field, beyond: i === MOST_UNKNOWN - 1 ? beyond : 0 }))
}

type RefusedField = Extract<FieldFault, { kind: 'wrong-field-type' | 'invalid-timestamp' }>

/** The fields that the SDK refuses, in the order of the wire, and a time that is written as something else. */
function refusedFields(known: JsonObject): RefusedField[] {
  return RESOURCE_FIELDS.flatMap((field): RefusedField[] => {
    const value = known[field]
    if (value === undefined) return []
    if (convertField(field, value) === undefined)
      return [{ kind: 'wrong-field-type', field, is: describeField(field, value) }]
    const reason = field === TIME_FIELD && typeof value === 'string' ? faultOfDateTime(value) : undefined
    if (reason === undefined) return []
    const taken = reason === 'number' ? (dateTimeOfEpoch(Number(value)) ?? null) : null
    return [{ kind: 'invalid-timestamp', field, is: describe(value), reason, taken }]
  })
}

/** What the SDK makes of fields, none of which it refuses. */
function converted(known: JsonObject): Resource {
  const fields = Object.entries(known).map(([field, value]) => [
    field,
    convertField(field as ResourceField, value),
  ])
  return Object.fromEntries(fields) as Resource
}

/** A field of which the SDK makes something else than the line says. */
function coercedField(field: ResourceField, given: unknown, resource: Resource): FieldFault[] {
  const isTime = field === TIME_FIELD && typeof given === 'number'
  const read = isTime ? (dateTimeOfEpoch(given) ?? null) : resource[field]
  if (read === given || typeof read === 'undefined' || typeof given === 'object') return []
  return [
    { kind: 'coerced-field', field, is: describe(given), becomes: read as number | boolean | string | null },
  ]
}

/** Whether the integer is a float to Python, which converts it. */
const isWrittenAsFloat = (text: string): boolean => /[.eE]/.test(integerText(text))

const floatField = (text: string, resource: Resource): FieldFault => ({
  kind: 'coerced-field',
  field: INTEGER_FIELD,
  is: `the number ${integerText(text)}`,
  becomes: resource[INTEGER_FIELD] ?? null,
})

function integerText(text: string): string {
  const [span] = spansOf(text, [[INTEGER_FIELD]])
  return span ? text.slice(span.start, span.end) : ''
}

function describeField(field: ResourceField, value: unknown): string {
  if (field !== 'owners' || !Array.isArray(value)) return describe(value)
  const index = value.findIndex((item) => typeof item !== 'string')
  return `a list that holds ${describe(value[index])}`
}
