import { sqlPlace } from '../declared-edges.ts'
import { identifierText } from '../edge-text.ts'
import { Mistakes } from '../mistakes.ts'
import { page } from '../pages/lineage-query-not-understood.ts'
import { edgesOutOfQueries } from '../queries.ts'
import { MOST_PLACES } from '../place.ts'
import { quote } from '../quote.ts'
import { defineRule } from '../rule.ts'

export const queryNotUnderstood = defineRule({
  id: 'lineage/query-not-understood',
  severity: { minimal: 'off', recommended: 'warning', strict: 'warning' },
  summary: 'a query whose SQL could not be read to its end',
  why: 'The tables that a query reads are the edges that it gives. What stands behind the spot may be lost to Secoda as well, whose reader of SQL is another one.',
  page,
  counted: 'declarations',
  run(evidence) {
    const { graph, declaredEdges } = evidence
    const { queries } = graph.resolution
    const unclear = edgesOutOfQueries(evidence).filter((index) =>
      queries.warningOf(declaredEdges.at(index).from),
    )
    return new Mistakes(unclear, (index) => {
      const edge = declaredEdges.at(index)
      const query = edge.from
      const { message, at } = queries.warningOf(query)!
      const subject = declaredEdges.subjectOf(edge)
      const count = graph.tablesOfQuery(query).length
      const reads = count === 0 ? 'no table' : count === 1 ? 'one table' : `${count} tables`
      return {
        message: `the query for ${quote(identifierText(subject.to))} is not understood to its end: ${message}`,
        help: `it gives ${reads} as it is; mend the SQL, name its dialect, or declare the tables that it reads one by one.`,
        subject,
        identity: JSON.stringify([subject.from, subject.to]),
        places: Array.from(edge.lines.subarray(0, MOST_PLACES), (line) =>
          sqlPlace(graph.run, line, { start: at, end: at + 1 }, message),
        ),
        count: edge.lines.length,
        data: { at, tables: count },
      }
    })
  },
})
