import type { LineageGraph } from '../../graph/lineage-graph.ts'
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
    for (const { table, subject, list } of mentionsOf(
      graph,
      declaredOnly(graph, isNowhere(graph)),
      'not in this run',
    ))
      yield {
        message: isKnown(graph, table)
          ? `the table of ${quote(mentionText(subject))} is declared by this run, its column ${quote(subject.column!)} is not`
          : `${quote(mentionText(subject))} is not in this run, and there is no catalog to look it up in`,
        help: 'give a catalog of the workspace, so that it can be looked up there.',
        subject,
        identity: JSON.stringify(subject),
        places: list.places,
        count: list.count,
      }
  },
})

const isKnown = ({ resolution }: LineageGraph, table: number): boolean =>
  resolution.externals.tables.fits[table] !== FITS.nothing
