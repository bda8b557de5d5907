import { page } from '../pages/lineage-duplicate-edge.ts'
import { defineRule } from '../rule.ts'
import { edgeText } from '../edge-text.ts'

export const duplicateEdge = defineRule({
  id: 'lineage/duplicate-edge',
  severity: { minimal: 'off', recommended: 'warning', strict: 'warning' },
  summary: 'an edge that is declared again',
  why: 'Secoda stores an edge once. A repeat does no harm, but it is a sign of a loop that runs over the same things twice.',
  page,
  counted: 'declarations',
  *run({ graph, declaredEdges }) {
    for (const edge of declaredEdges) {
      if (edge.lines.length < 2 || graph.run.identifiers.typeOf(edge.to) === 'tables_from_query') continue
      const subject = declaredEdges.subjectOf(edge)
      const [first, ...repeats] = declaredEdges.placesOf(edge, 'from', 'declared again')
      yield {
        message: `the edge ${edgeText(subject)} is declared ${edge.lines.length} times`,
        help: 'declare it once.',
        subject,
        identity: JSON.stringify([subject.from, subject.to]),
        places: [repeats[0]!, { ...first!, label: 'first declared here' }, ...repeats.slice(1)],
      }
    }
  },
})
