import type { IdentifierType } from '../../model/identifier.ts'
import { edgeText } from '../edge-text.ts'
import { Mistakes } from '../mistakes.ts'
import { page } from '../pages/lineage-unsupported-pair.ts'
import { always, defineRule } from '../rule.ts'

/** What no page of Secoda's supports, by the from end. A query as target is a rule of its own. */
const UNSUPPORTED: Readonly<Record<IdentifierType, readonly IdentifierType[]>> = {
  internal_resource: [],
  external_table: ['external_column'],
  external_column: ['external_table', 'external_column'],
  tables_from_query: ['external_table', 'external_column'],
}

export const unsupportedPair = defineRule({
  id: 'lineage/unsupported-pair',
  severity: always('error'),
  summary: 'an edge between two types of identifiers that no page of Secoda’s supports',
  why: 'Secoda supports only some pairs of identifiers; an edge of another pair is dropped.',
  page,
  run({ declaredEdges }) {
    const unsupported = declaredEdges.between((from, to) => UNSUPPORTED[from].includes(to))
    return new Mistakes(unsupported, (index) => {
      const edge = declaredEdges.at(index)
      const subject = declaredEdges.subjectOf(edge)
      const [from, to] = [subject.from.type, subject.to.type]
      return {
        message: `lineage from ${from} to ${to} is not supported: ${edgeText(subject)}`,
        help: 'one end must be an internal_resource: declare the resource that this integration adds, and name its id.',
        subject,
        identity: JSON.stringify([subject.from, subject.to]),
        ...declaredEdges.placesOf(edge, 'to', `no ${to} after ${from}`),
        data: { from_type: from, to_type: to },
      }
    })
  },
})
