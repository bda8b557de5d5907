import { NO_NODE } from '../../resolve/nodes.ts'
import { Mistakes } from '../mistakes.ts'
import { page } from '../pages/lineage-no-self.ts'
import { quote } from '../quote.ts'
import { defineRule } from '../rule.ts'

export const noSelf = defineRule({
  id: 'lineage/no-self',
  severity: { minimal: 'off', recommended: 'warning', strict: 'warning' },
  summary: 'an edge from a thing to itself',
  why: 'An incremental load reads the table that it writes, and then the edge is right; more often it is a slip of a loop.',
  page,
  run({ graph, declaredEdges }) {
    const { nodeOfIdentifier } = graph.resolution
    const loops = declaredEdges.where(
      (from, to) => nodeOfIdentifier[from] === nodeOfIdentifier[to] && nodeOfIdentifier[to] !== NO_NODE,
    )
    return new Mistakes(loops, (index) => {
      const edge = declaredEdges.at(index)
      const node = graph.nodeOfIdentifier(edge.from)
      const subject = declaredEdges.subjectOf(edge)
      return {
        message: `${quote(graph.idOf(node) || graph.titleOf(node))} has an edge to itself`,
        help: 'take the edge out, unless the thing is really computed from its own earlier state.',
        subject,
        identity: JSON.stringify([subject.from, subject.to]),
        ...declaredEdges.placesOf(edge, 'to', 'the same thing as at the from end'),
      }
    })
  },
})
