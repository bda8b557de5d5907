import type { LineageGraph } from '../../graph/lineage-graph.ts'
import { Column } from '../../read/column.ts'
import { groupsOf, membersOf } from '../../resolve/groups.ts'
import { lineagePlace } from '../declared-edges.ts'
import { Mistakes } from '../mistakes.ts'
import { page } from '../pages/lineage-dangling-internal.ts'
import { firstPlaces, type Place } from '../place.ts'
import { always, defineRule } from '../rule.ts'
import { say } from '../say.ts'
import { Undeclared } from '../undeclared.ts'
import { LINEAGE_ENDS } from '../../model/lineage.ts'

const NOT_DECLARED = say`not declared by this run`

export const danglingInternal = defineRule({
  id: 'lineage/dangling-internal',
  severity: always('error'),
  summary: 'an internal_resource that the run does not declare',
  why: 'An internal_resource is one that this integration declares. Where it does not, the edge leads nowhere, and Secoda drops it without a word.',
  page,
  counted: 'edges name it',
  begin: ({ nearestIds }) => nearestIds.expect(),
  run(evidence) {
    const { graph } = evidence
    const missing = graph.resolution.nodes.missing()
    const { ends, groups } = endsThatDangle(graph, missing)
    const named: number[] = []
    for (let index = 0; index < missing.length; index++)
      if (groups.starts[index + 1]! > groups.starts[index]!) named.push(index)
    const placeAt = (i: number): Place =>
      lineagePlace(graph.run, ends[i]! >> 1, LINEAGE_ENDS[ends[i]! % 2]!.end, NOT_DECLARED)
    const tell = (index: number): Undeclared => {
      const dangling = membersOf(groups, index)
      const id = graph.idOf(missing[index]!)
      const words = {
        message: say`'${id}' is used in lineage but never declared`,
        help: say`declare '${id}' with declare_resource, or correct the id; a table of another integration is an external_table.`,
      }
      const near = (): string | undefined => evidence.nearestIds.of(missing[index]!)
      return new Undeclared(id, firstPlaces(dangling, placeAt), dangling.length, words, near)
    }
    return new Mistakes(named, tell, {
      identityOf: (index) => graph.idOf(missing[index]!),
      placeOf: (index) => graph.run.placeOfLineage(ends[groups.members[groups.starts[index]!]!]! >> 1),
    })
  },
})

/**
 * The ends of lines that name something missing, grouped by what they name. `ends`: twice the line, and 1 more for its second end.
 * @param missing ascending.
 */
function endsThatDangle({ run, nodeCount, resolution }: LineageGraph, missing: Int32Array) {
  const ends = Column.ints()
  const named = Column.ints()
  if (missing.length > 0) {
    const indexOf = new Int32Array(nodeCount).fill(-1)
    for (let index = 0; index < missing.length; index++) indexOf[missing[index]!] = index
    const { nodeOfIdentifier } = resolution
    const [froms, tos] = [run.lineage.from.values, run.lineage.to.values]
    for (let line = 0; line < froms.length; line++)
      for (let end = 0; end < 2; end++) {
        const identifier = (end === 0 ? froms : tos)[line]!
        const index = indexOf[nodeOfIdentifier[identifier]!] ?? -1 // a query has no node
        if (index < 0 || (end === 1 && identifier === froms[line])) continue // one place a line
        ends.push(line * 2 + end)
        named.push(index)
      }
  }
  return { ends: ends.values, groups: groupsOf(missing.length, named.values) }
}
