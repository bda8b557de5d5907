import { isJsonObject, type JsonObject } from '../model/declaration.ts'
import {
  IDENTIFIER_FIELDS,
  IDENTIFIER_TYPES,
  type IdentifierType,
  type LineageIdentifier,
} from '../model/identifier.ts'
import { LINEAGE_ENDS, type DeclaredLineage, type LineageEnd } from '../model/lineage.ts'
import { describe } from './describe.ts'
import type { IdentifierFault } from './problem.ts'

/** What could be made of an object that declares lineage: the edge, or what is wrong with its ends. */
export type ReadLineage =
  | { readonly lineage: DeclaredLineage }
  | { readonly faults: readonly IdentifierFault[]; readonly from: unknown; readonly to: unknown }

/** Reads one edge, in today's form or the older one, in which both ends are ids. A field that is null is as good as none. */
export function readLineage(json: JsonObject): ReadLineage {
  const faults: IdentifierFault[] = []
  const [from, to] = LINEAGE_ENDS.map(({ end, field, olderField }) => {
    const older = json[field] == null && Object.hasOwn(json, olderField)
    const declared = older ? { type: 'internal_resource', databuilder_id: json[olderField] } : json[field]
    if (isIdentifier(declared)) return declared
    const fault = faultOfIdentifier(declared, end)
    faults.push({ ...fault, path: older ? [olderField] : [field, ...fault.path] })
    return declared
  })
  if (faults.length > 0) return { faults, from, to }
  return { lineage: { from_identifier: from as LineageIdentifier, to_identifier: to as LineageIdentifier } }
}

/** As the schema has it, without its cost: a property test holds the two together. */
export function isIdentifier(declared: unknown): declared is LineageIdentifier {
  if (!isJsonObject(declared) || !isIdentifierType(declared['type'])) return false
  return wrongFields(declared['type'], declared).length === 0
}

function faultOfIdentifier(declared: unknown, end: LineageEnd): IdentifierFault {
  if (declared === undefined || declared === null) return { end, path: [], reason: 'missing' }
  if (!isJsonObject(declared)) return { end, path: [], reason: 'not-an-object', is: describe(declared) }
  const type = declared['type']
  if (!isIdentifierType(type)) {
    return {
      end,
      path: type === undefined ? [] : ['type'],
      reason: 'unknown-type',
      given: type,
    }
  }
  const fields = wrongFields(type, declared)
  const first = fields[0]!.field
  const path = Object.hasOwn(declared, first) ? [first] : []
  return {
    end,
    path,
    reason: 'wrong-fields',
    type,
    fields: fields.map(({ field, value }) => ({ field, state: stateOf(value), is: describe(value) })),
  }
}

const stateOf = (value: unknown): 'absent' | 'empty' | 'of a wrong type' =>
  value === undefined ? 'absent' : value === '' ? 'empty' : 'of a wrong type'

const isIdentifierType = (type: unknown): type is IdentifierType =>
  (IDENTIFIER_TYPES as readonly unknown[]).includes(type)

function wrongFields(type: IdentifierType, declared: JsonObject): { field: string; value: unknown }[] {
  const { required, optional } = IDENTIFIER_FIELDS[type]
  const wrong: { field: string; value: unknown }[] = []
  for (const field of required) {
    const value = declared[field]
    if (typeof value !== 'string' || value === '') wrong.push({ field, value })
  }
  for (const field of optional) {
    const value = declared[field]
    if (typeof value !== 'string' && value != null) wrong.push({ field, value })
  }
  return wrong
}
