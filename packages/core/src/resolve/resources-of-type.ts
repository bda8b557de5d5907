import type { EntityType } from '../model/resource.ts'
import type { Run } from '../read/run.ts'
import { UNSET } from '../read/strings.ts'
import type { NodeIndex, Nodes } from './nodes.ts'

/** The declared resources of one entity type. One whose type is unset is of none. */
export function* resourcesOfType(run: Run, nodes: Nodes, type: EntityType): Generator<NodeIndex> {
  const wanted = run.strings.find(type)
  if (wanted === UNSET) return
  for (const node of nodes.resources()) if (run.resources.type.at(nodes.originOf(node)) === wanted) yield node
}
