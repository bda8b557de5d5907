import { FITS } from '../../resolve/resolve-tables.ts'
import { effortForEach } from '../effort.ts'
import { isNowhere } from '../fits.ts'
import { mentionsOf, mentionText } from '../mentions.ts'
import { nearestColumns, nearestTables } from '../nearest-known.ts'
import { quote } from '../quote.ts'
import { defineRule } from '../rule.ts'

export const unknownInCatalog = defineRule({
  id: 'lineage/unknown-in-catalog',
  severity: { minimal: 'off', recommended: 'warning', strict: 'error' },
  why: 'The catalog is what the workspace has. Secoda drops an edge to a table or a column that is neither there nor in this run.',
  counted: 'edges mention it',
  *run({ graph }) {
    if (!graph.run.catalog) return // then it is unresolved-external
    const { fits, nodeOf } = graph.resolution.externals.tables
    const isTable = (table: number): boolean => fits[table] === FITS.nothing
    const unknown = [
      ...mentionsOf(graph, isNowhere(graph), {
        label: 'not in the workspace',
        isAboutColumn: (table) => !isTable(table),
      }),
    ]
    const tables = new Set(unknown.filter(({ table }) => !isTable(table)).map(({ table }) => nodeOf[table]!))
    const effort = effortForEach(unknown.length)
    const nearestTable = nearestTables(graph, effort)
    const nearestColumn = nearestColumns(graph, tables, effort)
    for (const { table, subject, list } of unknown) {
      const near = isTable(table) ? nearestTable(table) : nearestColumn(nodeOf[table]!, subject.column!)
      yield {
        message: isTable(table)
          ? `${quote(mentionText(subject))} is neither in a catalog nor in this run`
          : `the table of ${quote(mentionText(subject))} is known, its column ${quote(subject.column!)} is not`,
        help: `${near === undefined ? '' : `did you mean ${quote(near)}? `}Correct the name, or bring the catalog up to date.`,
        subject,
        identity: JSON.stringify(subject),
        places: list.places,
        count: list.count,
        data: { nearest: near ?? null },
      }
    }
  },
})
