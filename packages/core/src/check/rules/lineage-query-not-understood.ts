import { sqlPlace } from '../declared-edges.ts'
import { identifierText } from '../edge-text.ts'
import { edgesOutOfQueries } from '../queries.ts'
import { quote } from '../quote.ts'
import { defineRule } from '../rule.ts'

export const queryNotUnderstood = defineRule({
  id: 'lineage/query-not-understood',
  severity: { minimal: 'off', recommended: 'warning', strict: 'warning' },
  why: 'The tables that a query reads are the edges that it gives. What stands behind the spot may be lost to Secoda as well, whose reader of SQL is another one.',
  counted: 'declarations',
  *run(evidence) {
    const { graph, declaredEdges } = evidence
    for (const { edge, query } of edgesOutOfQueries(evidence)) {
      const warning = graph.resolution.queries.warningOf(query)
      if (warning === undefined) continue
      const { message, at } = warning
      const subject = declaredEdges.subjectOf(edge)
      const count = graph.tablesOfQuery(query).length
      const reads = count === 0 ? 'no table' : count === 1 ? 'one table' : `${count} tables`
      yield {
        message: `the query for ${quote(identifierText(subject.to))} is not understood to its end: ${message}`,
        help: `it gives ${reads} as it is; mend the SQL, name its dialect, or declare the tables that it reads one by one.`,
        subject,
        identity: JSON.stringify([subject.from, subject.to]),
        places: Array.from(edge.lines, (line) =>
          sqlPlace(graph.run, line, { start: at, end: at + 1 }, message),
        ),
        data: { at, tables: count },
      }
    }
  },
})
