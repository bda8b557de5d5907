import type { LineageGraph } from '../graph/lineage-graph.ts'
import type { EntityType } from '../model/resource.ts'
import { NO_NODE, type NodeIndex } from '../resolve/nodes.ts'
import { Mistakes } from './mistakes.ts'
import { quote } from './quote.ts'

/** The parents that a type may be under, in the words of a finding. */
export interface AllowedParents {
  readonly types: readonly EntityType[]
  readonly words: string
}

/**
 * The resources of some types that are declared under a parent of a type that is not allowed. Where either type is unknown, and
 * where an id is its own parent, there is nothing to say here: other rules do.
 */
export function wrongParents(
  graph: LineageGraph,
  allowed: ReadonlyMap<EntityType, AllowedParents>,
): Mistakes {
  const { types } = graph.resolution.nodes
  const wrong: NodeIndex[] = []
  for (const [type, parents] of allowed)
    for (const node of types.nodesOf(type)) {
      const parent = graph.parents[node]!
      const parentType = parent === NO_NODE || parent === node ? undefined : types.of(parent)
      if (parentType !== undefined && !parents.types.includes(parentType)) wrong.push(node)
    }
  return new Mistakes(wrong, (node) => {
    const id = graph.idOf(node)
    const type = types.of(node)!
    const parent = graph.parentOf(node)
    const parentType = types.of(parent)!
    return {
      message: `the ${type} ${quote(id)} is under the ${parentType} ${quote(graph.idOf(parent))}`,
      help: `${allowed.get(type)!.words}: correct its parent_databuilder_id, or one of the two entity types.`,
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
  })
}
