import { FITS } from '../../resolve/resolve-tables.ts'
import { declaredOnly, isNowhere } from '../fits.ts'
import { mentionsOf, mentionText } from '../mentions.ts'
import { quote } from '../quote.ts'
import { defineRule } from '../rule.ts'

export const unresolvedExternal = defineRule({
  id: 'lineage/unresolved-external',
  severity: { minimal: 'off', recommended: 'info', strict: 'info' },
  why: 'Secoda looks for it in the workspace when the run is loaded, and drops the edge where it is not there. Without a catalog nobody can tell before.',
  counted: 'edges mention it',
  *run({ graph }) {
    if (graph.run.catalog) return // then it is unknown-in-catalog
    const { fits } = graph.resolution.externals.tables
    const isTable = (table: number): boolean => fits[table] === FITS.nothing
    for (const { table, subject, list } of mentionsOf(graph, declaredOnly(graph, isNowhere(graph)), {
      label: 'not in this run',
      isAboutColumn: (table) => !isTable(table),
    })) {
      const text = quote(mentionText(subject))
      yield {
        message: isTable(table)
          ? `${text} is not in this run, and there is no catalog to look it up in`
          : `the table of ${text} is declared by this run, its column ${quote(subject.column!)} is not`,
        help: isTable(table)
          ? 'give a catalog of the workspace, so that it can be looked up there.'
          : 'declare the column, correct its name, or give a catalog of the workspace that has it.',
        subject,
        identity: JSON.stringify(subject),
        places: list.places,
        count: list.count,
      }
    }
  },
})
