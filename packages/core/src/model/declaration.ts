import { LINEAGE_ENDS } from './lineage.ts'
import { RESOURCE_FIELDS } from './resource.ts'

/** A parsed JSON object whose fields are not known yet. */
export type JsonObject = { readonly [field: string]: unknown }

/**
 * Whether it is an object in JSON: neither a list nor null.
 * @example
 * ```ts
 * const json: unknown = JSON.parse('{}')
 * if (isJsonObject(json)) console.log(Object.keys(json))
 * ```
 */
export const isJsonObject = (json: unknown): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

const LINEAGE_MARKS = [
  'from_identifier',
  'to_identifier',
  'from_databuilder_id',
  'to_databuilder_id',
] as const
const RESOURCE_MARKS = ['entity_type', 'databuilder_id'] as const

/** The names by which a line, even a broken one, is known to be meant as a declaration. */
export const DECLARATION_MARKS = [...LINEAGE_MARKS, ...RESOURCE_MARKS]

/** What a JSON object declares: lineage goes first, since its fields are the more telling ones. */
export function kindOfDeclaration(json: JsonObject): 'lineage' | 'resource' | undefined {
  if (LINEAGE_MARKS.some((field) => Object.hasOwn(json, field))) return 'lineage'
  if (RESOURCE_MARKS.some((field) => Object.hasOwn(json, field))) return 'resource'
  return undefined
}

/** What a line begins with that the SDK prints. */
export const PRINTED_HEADS = ['{"entity_type"', '{"from_identifier"'] as const

/** Whether it has the fields that the SDK prints: all those of a resource, or the two of lineage and no other. */
export function isAsPrinted(json: JsonObject): boolean {
  return kindOfDeclaration(json) === 'lineage'
    ? Object.keys(json).length === LINEAGE_ENDS.length &&
        LINEAGE_ENDS.every(({ field }) => Object.hasOwn(json, field))
    : RESOURCE_FIELDS.every((field) => Object.hasOwn(json, field))
}
