import { REQUIRED_FIELDS, type ResourceField } from '../model/resource.ts'
import type { ResourceColumns } from '../read/batch.ts'
import { UNSET } from '../read/strings.ts'
import type { NodeIndex } from '../resolve/nodes.ts'
import type { Evidence } from './evidence.ts'

/** The fields of which a run knows without reading a line again whether they are set. */
const COLUMN_OF = {
  entity_type: 'type',
  parent_databuilder_id: 'parent',
  title: 'title',
  schema: 'schema',
  database: 'database',
  group: 'group',
  product: 'product',
} as const satisfies Partial<Record<ResourceField, keyof ResourceColumns>>
export type AskedField = keyof typeof COLUMN_OF

/** The types that must be under a parent. */
const HAVE_A_PARENT: ReadonlySet<string> = new Set(['column', 'chart'])

/** Whether some rule asks for the field where a resource of this type has it not. */
export function isAskedOf(type: string, field: ResourceField): field is AskedField {
  if (field === 'entity_type' || field === 'title') return true
  if (field === 'parent_databuilder_id') return HAVE_A_PARENT.has(type)
  for (const [required, fields] of REQUIRED_FIELDS)
    if (required === type) return fields.some((each) => each === field)
  return false
}

/** Whether the declaration that stands leaves the field unset. One that the SDK refuses is no missing one. */
export function isMissing(evidence: Evidence, node: NodeIndex, field: AskedField): boolean {
  const { graph } = evidence
  return (
    graph.run.resources[COLUMN_OF[field]].at(graph.resourceOf(node)) === UNSET &&
    !evidence.isRefused(graph.idOf(node), field)
  )
}
