import { DECLARATION_MARKS, isJsonObject, kindOfDeclaration, type JsonObject } from '../model/declaration.ts'
import { IDENTIFIER_FIELDS, IDENTIFIER_TYPES } from '../model/identifier.ts'
import { LINEAGE_ENDS } from '../model/lineage.ts'
import { PRINTED_UNSET, RESOURCE_FIELDS } from '../model/resource.ts'

/** The two files that Secoda's File Upload takes, by what they hold. */
export const UPLOAD_FILES = { resource: 'resources.jsonl', lineage: 'lineage.jsonl' } as const
/** The name of one of the two files that File Upload takes. */
export type UploadFile = (typeof UPLOAD_FILES)[keyof typeof UPLOAD_FILES]

/**
 * The file of an upload that a JSON object belongs in; undefined where it declares nothing.
 * @example
 * ```ts
 * uploadFile({ entity_type: 'table', databuilder_id: 'orders' }) // 'resources.jsonl'
 * ```
 */
export function uploadFile(json: JsonObject): UploadFile | undefined {
  const kind = kindOfDeclaration(json)
  return kind && UPLOAD_FILES[kind]
}

/**
 * A declaration in the form that File Upload takes: unset fields are left out. Whatever else stands in it is kept as it is, unknown
 * fields and wrong values too: they are for the check to find. So is the older form of lineage, and what a declaration is known by.
 * @returns a new object, its fields in the order that they had.
 * @example
 * ```ts
 * const form = uploadForm({ entity_type: 'table', databuilder_id: 'orders', description: null })
 * ```
 */
export const uploadForm = (declaration: JsonObject): JsonObject =>
  kindOfDeclaration(declaration) === 'lineage' ? lineageForm(declaration) : resourceForm(declaration)

const marks: ReadonlySet<string> = new Set(DECLARATION_MARKS)
const resourceFields: ReadonlySet<string> = new Set(RESOURCE_FIELDS)
const printedUnset: ReadonlyMap<string, unknown> = new Map(Object.entries(PRINTED_UNSET))

const resourceForm = (resource: JsonObject): JsonObject =>
  without(
    resource,
    (field, value) =>
      resourceFields.has(field) &&
      !marks.has(field) &&
      (value == null || (printedUnset.has(field) && value === printedUnset.get(field))),
  )

const ends: ReadonlySet<string> = new Set(LINEAGE_ENDS.map(({ field }) => field))

const lineageForm = (lineage: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(lineage).map(([field, value]) => [
      field,
      ends.has(field) && isJsonObject(value) ? identifierForm(value) : value,
    ]),
  )

function identifierForm(identifier: JsonObject): JsonObject {
  const type = IDENTIFIER_TYPES.find((known) => known === identifier['type'])
  if (type === undefined) return identifier
  const { optional } = IDENTIFIER_FIELDS[type]
  return without(identifier, (field, value) => value == null && optional.includes(field))
}

/** Of entries, since `__proto__` is a field like any other. */
const without = (json: JsonObject, isUnset: (field: string, value: unknown) => boolean): JsonObject =>
  Object.fromEntries(Object.entries(json).filter(([field, value]) => !isUnset(field, value)))
