import type { LineageGraph } from '../../graph/lineage-graph.ts'
import type { NodeIndex } from '../../resolve/nodes.ts'
import { foldedIds } from '../folded-ids.ts'
import { MOST_PLACES } from '../place.ts'
import { quote } from '../quote.ts'
import { defineRule } from '../rule.ts'

/** How many of the ids a message names. */
const NAMED = 5

/** `data`: `ids`, sorted by code units; `differ_in`: `case`, `Unicode form` or `case and Unicode form`; `keys` of the nodes. */
export const idCaseCollision = defineRule({
  id: 'resource/id-case-collision',
  severity: { minimal: 'off', recommended: 'warning', strict: 'warning' },
  why: 'Ids are compared byte for byte, so two that look the same to people are two resources, and lineage ends at one of them.',
  counted: 'declarations',
  *run({ graph }) {
    for (const [folded, group] of foldedIds(graph)) {
      if (group.every((node) => isOfUploadedTable(graph, node))) continue
      const ids = group.map((node) => graph.idOf(node)).sort()
      const differ = differenceOf(ids)
      const named = ids.slice(0, NAMED).map(quote).join(', ')
      const more = ids.length > NAMED ? `, and ${ids.length - NAMED} more,` : ''
      const [first, repeat, ...others] = group
      yield {
        message: `${named}${more} differ only in ${differ}`,
        help: 'use one id where one thing is meant; where they are several, give them ids that people can tell apart.',
        subject: { kind: 'graph' },
        identity: folded,
        count: group.length,
        places: [repeat!, first!, ...others].slice(0, MOST_PLACES).map((node) => ({
          ...graph.run.placeOfResource(graph.resourceOf(node)),
          paths: [['databuilder_id']],
          label: node === first ? 'first declared here' : `the same but for ${differ}`,
        })),
        data: { ids, differ_in: differ, keys: ids.map((id) => graph.keyOf(graph.nodeOfId(id)!)) },
      }
    }
  },
})

/** Of rows that call one table by names of another case: input/csv-disagreement says so, and the ids are not the author's. */
function isOfUploadedTable(graph: LineageGraph, node: NodeIndex): boolean {
  const type = graph.typeOf(node)
  if (type !== 'table' && type !== 'column') return false
  return graph.run.formOf(graph.run.resources.file.at(graph.resourceOf(node))) !== undefined
}

function differenceOf(ids: readonly string[]): string {
  if (areEqual(ids.map((id) => id.normalize('NFC')))) return 'Unicode form'
  return areEqual(ids.map((id) => id.toLowerCase())) ? 'case' : 'case and Unicode form'
}

const areEqual = (texts: readonly string[]): boolean => texts.every((text) => text === texts[0])
