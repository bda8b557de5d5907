import { z } from 'zod'

/** The seven kinds of thing that Secoda's catalog holds, from the outside in. */
export const ENTITY_TYPES = [
  'database',
  'schema',
  'table',
  'column',
  'dashboard_group',
  'dashboard',
  'chart',
] as const
export type EntityType = (typeof ENTITY_TYPES)[number]

const text = z.string().nullish()

/** pydantic takes `" 4 "`, `"4.0"`, `"1_000"`, `4.0` and `true` for an int, and so do we; what it converts is not refused. */
const integer = z
  .union([
    z.number().refine(Number.isInteger),
    z.boolean().transform(Number),
    z
      .string()
      .regex(/^\s*[+-]?\d+(_\d+)*(\.0+)?\s*$/)
      .transform((digits) => Number(digits.replaceAll('_', ''))),
  ])
  .nullish()

const TRUE_WORDS = new Set(['1', 'true', 't', 'yes', 'y', 'on'])
const FALSE_WORDS = new Set(['0', 'false', 'f', 'no', 'n', 'off'])

/** pydantic takes 0, 1 and the usual words for a bool: Secoda's own page writes `is_pk: "true"`. */
const flag = z
  .union([
    z.boolean(),
    z.literal([0, 1]).transform(Boolean),
    z
      .string()
      .refine((word) => TRUE_WORDS.has(word.toLowerCase()) || FALSE_WORDS.has(word.toLowerCase()))
      .transform((word) => TRUE_WORDS.has(word.toLowerCase())),
  ])
  .nullish()

/**
 * A resource as `declare_resource` prints it and as `resources.jsonl` holds it: the wire's names, null or absent where
 * unset. Fields are in the order in which the SDK prints them. Loose, since Secoda drops an unknown field silently: that is
 * a finding, not a failure. `entity_type` is any text here, since an unknown type is kept as it is.
 */
export const Resource = z.looseObject({
  entity_type: text,
  databuilder_id: z.string().min(1),
  parent_databuilder_id: text,
  title: text,
  description: text,
  definition: text,
  /** ISO 8601 text, or epoch seconds, which the SDK converts. Whether the text is a date is a rule of its own. */
  external_updated_at: z.union([z.string(), z.number()]).nullish(),
  native_type: text,
  owners: z.array(z.string()).nullish(),
  sort_order: integer,
  type: text,
  is_pk: flag,
  hidden: flag,
  schema: text,
  database: text,
  group: text,
  product: text,
})
export type Resource = z.infer<typeof Resource>

export const RESOURCE_FIELDS = Resource.keyof().options
export type ResourceField = (typeof RESOURCE_FIELDS)[number]

export type FieldKind = 'id' | 'text' | 'time' | 'integer' | 'flag' | 'list'

/** What each field holds. An id is a text that is never unset. */
export const FIELD_KINDS: Readonly<Record<ResourceField, FieldKind>> = {
  entity_type: 'text',
  databuilder_id: 'id',
  parent_databuilder_id: 'text',
  title: 'text',
  description: 'text',
  definition: 'text',
  external_updated_at: 'time',
  native_type: 'text',
  owners: 'list',
  sort_order: 'integer',
  type: 'text',
  is_pk: 'flag',
  hidden: 'flag',
  schema: 'text',
  database: 'text',
  group: 'text',
  product: 'text',
}

/** What the SDK prints for a field that the author left unset, where that is not null. */
export const PRINTED_UNSET: Readonly<Partial<Record<ResourceField, unknown>>> = {
  title: '',
  is_pk: false,
  hidden: false,
}

/** The field that holds an integer: JSON can write one as `4.0` as well, which Python reads as a float. */
export const INTEGER_FIELD = 'sort_order' satisfies ResourceField
/** The field that holds a time. */
export const TIME_FIELD = 'external_updated_at' satisfies ResourceField

export type RequiredField = Extract<ResourceField, 'schema' | 'database' | 'group' | 'product'>

/** The fields that Secoda's fields page requires of a type, beside the id, the type and the parent of columns and charts. */
export const REQUIRED_FIELDS: ReadonlyMap<EntityType, readonly RequiredField[]> = new Map<
  EntityType,
  RequiredField[]
>([
  ['table', ['schema', 'database']],
  ['dashboard', ['group']],
  ['chart', ['product']],
])

/** What each field must be, in the words of a finding. */
export const FIELD_TYPES: Readonly<Record<ResourceField, string>> = {
  entity_type: 'a string',
  databuilder_id: 'a string',
  parent_databuilder_id: 'a string or null',
  title: 'a string or null',
  description: 'a string or null',
  definition: 'a string or null',
  external_updated_at: 'an ISO 8601 date-time or null',
  native_type: 'a string or null',
  owners: 'a list of strings or null',
  sort_order: 'an integer or null',
  type: 'a string or null',
  is_pk: 'true, false or null',
  hidden: 'true, false or null',
  schema: 'a string or null',
  database: 'a string or null',
  group: 'a string or null',
  product: 'a string or null',
}
