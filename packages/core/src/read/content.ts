import { RESOURCE_FIELDS, type Resource, type ResourceField } from '../model/resource.ts'

/** Fields in which an empty text says as little as none. */
const EMPTY_IS_UNSET: ReadonlySet<ResourceField> = new Set([
  'parent_databuilder_id',
  'title',
  'schema',
  'database',
])
/** Fields that the SDK prints as `false` where the author said nothing. */
const FALSE_IS_UNSET: ReadonlySet<ResourceField> = new Set(['is_pk', 'hidden'])

/** Whether an empty text in a field says as little as none. */
export const isUnsetIfEmpty = (field: ResourceField): boolean => EMPTY_IS_UNSET.has(field)

/** What the resource says in one field; undefined where it says no more than the default. */
export function contentOf(resource: Resource, field: ResourceField): Resource[ResourceField] {
  const value = resource[field]
  if (value === '' && EMPTY_IS_UNSET.has(field)) return undefined
  if (value === false && FALSE_IS_UNSET.has(field)) return undefined
  return value ?? undefined
}

/** The fields in which two declarations differ, in the order of the wire. */
export const differingFields = (one: Resource, other: Resource): ResourceField[] =>
  RESOURCE_FIELDS.filter((field) => !isEqual(contentOf(one, field), contentOf(other, field)))

const isEqual = (one: unknown, other: unknown): boolean =>
  one === other ||
  (typeof one === 'object' && typeof other === 'object' && JSON.stringify(one) === JSON.stringify(other))
