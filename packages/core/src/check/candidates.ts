import type { LineageGraph } from '../graph/lineage-graph.ts'
import type { IdentifierIndex } from '../read/identifiers.ts'
import { UNSET } from '../read/strings.ts'
import { CLUSTER, DATABASE, NAME, SCHEMA, type MentionIndex } from '../resolve/table-mentions.ts'
import { identifierText } from './edge-text.ts'

/** How many candidates of one mention are put into words. */
const MOST_CANDIDATES = 100

/** What an ambiguous mention fits: the first of them by code units, and how many there are. */
export interface Candidates {
  readonly names: readonly string[]
  readonly count: number
}

/**
 * What ambiguous mentions fit, in words: ids of what the run declares, parts of what the catalogs have. Very many mentions may fit the
 * same very many tables or columns: each list of these is put into words and sorted once.
 */
export function candidatesIn(
  graph: LineageGraph,
): (table: MentionIndex, identifier: IdentifierIndex) => Candidates {
  const { tables, columnCandidates } = graph.resolution.externals
  const { strings } = graph.run
  const firstNames = new Map<readonly number[], readonly string[]>()
  const firstOf = (list: readonly number[], nameOf: (candidate: number) => string): readonly string[] => {
    const known = firstNames.get(list)
    if (known) return known
    const names = list.map(nameOf).sort().slice(0, MOST_CANDIDATES)
    firstNames.set(list, names)
    return names
  }
  return (table, identifier) => {
    const columns = identifier === UNSET ? undefined : columnCandidates.get(identifier)
    if (columns) {
      const around = (): string => identifierText(graph.identifierOf(tables.nodeOf[table]!))
      const names = firstOf(columns, (column) =>
        column >= 0 ? graph.idOf(column) : `${around()}.${strings.get(~column)}`,
      )
      return { names, count: columns.length }
    }
    const lists = tables.candidates.get(table) ?? []
    const names = lists.flatMap((list) =>
      firstOf(list, (candidate) =>
        candidate >= 0 ? graph.idOf(candidate) : catalogTableText(graph, ~candidate),
      ),
    )
    return {
      names: lists.length === 1 ? names : names.sort().slice(0, MOST_CANDIDATES),
      count: lists.reduce((sum, { length }) => sum + length, 0),
    }
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
