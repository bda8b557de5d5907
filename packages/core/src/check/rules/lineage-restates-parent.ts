import { NO_NODE } from '../../resolve/nodes.ts'
import { edgeText } from '../edge-text.ts'
import { quote } from '../quote.ts'
import { defineRule } from '../rule.ts'

export const restatesParent = defineRule({
  id: 'lineage/restates-parent',
  severity: { minimal: 'off', recommended: 'info', strict: 'warning' },
  why: 'The hierarchy says it already. Secoda’s own example declares such edges, but they are no flow of data, and lineage gets longer by them.',
  counted: 'declarations',
  *run({ graph, declaredEdges }) {
    const { identifiers } = graph.run
    for (const edge of declaredEdges) {
      if ([edge.from, edge.to].some((end) => identifiers.typeOf(end) !== 'internal_resource')) continue
      const [from, to] = [graph.nodeOfIdentifier(edge.from), graph.nodeOfIdentifier(edge.to)]
      if (from === NO_NODE || from === to) continue
      const isUpward = graph.parentOf(from) === to
      if (!isUpward && graph.parentOf(to) !== from) continue
      const subject = declaredEdges.subjectOf(edge)
      const [child, parent] = isUpward ? [from, to] : [to, from]
      yield {
        message: `the edge ${edgeText(subject)} says what the hierarchy says already`,
        help: `take it out: ${quote(graph.idOf(parent))} is the parent of ${quote(graph.idOf(child))}.`,
        subject,
        identity: JSON.stringify([subject.from, subject.to]),
        places: declaredEdges.placesOf(
          edge,
          'to',
          isUpward ? 'the parent of the from end' : 'its parent is the from end',
        ),
        data: { parent: graph.idOf(parent), child: graph.idOf(child) },
      }
    }
  },
})
