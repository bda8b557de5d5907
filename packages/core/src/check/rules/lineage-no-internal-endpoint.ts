import { edgeText } from '../edge-text.ts'
import { Mistakes } from '../mistakes.ts'
import { page } from '../pages/lineage-no-internal-endpoint.ts'
import { defineRule } from '../rule.ts'

export const noInternalEndpoint = defineRule({
  id: 'lineage/no-internal-endpoint',
  severity: { minimal: 'off', recommended: 'warning', strict: 'warning' },
  summary: 'an edge between two external tables',
  why: 'Secoda’s SDK page allows lineage between two external tables; its fields page says that one end at least must be internal.',
  page,
  counted: 'declarations',
  run({ declaredEdges }) {
    const outside = declaredEdges.between((...ends) => ends.every((type) => type === 'external_table'))
    return new Mistakes(outside, (index) => {
      const edge = declaredEdges.at(index)
      const subject = declaredEdges.subjectOf(edge)
      return {
        message: `no end of the edge is internal: ${edgeText(subject)}`,
        help: 'name the resource of this integration that stands between the two, or leave the edge to the integration that declares one of them.',
        subject,
        identity: JSON.stringify([subject.from, subject.to]),
        ...declaredEdges.placesOf(edge, 'to', 'external, as the from end is'),
      }
    })
  },
})
