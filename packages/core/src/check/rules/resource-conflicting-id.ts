import { RESOURCE_FIELDS } from '../../model/resource.ts'
import { differingFields } from '../../read/content.ts'
import { page } from '../pages/resource-conflicting-id.ts'
import { MOST_PLACES, type Place } from '../place.ts'
import { quote } from '../quote.ts'
import { repeatsOf } from '../repeats.ts'
import { always, defineRule } from '../rule.ts'

export const conflictingId = defineRule({
  id: 'resource/conflicting-id',
  severity: always('error'),
  summary: 'one id that is declared again with other fields',
  why: 'An id stands for one resource. Of two declarations that differ, one overwrites the other, and which one depends on their order.',
  page,
  counted: 'declarations',
  *run({ graph }) {
    const { run } = graph
    for (const { node, first, equal, differing } of repeatsOf(graph)) {
      if (differing.length === 0) continue
      const id = graph.idOf(node)
      const standing = run.resourceAt(first)
      const differences = new Map(
        differing.map((index) => {
          const resource = run.resourceAt(index)
          return [index, standing && resource ? differingFields(standing, resource) : []]
        }),
      )
      const placeOf = (index: number): Place => ({
        ...run.placeOfResource(index),
        paths: [...(differences.get(index) ?? []).map((field) => [field]), ['databuilder_id']],
        label: index === first ? 'this declaration stands' : 'declared again',
      })
      const [clash, ...others] = [...differing, ...equal]
      const differ = new Set([...differences.values()].flat())
      const fields = RESOURCE_FIELDS.filter((field) => differ.has(field))
      yield {
        // No field where the files have changed since they were read.
        message: `${quote(id)} is declared again with another ${fields.join(', ') || 'content'}`,
        help: 'declare it once, or give each resource an id of its own.',
        subject: { kind: 'resource', id },
        identity: id,
        places: [clash!, first, ...others.sort((a, b) => a - b).slice(0, MOST_PLACES)].map(placeOf),
        count: differing.length + equal.length + 1,
        data: { fields },
      }
    }
  },
})
