import type { LineageGraph } from '../graph/lineage-graph.ts'
import type { IdentifierIndex } from '../read/identifiers.ts'
import { UNSET } from '../read/strings.ts'
import type { TableRef } from '../resolve/known-tables.ts'
import { CLUSTER, DATABASE, NAME, SCHEMA, type MentionIndex } from '../resolve/table-mentions.ts'
import { identifierText } from './edge-text.ts'

/**
 * What an ambiguous mention fits, in words and in their order: ids of what the run declares, parts of what the catalogs have. Very many
 * mentions may fit the same very many tables: each list is put into words once.
 */
export function candidateNames(
  graph: LineageGraph,
): (table: MentionIndex, identifier: IdentifierIndex) => readonly string[] {
  const { tables, columnCandidates } = graph.resolution.externals
  const { strings } = graph.run
  const named = new Map<readonly TableRef[], readonly string[]>()
  return (table, identifier) => {
    const columns = identifier === UNSET ? undefined : columnCandidates.get(identifier)
    if (columns) {
      const around = identifierText(graph.identifierOf(tables.nodeOf[table]!))
      return columns
        .map((column) => (column >= 0 ? graph.idOf(column) : `${around}.${strings.get(~column)}`))
        .sort()
    }
    const candidates = tables.candidates.get(table) ?? []
    let names = named.get(candidates)
    if (!names) {
      names = candidates
        .map((candidate) => (candidate >= 0 ? graph.idOf(candidate) : catalogTableText(graph, ~candidate)))
        .sort()
      named.set(candidates, names)
    }
    return names
  }
}

/** A table of the catalogs in words: its parts, with dots between. */
function catalogTableText({ run }: LineageGraph, table: number): string {
  const tables = run.catalog!.tables
  return [CLUSTER, DATABASE, SCHEMA, NAME]
    .map((part) => run.strings.at(tables.get(table, part)))
    .filter((part) => part !== undefined)
    .join('.')
}
