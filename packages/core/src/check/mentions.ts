import type { LineageGraph } from '../graph/lineage-graph.ts'
import { LINEAGE_ENDS } from '../model/lineage.ts'
import type { IdentifierIndex } from '../read/identifiers.ts'
import { UNSET } from '../read/strings.ts'
import { CLUSTER, DATABASE, NAME, SCHEMA, type MentionIndex } from '../resolve/table-mentions.ts'
import { lineagePlace, sqlPlace } from './declared-edges.ts'
import type { Subject } from './finding.ts'
import { PlaceList } from './place.ts'

/** A distinct mention of a table or a column that this run need not declare, with its lines. */
export interface Mention {
  readonly table: MentionIndex
  /** The external table or column; UNSET where a query is the first to mention the table. */
  readonly identifier: IdentifierIndex
  /** All its parts, null where one is not given. */
  readonly subject: Subject & { kind: 'mention' }
  readonly list: PlaceList
}

/** Whether a rule wants a mention. @param identifier UNSET for a table that a query reads. */
export type IsWanted = (table: MentionIndex, identifier: IdentifierIndex) => boolean

/** What a rule says of the places of mentions. */
export interface Marking {
  readonly label: string
  /** Whether the column is what is wrong with an external column: then that is marked, and else the table. */
  readonly isAboutColumn?: IsWanted
}

/**
 * The mentions that a rule wants, in the order in which lines first make them. A table that is mentioned by external tables and by
 * queries is one mention. O(lines + edges out of queries).
 */
export function mentionsOf(
  graph: LineageGraph,
  isWanted: IsWanted,
  { label, isAboutColumn = () => false }: Marking,
): Iterable<Mention> {
  const { run, resolution } = graph
  const { mentionOf, mentions } = resolution.externals
  const found = new Map<number, Mention>()
  if (mentions.tuples.size === 0) return []
  /** Tables by their number, columns behind them. */
  const keyOf = (table: MentionIndex, identifier: IdentifierIndex): number =>
    isColumn(graph, identifier) ? mentions.tuples.size + identifier : table
  const listOf = (table: MentionIndex, identifier: IdentifierIndex): PlaceList => {
    const key = keyOf(table, identifier)
    const known = found.get(key)
    if (known) return known.list
    const subject = mentionSubject(graph, table, identifier)
    const list = new PlaceList()
    found.set(key, { table, identifier, subject, list })
    return list
  }
  for (let line = 0; line < run.lineage.length; line++) {
    const from = run.lineage.from.at(line)
    const to = run.lineage.to.at(line)
    const hasReads = resolution.queries.readsAny(from)
    if (mentionOf[from] === UNSET && mentionOf[to] === UNSET && !hasReads) continue
    for (const { end } of LINEAGE_ENDS) {
      const identifier = run.lineage[end].at(line)
      if (end === 'to' && identifier === from) continue // one place a line
      const table = mentionOf[identifier]!
      if (table === UNSET || !isWanted(table, identifier)) continue
      const place = lineagePlace(run, line, end, label)
      const isColumnMarked = isColumn(graph, identifier) && isAboutColumn(table, identifier)
      listOf(table, identifier).add(
        isColumnMarked ? { ...place, paths: COLUMN_PATHS[end], span: undefined } : place,
      )
    }
    if (!hasReads || run.identifiers.typeOf(to) === 'tables_from_query') continue
    for (const { mention, start, end } of resolution.queries.tablesOf(from))
      if (isWanted(mention, UNSET)) listOf(mention, UNSET).add(sqlPlace(run, line, { start, end }, label))
  }
  return found.values()
}

const COLUMN_PATHS = { from: [['from_identifier', 'column']], to: [['to_identifier', 'column']] } as const

/** Whether it is an external column, of those that are an end of lineage; a table that a query reads is none. */
export const isColumn = ({ run }: LineageGraph, identifier: IdentifierIndex): boolean =>
  identifier !== UNSET && run.identifiers.typeOf(identifier) === 'external_column'

function mentionSubject(
  graph: LineageGraph,
  table: MentionIndex,
  identifier: IdentifierIndex,
): Mention['subject'] {
  const { strings, identifiers } = graph.run
  const { tuples } = graph.resolution.externals.mentions
  const part = (index: number): string | null => strings.at(tuples.get(table, index)) ?? null
  const column = isColumn(graph, identifier) ? strings.get(identifiers.columnOf(identifier)) : null
  return {
    kind: 'mention',
    type: column === null ? 'external_table' : 'external_column',
    cluster: part(CLUSTER),
    database: part(DATABASE),
    schema: part(SCHEMA),
    table: part(NAME) ?? '',
    column,
  }
}

/** A mention in words: the parts that are given, with dots between. */
export const mentionText = ({ cluster, database, schema, table, column }: Mention['subject']): string =>
  [cluster, database, schema, table, column].filter((part) => part !== null).join('.')
