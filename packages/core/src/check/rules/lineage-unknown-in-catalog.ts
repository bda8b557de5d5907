import type { NodeIndex } from '../../resolve/nodes.ts'
import { FITS } from '../../resolve/resolve-tables.ts'
import { SUGGESTION_EFFORT } from '../effort.ts'
import { isNowhere } from '../fits.ts'
import { mentionsOf, mentionText } from '../mentions.ts'
import { nearestColumns, nearestTables, onlyTablesNamed } from '../nearest-known.ts'
import { page } from '../pages/lineage-unknown-in-catalog.ts'
import { quote } from '../quote.ts'
import { defineRule } from '../rule.ts'

export const unknownInCatalog = defineRule({
  id: 'lineage/unknown-in-catalog',
  severity: { minimal: 'off', recommended: 'warning', strict: 'error' },
  summary: 'an external table or column that is neither in a catalog nor in the run',
  why: 'The catalog is what the workspace has. Secoda drops an edge to a table or a column that is neither there nor in this run.',
  page,
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
    const tables = unknown.map(({ table }) => table).filter(isTable)
    const columns = new Map<NodeIndex, string[]>()
    for (const { table, subject } of unknown) {
      if (isTable(table)) continue
      const names = columns.get(nodeOf[table]!)
      if (names) names.push(subject.column!)
      else columns.set(nodeOf[table]!, [subject.column!])
    }
    const nearestTable = nearestTables(graph, tables, SUGGESTION_EFFORT)
    const onlyNamed = onlyTablesNamed(graph, tables)
    const nearestColumn = nearestColumns(graph, columns, SUGGESTION_EFFORT)
    for (const { table, subject, list } of unknown) {
      const near = isTable(table)
        ? nearestTable.get(table)
        : nearestColumn.get(nodeOf[table]!)?.get(subject.column!)
      yield {
        message: isTable(table)
          ? `${quote(mentionText(subject))} is neither in a catalog nor in this run`
          : `the table of ${quote(mentionText(subject))} is known, its column ${quote(subject.column!)} is not`,
        help: helpFor(near, isTable(table) ? onlyNamed(table) : undefined),
        subject,
        identity: JSON.stringify(subject),
        places: list.places,
        count: list.count,
        data: { nearest: near ?? null },
      }
    }
  },
})

function helpFor(near: string | undefined, onlyNamed: string | undefined): string {
  const mend = 'orrect the name, or bring the catalog up to date.'
  if (near !== undefined) return `did you mean ${quote(near)}? C${mend}`
  return onlyNamed === undefined ? `c${mend}` : `the only table of that name is ${quote(onlyNamed)}. C${mend}`
}
