import { isPlainResource } from '../model/plain.ts'
import { RESOURCE_FIELDS, Resource, type ResourceField } from '../model/resource.ts'
import type { JsonObject } from '../model/declaration.ts'
import { describe } from './describe.ts'

/** What could be made of an object that declares a resource. */
export interface ReadResource {
  /** What stands: faulty fields count as unset. Undefined where there is no usable id. */
  readonly resource: Resource | undefined
  readonly missingId: boolean
  readonly faults: readonly { readonly field: ResourceField; readonly is: string }[]
}

/** Reads one resource. Nothing in it costs more than itself: a field that the SDK would refuse is a fault and counts as unset. */
export function readResource(json: JsonObject): ReadResource {
  if (isPlainResource(json)) return { resource: json, missingId: false, faults: [] }
  const id = json['databuilder_id']
  const missingId = id === undefined || id === null || id === ''
  const known: Record<string, unknown> = {}
  for (const field of RESOURCE_FIELDS) known[field] = json[field]
  if (missingId) known['databuilder_id'] = '?'

  const first = Resource.safeParse(known)
  const faulty = new Set(first.success ? [] : first.error.issues.map(({ path }) => path[0] as ResourceField))
  const faults = RESOURCE_FIELDS.filter((field) => faulty.has(field)).map((field) => ({
    field,
    is: describeField(field, json[field]),
  }))
  for (const field of faulty) delete known[field]
  const usable = !missingId && !faulty.has('databuilder_id')
  return { resource: usable ? Resource.parse(known) : undefined, missingId, faults }
}

function describeField(field: ResourceField, value: unknown): string {
  if (field !== 'owners' || !Array.isArray(value)) return describe(value)
  const index = value.findIndex((item) => typeof item !== 'string')
  return `a list that holds ${describe(value[index])}`
}
