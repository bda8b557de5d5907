import type { NodeIndex } from '../../resolve/nodes.ts'
import { NO_NODE } from '../../resolve/nodes.ts'
import { lineagePlace } from '../declared-edges.ts'
import { page } from '../pages/lineage-dangling-internal.ts'
import { PlaceList } from '../place.ts'
import { quote } from '../quote.ts'
import { always, defineRule } from '../rule.ts'
import { LINEAGE_ENDS } from '../../model/lineage.ts'

export const danglingInternal = defineRule({
  id: 'lineage/dangling-internal',
  severity: always('error'),
  summary: 'an internal_resource that the run does not declare',
  why: 'An internal_resource is one that this integration declares. Where it does not, the edge leads nowhere, and Secoda drops it without a word.',
  page,
  counted: 'edges name it',
  *run(evidence) {
    const { graph } = evidence
    const { run } = graph
    const missing = new Map<NodeIndex, PlaceList>()
    for (let line = 0; line < run.lineage.length; line++)
      for (const { end } of LINEAGE_ENDS) {
        const node = graph.nodeOfIdentifier(run.lineage[end].at(line))
        if (node === NO_NODE || graph.kindOf(node) !== 'missing') continue
        if (end === 'to' && run.lineage.from.at(line) === run.lineage.to.at(line)) continue // one place a line
        let list = missing.get(node)
        if (list === undefined) missing.set(node, (list = new PlaceList()))
        list.add(lineagePlace(run, line, end, 'not declared by this run'))
      }
    for (const [node, { places, count }] of missing) {
      const id = graph.idOf(node)
      const near = evidence.nearestId(id)
      yield {
        message: `${quote(id)} is used in lineage but never declared`,
        help: near
          ? `did you mean ${quote(near)}? Declare ${quote(id)} with declare_resource, or correct the id.`
          : `declare ${quote(id)} with declare_resource, or correct the id; a table of another integration is an external_table.`,
        subject: { kind: 'resource', id },
        identity: id,
        places,
        count,
        data: { nearest: near ?? null },
      }
    }
  },
})
