import { identifierText } from '../edge-text.ts'
import { edgesOutOfQueries } from '../queries.ts'
import { quote } from '../quote.ts'
import { defineRule } from '../rule.ts'

export const queryNoTables = defineRule({
  id: 'lineage/query-no-tables',
  severity: { minimal: 'off', recommended: 'warning', strict: 'warning' },
  why: 'A query gives an edge for each table that it reads. One that reads none declares lineage and gives none.',
  counted: 'declarations',
  *run(evidence) {
    const { graph, declaredEdges } = evidence
    const { queries } = graph.resolution
    for (const { edge, query } of edgesOutOfQueries(evidence)) {
      // What is not understood may read tables that nobody saw.
      if (queries.readsAny(query) || queries.warningOf(query)) continue
      const subject = declaredEdges.subjectOf(edge)
      yield {
        message: `the query for ${quote(identifierText(subject.to))} reads no table`,
        help: 'give the query that really fills it, or take the edge out.',
        subject,
        identity: JSON.stringify([subject.from, subject.to]),
        places: declaredEdges.placesOf(edge, 'from', 'reads no table'),
      }
    }
  },
})
