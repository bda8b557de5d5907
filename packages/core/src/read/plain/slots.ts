import { IDENTIFIER_FIELDS, IDENTIFIER_TYPES } from '../../model/identifier.ts'
import { RESOURCE_FIELDS, type ResourceField } from '../../model/resource.ts'

/**
 * What a line may hold, numbered: the fields of a resource, then the parts of its two identifiers, the one that lineage comes from and the one
 * that it goes to.
 */
export const PARTS = ['databuilder_id', 'cluster', 'database', 'schema', 'table', 'column', 'sql'] as const
export const FROM = RESOURCE_FIELDS.length
export const TO = FROM + PARTS.length
export const SLOTS = TO + PARTS.length

export const slotOf = (field: ResourceField): number => RESOURCE_FIELDS.indexOf(field)
export const partOf = (part: (typeof PARTS)[number]): number => PARTS.indexOf(part)

/** Each type of identifier is a bit behind those of the parts. */
export const TYPES = PARTS.length
export const ALL_TYPES = ((1 << IDENTIFIER_TYPES.length) - 1) << TYPES
/** How far the bits of the identifier that lineage goes to are behind those of the other. */
export const NEXT_END = TYPES + IDENTIFIER_TYPES.length

const setOf = (parts: readonly string[]): number =>
  parts.reduce((set, part) => set | (1 << partOf(part as (typeof PARTS)[number])), 0)

/** By type: the parts that it must have, as bits, and all that it may have; and the one that names it. */
export const REQUIRED_PARTS = IDENTIFIER_TYPES.map((type) => setOf(IDENTIFIER_FIELDS[type].required))
export const KNOWN_PARTS = IDENTIFIER_TYPES.map(
  (type, i) => REQUIRED_PARTS[i]! | setOf(IDENTIFIER_FIELDS[type].optional),
)
export const NAME_PARTS = IDENTIFIER_TYPES.map((type) =>
  partOf(IDENTIFIER_FIELDS[type].required[0] as (typeof PARTS)[number]),
)
