import type { Resource as ResourceSchema } from './resource-schema.ts'

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
/** One of ENTITY_TYPES. */
export type EntityType = (typeof ENTITY_TYPES)[number]

/** A resource as it is printed: the wire's names, null or absent where unset. The schema tells what each field takes. */
export type Resource = ResourceSchema

export type FieldKind = 'id' | 'text' | 'time' | 'integer' | 'flag' | 'list'

/** What each field holds, in the order in which the SDK prints them. An id is a text that is never unset. */
export const FIELD_KINDS = {
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
} as const satisfies Readonly<Record<string, FieldKind>>
/** The name of a field of a resource, as on the wire. */
export type ResourceField = keyof typeof FIELD_KINDS
/** The fields of a resource, in the order in which the SDK prints them. */
export const RESOURCE_FIELDS = Object.keys(FIELD_KINDS) as readonly ResourceField[]

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
