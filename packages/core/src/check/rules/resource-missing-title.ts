import { ENTITY_TYPES } from '../../model/resource.ts'
import { isMissing } from '../missing-field.ts'
import { Mistakes } from '../mistakes.ts'
import { page } from '../pages/resource-missing-title.ts'
import { quote } from '../quote.ts'
import { defineRule } from '../rule.ts'

/** `data`: `unknown_field`: the unknown field that was most likely meant to be the title, or null. */
export const missingTitle = defineRule({
  id: 'resource/missing-title',
  severity: { minimal: 'off', recommended: 'info', strict: 'warning' },
  summary: 'a resource without a title',
  why: 'The title is what people see and search for in Secoda. Without one a resource is a blank in every list.',
  page,
  run(evidence) {
    const { graph } = evidence
    const nameless = graph.resolution.nodes.resourcesWhere((node) => isMissing(evidence, node, 'title'))
    return new Mistakes(nameless, (node) => {
      const id = graph.idOf(node)
      return {
        message: `the ${typeText(graph.typeOf(node))} ${quote(id)} has no title`,
        help: `${evidence.unknownFields.renaming(id, 'title') ?? 'set title to what people call it'}.`,
        subject: { kind: 'resource', id },
        identity: id,
        places: [
          {
            ...graph.run.placeOfResource(graph.resourceOf(node)),
            paths: [['title'], ['databuilder_id']],
            label: 'title is missing',
          },
        ],
        data: { unknown_field: evidence.unknownFields.meantAs(id, 'title') ?? null },
      }
    })
  },
})

/** A type that nobody knows may be any text. */
const typeText = (type: string): string => ENTITY_TYPES.find((known) => known === type) ?? 'resource'
