import { FIELD_TYPES, PRINTED_UNSET, RESOURCE_FIELDS, type ResourceField } from '@lineagraph/core'
import { convertFlag, convertInteger, convertText, convertTexts } from './convert.ts'
import { convertTime } from './convert-time.ts'
import { readFields, shapeOf } from './read-fields.ts'
import type { Convert } from './refused.ts'
import type { PrintedResource } from './resource.ts'

const CONVERT: Readonly<Partial<Record<ResourceField, Convert>>> = {
  external_updated_at: convertTime,
  owners: convertTexts,
  sort_order: convertInteger,
  is_pk: convertFlag,
  hidden: convertFlag,
}
const REQUIRED: ReadonlySet<ResourceField> = new Set(['entity_type', 'databuilder_id'])

const RESOURCE = shapeOf(
  'a resource',
  RESOURCE_FIELDS.map((name) => ({
    name,
    convert: CONVERT[name] ?? convertText,
    required: REQUIRED.has(name),
    unset: PRINTED_UNSET[name] ?? null,
    expected: FIELD_TYPES[name],
  })),
)

/** A resource as it is printed. Throws DeclarationError. An entity type that Secoda does not know is for the check to find. */
export const readResource = (given: unknown): PrintedResource =>
  readFields(given, RESOURCE) as unknown as PrintedResource
