import type { LineageGraph } from '../../graph/lineage-graph.ts'
import type { NodeIndex } from '../../resolve/nodes.ts'
import { FITS } from '../../resolve/resolve-tables.ts'
import { declaredOnly, isColumnToBlame } from '../fits.ts'
import { isColumn, mentionsOf, mentionText } from '../mentions.ts'
import { quote } from '../quote.ts'
import { defineRule } from '../rule.ts'

export const externalCaseMismatch = defineRule({
  id: 'lineage/external-case-mismatch',
  severity: { minimal: 'off', recommended: 'warning', strict: 'warning' },
  why: 'Whether Secoda folds case when it matches names is not written anywhere. Names that are written alike match either way.',
  counted: 'edges mention it',
  *run({ graph }) {
    const { tables, columnFits } = graph.resolution.externals
    const isFolded = declaredOnly(
      graph,
      (table, identifier) =>
        tables.fits[table] === FITS.folded ||
        (isColumn(graph, identifier) && columnFits[identifier] === FITS.folded),
    )
    for (const { table, identifier, subject, list } of mentionsOf(graph, isFolded, {
      label: 'written in another case',
      isAboutColumn: isColumnToBlame(graph),
    })) {
      const isColumnKnown = isColumn(graph, identifier) && columnFits[identifier] !== FITS.nothing
      const written = isColumnKnown
        ? `${nameOf(graph, tables.nodeOf[table]!)}.${graph.titleOf(graph.nodeOfIdentifier(identifier))}`
        : nameOf(graph, tables.nodeOf[table]!)
      yield {
        message: `${quote(mentionText(subject))} fits ${quote(written)} only when case is folded`,
        help: `write the names as they are there: ${quote(written)}.`,
        subject,
        identity: JSON.stringify(subject),
        places: list.places,
        count: list.count,
        data: { written },
      }
    }
  },
})

/** The name of a table with the parts that are known of it. */
function nameOf(graph: LineageGraph, table: NodeIndex): string {
  const { cluster, database, schema } = graph.placePartsOf(table)
  return [cluster, database, schema, graph.titleOf(table)].filter((part) => part !== undefined).join('.')
}
