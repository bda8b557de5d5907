import { RESOURCE_FIELDS } from '../../model/resource.ts'
import { differingFields } from '../../read/content.ts'
import { Mistakes } from '../mistakes.ts'
import { page } from '../pages/resource-conflicting-id.ts'
import { MOST_PLACES, type Place } from '../place.ts'
import { resourcePlace } from '../resource-place.ts'
import { always, defineRule, type Discovery } from '../rule.ts'
import { say } from '../say.ts'

const STANDS = say`this declaration stands`
const AGAIN = say`declared again`
const ONCE = say`declare it once, or give each resource an id of its own.`

export const conflictingId = defineRule({
  id: 'resource/conflicting-id',
  severity: always('error'),
  summary: 'one id that is declared again with other fields',
  why: 'An id stands for one resource. Of two declarations that differ, one overwrites the other, and which one depends on their order.',
  page,
  counted: 'declarations',
  run({ graph, repeats }) {
    const { run } = graph
    const tell = (index: number): Discovery => {
      const { node, first, equal, differing } = repeats.at(index)
      const id = graph.idOf(node)
      const standing = run.resourceAt(first)
      const differences = new Map(
        differing.map((index) => {
          const resource = run.resourceAt(index)
          return [index, standing && resource ? differingFields(standing, resource) : []]
        }),
      )
      const placeOf = (index: number): Place =>
        resourcePlace(
          run,
          index,
          [...(differences.get(index) ?? []), 'databuilder_id'],
          index === first ? STANDS : AGAIN,
        )
      const [clash, ...others] = [...differing, ...equal]
      const differ = new Set([...differences.values()].flat())
      const fields = RESOURCE_FIELDS.filter((field) => differ.has(field))
      return {
        // No field where the files have changed since they were read.
        message: say`'${id}' is declared again with another ${fields.join(', ') || 'content'}`,
        help: ONCE,
        subject: { kind: 'resource', id },
        identity: id,
        places: [clash!, first, ...others.sort((a, b) => a - b).slice(0, MOST_PLACES)].map(placeOf),
        count: differing.length + equal.length + 1,
        data: { fields },
      }
    }
    // To say how declarations differ, their lines are read again.
    return new Mistakes(repeats.where(true), tell, {
      identityOf: (number) => graph.idOf(repeats.nodeOf(number)),
      placeOf: (number) => run.placeOfResource(repeats.at(number).differing[0]!),
    })
  },
})
