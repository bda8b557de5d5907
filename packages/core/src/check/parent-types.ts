import type { LineageGraph } from '../graph/lineage-graph.ts'
import { ENTITY_TYPES, type EntityType } from '../model/resource.ts'
import { NO_NODE, type NodeIndex } from '../resolve/nodes.ts'
import { quote } from './quote.ts'
import type { Discovery } from './rule.ts'

/** The parents that a type may be under, in the words of a finding. */
export interface AllowedParents {
  readonly types: readonly EntityType[]
  readonly words: string
}

/**
 * The resources of some types that are declared under a parent of a type that is not allowed. Where either type is unknown, and
 * where an id is its own parent, there is nothing to say here: other rules do.
 */
export function* wrongParents(
  graph: LineageGraph,
  allowed: ReadonlyMap<string, AllowedParents>,
): Generator<Discovery> {
  for (const node of graph.resolution.nodes.resources()) {
    const type = graph.typeOf(node)
    const parents = allowed.get(type)
    const parent = graph.parentOf(node)
    if (parents === undefined || parent === NO_NODE || parent === node) continue
    const parentType = knownType(graph, parent)
    if (parentType === undefined || parents.types.includes(parentType)) continue
    const id = graph.idOf(node)
    yield {
      message: `the ${type} ${quote(id)} is under the ${parentType} ${quote(graph.idOf(parent))}`,
      help: `${parents.words}: correct its parent_databuilder_id, or one of the two entity types.`,
      subject: { kind: 'resource', id },
      identity: id,
      places: [
        {
          ...graph.run.placeOfResource(graph.resourceOf(node)),
          paths: [['parent_databuilder_id']],
          label: `this is a ${parentType}`,
        },
      ],
      data: { entity_type: type, parent_type: parentType },
    }
  }
}

function knownType(graph: LineageGraph, node: NodeIndex): EntityType | undefined {
  const type = graph.typeOf(node)
  return ENTITY_TYPES.find((known) => known === type)
}
