import { RESOURCE_FIELDS, type Resource, type ResourceField } from './resource.ts'
import type { JsonObject } from './declaration.ts'

const isText = (value: unknown): boolean => typeof value === 'string' || value == null
const isFlag = (value: unknown): boolean => typeof value === 'boolean' || value == null
const isInteger = (value: unknown): boolean => Number.isInteger(value) || value == null
const isTextList = (value: unknown): boolean =>
  value == null || (Array.isArray(value) && value.every((item) => typeof item === 'string'))

const PLAIN: Readonly<Record<ResourceField, (value: unknown) => boolean>> = {
  entity_type: isText,
  databuilder_id: (value) => typeof value === 'string' && value !== '',
  parent_databuilder_id: isText,
  title: isText,
  description: isText,
  definition: isText,
  external_updated_at: isText,
  native_type: isText,
  owners: isTextList,
  sort_order: isInteger,
  type: isText,
  is_pk: isFlag,
  hidden: isFlag,
  schema: isText,
  database: isText,
  group: isText,
  product: isText,
}
const CHECKS = RESOURCE_FIELDS.map((field) => [field, PLAIN[field]] as const)

/**
 * Whether every field already has the type that it should have, so that the schema would accept the object and convert
 * nothing. The quick way for the lines of a good run; a property test holds it against the schema.
 */
export function isPlainResource(json: JsonObject): json is Resource {
  for (const [field, isPlain] of CHECKS) if (!isPlain(json[field])) return false
  return true
}
