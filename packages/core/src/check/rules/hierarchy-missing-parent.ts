import type { EntityType } from '../../model/resource.ts'
import { NO_NODE, type NodeIndex } from '../../resolve/nodes.ts'
import { Mistakes } from '../mistakes.ts'
import { page } from '../pages/hierarchy-missing-parent.ts'
import { quote } from '../quote.ts'
import { always, defineRule } from '../rule.ts'

const PARENT_OF: ReadonlyMap<EntityType, string> = new Map([
  ['column', 'the table or column that it belongs to'],
  ['chart', 'the dashboard that it is on'],
])

/** `data`: `unknown_field`: the unknown field that was most likely meant to be the parent, or null. */
export const missingParent = defineRule({
  id: 'hierarchy/missing-parent',
  severity: always('error'),
  summary: 'a column or a chart without a parent',
  why: 'Secoda requires a parent of columns and charts: without one they belong to nothing and are not shown.',
  page,
  run(evidence) {
    const { graph, unknownFields } = evidence
    const { parents, resolution } = graph
    const orphans = [...PARENT_OF.keys()].flatMap((type) => [
      ...resolution.nodes.types.nodesOf(type).filter((node) => parents[node] === NO_NODE),
    ])
    const isRefused = (node: NodeIndex): boolean =>
      evidence.isRefused(graph.idOf(node), 'parent_databuilder_id')
    return new Mistakes(
      orphans.filter((node) => !isRefused(node)),
      (node) => {
        const id = graph.idOf(node)
        const renaming = unknownFields.renaming(id, 'parent_databuilder_id')
        const place = graph.run.placeOfResource(graph.resourceOf(node))
        return {
          message: `the ${graph.typeOf(node)} ${quote(id)} has no parent`,
          help: `${renaming ?? `set parent_databuilder_id to the id of ${PARENT_OF.get(graph.typeOf(node) as EntityType)!}`}.`,
          subject: { kind: 'resource', id },
          identity: id,
          places: [
            {
              ...place,
              paths: [['parent_databuilder_id'], ['databuilder_id']],
              label: 'parent_databuilder_id is missing',
            },
          ],
          data: { unknown_field: unknownFields.meantAs(id, 'parent_databuilder_id') ?? null },
        }
      },
    )
  },
})
