import type { IdentifierIndex } from '../read/identifiers.ts'
import type { Run } from '../read/run.ts'
import { Tuples } from '../read/tuples.ts'
import { columnFinder } from './find-columns.ts'
import { tableFinder } from './find-tables.ts'
import { joinMentions } from './join-mentions.ts'
import type { NodeIndex, Nodes } from './nodes.ts'
import { NAME, TableMentions, type MentionIndex } from './table-mentions.ts'

/** What the external identifiers of a run mean. */
export interface Externals {
  readonly nodeOf: ReadonlyMap<IdentifierIndex, NodeIndex>
  /** The mentions that fit several declared tables or columns, with those that they fit. Their own nodes stand for them. */
  readonly ambiguous: ReadonlyMap<IdentifierIndex, readonly NodeIndex[]>
  readonly mentions: TableMentions
}

/** Finds the thing that each external identifier means, or makes a node for it. Section 3 of the design, to the letter. */
export function resolveExternals(run: Run, nodes: Nodes, externals: readonly IdentifierIndex[]): Externals {
  const mentions = new TableMentions()
  const mentionOf = new Map(
    externals.map((identifier) => [identifier, mentions.intern(run.identifiers, identifier)]),
  )
  const { tableOf, candidates } = resolveTables(run, nodes, mentions)

  const isColumn = (identifier: IdentifierIndex): boolean =>
    run.identifiers.typeOf(identifier) === 'external_column'
  const tableOfIdentifier = (identifier: IdentifierIndex): NodeIndex => tableOf[mentionOf.get(identifier)!]!
  const columnsOf = columnFinder(run, nodes, new Set(externals.filter(isColumn).map(tableOfIdentifier)))
  const undeclaredColumns = new Tuples(2)
  const undeclaredNodes: NodeIndex[] = []

  const nodeOf = new Map<IdentifierIndex, NodeIndex>()
  const ambiguous = new Map<IdentifierIndex, readonly NodeIndex[]>()
  for (const identifier of externals) {
    const table = tableOfIdentifier(identifier)
    const tables = candidates.get(mentionOf.get(identifier)!)
    if (tables) ambiguous.set(identifier, tables)
    if (!isColumn(identifier)) {
      nodeOf.set(identifier, table)
      continue
    }
    const name = run.identifiers.columnOf(identifier)
    const columns = columnsOf(table, name)
    if (columns.length > 1) ambiguous.set(identifier, columns)
    if (columns.length === 1) {
      nodeOf.set(identifier, columns[0]!)
      continue
    }
    const undeclared = undeclaredColumns.intern(Int32Array.of(table, name))
    if (undeclaredNodes[undeclared] === undefined) {
      const node = nodes.add('external_column', name)
      nodes.setParent(node, table)
      undeclaredNodes[undeclared] = node
    }
    nodeOf.set(identifier, undeclaredNodes[undeclared])
  }
  return { nodeOf, ambiguous, mentions }
}

/** The node of each mentioned table, and the declared tables that a mention cannot choose among. */
function resolveTables(
  run: Run,
  nodes: Nodes,
  mentions: TableMentions,
): { tableOf: NodeIndex[]; candidates: Map<MentionIndex, readonly NodeIndex[]> } {
  const tablesFor = tableFinder(run, nodes, mentions)
  const tableOf: NodeIndex[] = []
  const candidates = new Map<MentionIndex, readonly NodeIndex[]>()
  const loose: MentionIndex[] = []
  const externalTable = (mention: MentionIndex): NodeIndex =>
    nodes.add('external_table', mentions.tuples.get(mention, NAME), mention)

  for (let mention = 0; mention < mentions.tuples.size; mention++) {
    const tables = tablesFor(mention)
    if (tables.length === 0) {
      loose.push(mention)
    } else if (tables.length === 1) {
      tableOf[mention] = tables[0]!
    } else {
      candidates.set(mention, tables)
      tableOf[mention] = externalTable(mention)
    }
  }
  for (const [mention, standing] of joinMentions(mentions.tuples, loose))
    tableOf[mention] = tableOf[standing] ??= externalTable(standing)
  return { tableOf, candidates }
}
