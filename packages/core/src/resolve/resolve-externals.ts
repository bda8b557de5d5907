import type { IdentifierIndex } from '../read/identifiers.ts'
import type { Run } from '../read/run.ts'
import { UNSET } from '../read/strings.ts'
import { Tuples } from '../read/tuples.ts'
import { knownColumns, type ColumnRef } from './find-columns.ts'
import type { NodeIndex, Nodes } from './nodes.ts'
import { FITS, resolveTables, type ResolvedTables } from './resolve-tables.ts'
import type { TableMentions } from './table-mentions.ts'

/** What the external identifiers and the queries of a run mean. */
export interface Externals {
  readonly mentions: TableMentions
  readonly tables: ResolvedTables
  /** The mention of a table by external identifier; UNSET for others. */
  readonly mentionOf: Int32Array
  /** One of FITS by external column: how the column was found in its table. */
  readonly columnFits: Uint8Array
  /** The columns that an ambiguous external column cannot choose among: a node of its own stands for it. */
  readonly columnCandidates: ReadonlyMap<IdentifierIndex, readonly ColumnRef[]>
}

/**
 * Finds the thing that each external identifier means, or makes a node for it. Section 3 of the design, to the letter.
 * @param mentions already has what queries mention.
 * @param nodeOf the node by identifier: those of external identifiers are written into it.
 */
export function resolveExternals(
  run: Run,
  nodes: Nodes,
  mentions: TableMentions,
  externals: readonly IdentifierIndex[],
  nodeOf: Int32Array,
): Externals {
  const mentionOf = new Int32Array(run.identifiers.size).fill(UNSET)
  for (const identifier of externals) mentionOf[identifier] = mentions.intern(run.identifiers, identifier)
  const isDeclared = new Uint8Array(mentions.tuples.size)
  for (const identifier of externals) isDeclared[mentionOf[identifier]!] = 1
  const tables = resolveTables(run, nodes, mentions, (mention) => isDeclared[mention] === 1)

  const columns: IdentifierIndex[] = []
  for (const identifier of externals) {
    nodeOf[identifier] = tables.nodeOf[mentionOf[identifier]!]!
    if (run.identifiers.typeOf(identifier) === 'external_column') columns.push(identifier)
  }
  return {
    mentions,
    tables,
    mentionOf,
    ...resolveColumns(run, nodes, tables, columns, nodeOf),
  }
}

/** @param nodeOf the node of the table of each column: that of the column is written over it. */
function resolveColumns(
  run: Run,
  nodes: Nodes,
  { nodesOfCatalogTable }: ResolvedTables,
  columns: readonly IdentifierIndex[],
  nodeOf: Int32Array,
): Pick<Externals, 'columnFits' | 'columnCandidates'> {
  const columnFits = new Uint8Array(run.identifiers.size)
  const columnCandidates = new Map<IdentifierIndex, readonly ColumnRef[]>()
  const tables = new Set(columns.map((identifier) => nodeOf[identifier]!))
  const known = knownColumns(run, nodes, tables, nodesOfCatalogTable)
  const keys = new Tuples(2)
  const outside: NodeIndex[] = []
  for (const identifier of columns) {
    const table = nodeOf[identifier]!
    const name = run.identifiers.columnOf(identifier)
    const { columns: fitting, isFolded } = known.find(table, name)
    const [column] = fitting
    if (fitting.length > 1) columnCandidates.set(identifier, fitting)
    if (fitting.length > 1) columnFits[identifier] = FITS.several
    else if (column !== undefined) columnFits[identifier] = isFolded ? FITS.folded : FITS.exactly
    if (fitting.length === 1 && column! >= 0) {
      nodeOf[identifier] = column!
      continue
    }
    const called = fitting.length === 1 ? ~column! : name
    const key = keys.intern(Int32Array.of(table, called))
    if (outside[key] === undefined) {
      outside[key] = nodes.add('external_column', called)
      nodes.setParent(outside[key], table)
    }
    nodeOf[identifier] = outside[key]
  }
  return { columnFits, columnCandidates }
}
