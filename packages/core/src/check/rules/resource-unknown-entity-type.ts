import { nearestName } from '../../graph/nearest-name.ts'
import { ENTITY_TYPES } from '../../model/resource.ts'
import type { Run } from '../../read/run.ts'
import { UNSET } from '../../read/strings.ts'
import { Mistakes } from '../mistakes.ts'
import { page } from '../pages/resource-unknown-entity-type.ts'
import { always, defineRule } from '../rule.ts'
import { quote } from '../quote.ts'

/** `data`: `entity_type`; `nearest`: the type that it was most likely meant to be, or null. */
export const unknownEntityType = defineRule({
  id: 'resource/unknown-entity-type',
  severity: always('error'),
  summary: 'an entity_type that is missing, or none of Secoda’s seven',
  why: 'Secoda stores seven types of resource. One of another type is refused, and what is below it has no place.',
  page,
  run(evidence) {
    const { run } = evidence.graph
    const typeOf = (index: number): string => run.strings.at(run.resources.type.at(index)) ?? ''
    const idOf = (index: number): string => run.strings.get(run.resources.id.at(index))
    const unknown = ofUnknownType(run).filter(
      (index) => typeOf(index) !== '' || !evidence.isRefused(idOf(index), 'entity_type'),
    )
    return new Mistakes(unknown, (index) => {
      const [type, id] = [typeOf(index), idOf(index)]
      const place = run.placeOfResource(index)
      const near = type === '' ? undefined : nearestName(type, ENTITY_TYPES)
      const renaming = type === '' ? evidence.unknownFields.renaming(id, 'entity_type') : undefined
      return {
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
    })
  },
})

/** The declarations, repeats included, of a type that is unset or not known. */
function ofUnknownType({ strings, resources }: Run): number[] {
  const known = new Set(ENTITY_TYPES.map((type) => strings.find(type)))
  known.delete(UNSET)
  const found: number[] = []
  const types = resources.type.values
  for (let index = 0; index < types.length; index++) if (!known.has(types[index]!)) found.push(index)
  return found
}
