import type { IdentifierIndex } from '../../read/identifiers.ts'
import { NO_NODE } from '../../resolve/nodes.ts'
import { edgeText } from '../edge-text.ts'
import { Mistakes } from '../mistakes.ts'
import { page } from '../pages/lineage-restates-parent.ts'
import { quote } from '../quote.ts'
import { defineRule } from '../rule.ts'

export const restatesParent = defineRule({
  id: 'lineage/restates-parent',
  severity: { minimal: 'off', recommended: 'info', strict: 'warning' },
  summary: 'an edge between a resource and its parent',
  why: 'The hierarchy says it already. Secoda’s own example declares such edges, but they are no flow of data, and lineage gets longer by them.',
  page,
  counted: 'declarations',
  run({ graph, declaredEdges }) {
    const { parents, run, resolution } = graph
    const { nodeOfIdentifier } = resolution
    const isInternal = (end: IdentifierIndex): boolean => run.identifiers.typeOf(end) === 'internal_resource'
    const restating = declaredEdges.where((fromEnd, toEnd) => {
      const [from, to] = [nodeOfIdentifier[fromEnd]!, nodeOfIdentifier[toEnd]!]
      if (parents[from] !== to && parents[to] !== from) return false
      return from !== NO_NODE && from !== to && isInternal(fromEnd) && isInternal(toEnd)
    })
    return new Mistakes(restating, (index) => {
      const edge = declaredEdges.at(index)
      const [from, to] = [graph.nodeOfIdentifier(edge.from), graph.nodeOfIdentifier(edge.to)]
      const isUpward = graph.parentOf(from) === to
      const subject = declaredEdges.subjectOf(edge)
      const [child, parent] = isUpward ? [from, to] : [to, from]
      return {
        message: `the edge ${edgeText(subject)} says what the hierarchy says already`,
        help: `take it out: ${quote(graph.idOf(parent))} is the parent of ${quote(graph.idOf(child))}.`,
        subject,
        identity: JSON.stringify([subject.from, subject.to]),
        ...declaredEdges.placesOf(
          edge,
          'to',
          isUpward ? 'the parent of the from end' : 'its parent is the from end',
        ),
        data: { parent: graph.idOf(parent), child: graph.idOf(child) },
      }
    })
  },
})
