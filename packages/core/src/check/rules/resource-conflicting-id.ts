import { RESOURCE_FIELDS } from '../../model/resource.ts'
import { differingFields } from '../../read/content.ts'
import { MOST_PLACES } from '../place-list.ts'
import { quote } from '../quote.ts'
import { repeatsOf } from '../repeats.ts'
import { always, defineRule } from '../rule.ts'

export const conflictingId = defineRule({
  id: 'resource/conflicting-id',
  severity: always('error'),
  why: 'An id stands for one resource. Of two declarations that differ, one overwrites the other, and which one depends on their order.',
  counted: 'declarations',
  *run({ graph }) {
    const { run } = graph
    for (const { node, first, differing } of repeatsOf(graph)) {
      if (differing.length === 0) continue
      const id = graph.idOf(node)
      const standing = run.resourceAt(first)
      const differences = differing.slice(0, MOST_PLACES).map((index) => {
        const resource = run.resourceAt(index)
        return standing && resource ? differingFields(standing, resource) : []
      })
      const fields = RESOURCE_FIELDS.filter((field) => differences.some((found) => found.includes(field)))
      const repeats = differing.slice(0, MOST_PLACES).map((index, i) => ({
        ...run.placeOfResource(index),
        paths: [...differences[i]!.map((field) => [field]), ['databuilder_id']],
        label: 'declared again, differently',
      }))
      const original = { ...run.placeOfResource(first), paths: [['databuilder_id']], label: 'this declaration stands' }
      yield {
        message: `${quote(id)} is declared again with another ${fields.join(', ')}`,
        help: 'declare it once, or give each resource an id of its own.',
        subject: { kind: 'resource', id },
        identity: id,
        places: [repeats[0]!, original, ...repeats.slice(1)],
        count: differing.length + 1,
        data: { fields },
      }
    }
  },
})
