import { Mistakes } from '../mistakes.ts'
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
  run({ graph, declaredEdges }) {
    const isToQuery = (edge: number): boolean =>
      graph.run.identifiers.typeOf(declaredEdges.at(edge).to) === 'tables_from_query'
    const again = declaredEdges.repeated().filter((edge) => !isToQuery(edge))
    return new Mistakes(again, (index) => {
      const edge = declaredEdges.at(index)
      const subject = declaredEdges.subjectOf(edge)
      const { places, count } = declaredEdges.placesOf(edge, 'from', 'declared again')
      const [first, ...repeats] = places
      return {
        message: `the edge ${edgeText(subject)} is declared ${edge.lines.length} times`,
        help: 'declare it once.',
        subject,
        identity: JSON.stringify([subject.from, subject.to]),
        places: [repeats[0]!, { ...first!, label: 'first declared here' }, ...repeats.slice(1)],
        count,
      }
    })
  },
})
