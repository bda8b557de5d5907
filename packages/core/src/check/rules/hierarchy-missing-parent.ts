import { NO_NODE } from '../../resolve/nodes.ts'
import { quote } from '../quote.ts'
import { always, defineRule } from '../rule.ts'

const PARENT_OF: ReadonlyMap<string, string> = new Map([
  ['column', 'the table or column that it belongs to'],
  ['chart', 'the dashboard that it is on'],
])

/** `data`: `unknown_field`: the unknown field that was most likely meant to be the parent, or null. */
export const missingParent = defineRule({
  id: 'hierarchy/missing-parent',
  severity: always('error'),
  why: 'Secoda requires a parent of columns and charts: without one they belong to nothing and are not shown.',
  *run(evidence) {
    const { graph } = evidence
    for (const node of graph.resolution.nodes.resources()) {
      const parent = PARENT_OF.get(graph.typeOf(node))
      if (parent === undefined || graph.parentOf(node) !== NO_NODE) continue
      const id = graph.idOf(node)
      if (evidence.isRefused(id, 'parent_databuilder_id')) continue
      const { unknownFields } = evidence
      const renaming = unknownFields.renaming(id, 'parent_databuilder_id')
      const place = graph.run.placeOfResource(graph.resourceOf(node))
      yield {
        message: `the ${graph.typeOf(node)} ${quote(id)} has no parent`,
        help: `${renaming ?? `set parent_databuilder_id to the id of ${parent}`}.`,
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
    }
  },
})
