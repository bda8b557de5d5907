import { Mistakes } from '../mistakes.ts'
import { page } from '../pages/lineage-query-as-target.ts'
import { always, defineRule } from '../rule.ts'
import { quote } from '../quote.ts'
import { identifierText } from '../edge-text.ts'

export const queryAsTarget = defineRule({
  id: 'lineage/query-as-target',
  severity: always('error'),
  summary: 'a query as the end that data flows to',
  why: 'A query says which tables are read: it is where data comes from. Secoda takes it as the from end alone.',
  page,
  run({ declaredEdges }) {
    const toQueries = declaredEdges.between((_, to) => to === 'tables_from_query')
    return new Mistakes(toQueries, (index) => {
      const edge = declaredEdges.at(index)
      const subject = declaredEdges.subjectOf(edge)
      return {
        message: `a query is the to end of an edge from ${quote(identifierText(subject.from))}`,
        help: 'make the query the from end, or name the table that the query writes.',
        subject,
        identity: JSON.stringify([subject.from, subject.to]),
        ...declaredEdges.placesOf(edge, 'to', 'only a from end can be a query'),
      }
    })
  },
})
