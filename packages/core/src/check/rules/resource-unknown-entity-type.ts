import { nearestName } from '../../graph/nearest-name.ts'
import { ENTITY_TYPES } from '../../model/resource.ts'
import { always, defineRule } from '../rule.ts'
import { quote } from '../quote.ts'

const KNOWN: ReadonlySet<string> = new Set(ENTITY_TYPES)

/** `data`: `entity_type`; `nearest`: the type that it was most likely meant to be, or null. */
export const unknownEntityType = defineRule({
  id: 'resource/unknown-entity-type',
  severity: always('error'),
  why: 'Secoda stores seven types of resource. One of another type is refused, and what is below it has no place.',
  *run(evidence) {
    const { run } = evidence.graph
    for (let index = 0; index < run.resources.length; index++) {
      const type = run.strings.at(run.resources.type.at(index)) ?? ''
      if (KNOWN.has(type)) continue
      const id = run.strings.get(run.resources.id.at(index))
      if (type === '' && evidence.isRefused(id, 'entity_type')) continue
      const place = run.placeOfResource(index)
      const near = type === '' ? undefined : nearestName(type, ENTITY_TYPES)
      const renaming = type === '' ? evidence.unknownFields.renaming(id, 'entity_type') : undefined
      yield {
        message:
          type === ''
            ? `${quote(id)} has no entity_type`
            : `${quote(id)} has the unknown entity_type ${quote(type)}`,
        help: near ? `did you mean '${near}'?` : `${renaming ?? `use one of ${ENTITY_TYPES.join(', ')}`}.`,
        subject: { kind: 'resource', id },
        identity: JSON.stringify([id, type]),
        places: [
          {
            ...place,
            paths: [['entity_type'], ['databuilder_id']],
            label: type === '' ? 'entity_type is missing' : 'not a type that Secoda knows',
          },
        ],
        data: { entity_type: type, nearest: near ?? null },
      }
    }
  },
})
