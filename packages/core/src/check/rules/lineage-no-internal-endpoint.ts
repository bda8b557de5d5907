import { edgeText } from '../edge-text.ts'
import { defineRule } from '../rule.ts'

export const noInternalEndpoint = defineRule({
  id: 'lineage/no-internal-endpoint',
  severity: { minimal: 'off', recommended: 'warning', strict: 'warning' },
  why: 'Secoda’s SDK page allows lineage between two external tables; its fields page says that one end at least must be internal.',
  counted: 'declarations',
  *run({ graph, declaredEdges }) {
    const { identifiers } = graph.run
    for (const edge of declaredEdges) {
      if ([edge.from, edge.to].some((end) => identifiers.typeOf(end) !== 'external_table')) continue
      const subject = declaredEdges.subjectOf(edge)
      yield {
        message: `no end of the edge is internal: ${edgeText(subject)}`,
        help: 'name the resource of this integration that stands between the two, or leave the edge to the integration that declares one of them.',
        subject,
        identity: JSON.stringify([subject.from, subject.to]),
        places: declaredEdges.placesOf(edge, 'to', 'external, as the from end is'),
      }
    }
  },
})
