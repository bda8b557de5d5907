import { identifierText } from '../edge-text.ts'
import { Mistakes } from '../mistakes.ts'
import { page } from '../pages/lineage-query-no-tables.ts'
import { edgesOutOfQueries } from '../queries.ts'
import { quote } from '../quote.ts'
import { defineRule } from '../rule.ts'

export const queryNoTables = defineRule({
  id: 'lineage/query-no-tables',
  severity: { minimal: 'off', recommended: 'warning', strict: 'warning' },
  summary: 'a query that reads no table',
  why: 'A query gives an edge for each table that it reads. One that reads none declares lineage and gives none.',
  page,
  counted: 'declarations',
  run(evidence) {
    const { graph, declaredEdges } = evidence
    const { queries } = graph.resolution
    const readNothing = edgesOutOfQueries(evidence).filter((index) => {
      const query = declaredEdges.at(index).from
      // What is not understood may read tables that nobody saw.
      return !queries.readsAny(query) && !queries.warningOf(query)
    })
    return new Mistakes(readNothing, (index) => {
      const edge = declaredEdges.at(index)
      const subject = declaredEdges.subjectOf(edge)
      return {
        message: `the query for ${quote(identifierText(subject.to))} reads no table`,
        help: 'give the query that really fills it, or take the edge out.',
        subject,
        identity: JSON.stringify([subject.from, subject.to]),
        ...declaredEdges.placesOf(edge, 'from', 'reads no table'),
      }
    })
  },
})
