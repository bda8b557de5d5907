import { UNSET } from '../../read/strings.ts'
import { FITS } from '../../resolve/resolve-tables.ts'
import { declaredOnly } from '../fits.ts'
import { mentionsOf, mentionText } from '../mentions.ts'
import { quote } from '../quote.ts'
import { defineRule } from '../rule.ts'

export const preferInternal = defineRule({
  id: 'lineage/prefer-internal',
  severity: { minimal: 'off', recommended: 'warning', strict: 'warning' },
  why: 'Secoda’s page keeps external tables for what the workspace has already, and its package takes any. An id is never ambiguous, and needs no match of names.',
  counted: 'edges mention it',
  *run({ graph }) {
    const { fits, nodeOf } = graph.resolution.externals.tables
    const isDeclared = declaredOnly(
      graph,
      (table) => fits[table] !== FITS.nothing && graph.kindOf(nodeOf[table]!) === 'resource',
    )
    for (const { table, identifier, subject, list } of mentionsOf(graph, isDeclared, {
      label: 'declared by this run',
    })) {
      const tableId = graph.idOf(nodeOf[table]!)
      const id = identifier === UNSET ? tableId : graph.idOf(graph.nodeOfIdentifier(identifier))
      const text = quote(mentionText(subject))
      yield {
        // A column that the run does not declare has no id.
        message: id
          ? `${text} is declared by this run, as ${quote(id)}`
          : `the table of ${text} is declared by this run, as ${quote(tableId)}`,
        help: id
          ? `name its id: an internal_resource with the databuilder_id ${quote(id)}.`
          : `declare the column ${quote(subject.column!)} as well, and name its id, as an internal_resource.`,
        subject,
        identity: JSON.stringify(subject),
        places: list.places,
        count: list.count,
        data: { id: id || tableId },
      }
    }
  },
})
