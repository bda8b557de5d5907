import type { Run } from '../read/run.ts'
import { fittingTables, type TableLists } from './fitting-tables.ts'
import { joinMentions } from './join-mentions.ts'
import { KnownTables } from './known-tables.ts'
import { NO_NODE, type NodeIndex, type Nodes } from './nodes.ts'
import { NAME, type MentionIndex, type TableMentions } from './table-mentions.ts'

/** How a mention found what it means: nothing has its parts; one thing has, in exact case or only when folded; several have. */
export const FITS = { nothing: 0, exactly: 1, folded: 2, several: 3 } as const

/** What the mentions of tables mean. */
export interface ResolvedTables {
  /** The node by mention; behind the mentions, of mentioned tables of the catalogs, whose parts are taken in as mentions are. */
  readonly nodeOf: readonly NodeIndex[]
  /** One of FITS by mention. */
  readonly fits: Uint8Array
  /** The tables that an ambiguous mention cannot choose among: a node of its own stands for it. */
  readonly candidates: ReadonlyMap<MentionIndex, TableLists>
  /** The nodes of a table of the catalogs: the declared tables that it is, its own, or none where nobody mentions it. */
  readonly nodesOfCatalogTable: (table: number) => readonly NodeIndex[]
}

/** Finds the table that each mention means, or makes a node for it. Section 3 of the design, to the letter. */
export function resolveTables(
  run: Run,
  nodes: Nodes,
  mentions: TableMentions,
  isDeclared: (mention: MentionIndex) => boolean,
): ResolvedTables {
  const { tuples } = mentions
  const known = new KnownTables(run, nodes)
  const fitting = fittingTables(run, known, tuples)
  const nodeOf: NodeIndex[] = Array.from({ length: tuples.size }, () => NO_NODE)
  const fits = new Uint8Array(tuples.size)
  const candidates = new Map<MentionIndex, TableLists>()
  const loose: MentionIndex[] = []
  /** Mentions that mean a table of the catalogs, and beside each that table. */
  const inCatalog: MentionIndex[] = []
  const catalogTables: number[] = []
  const externalTable = (mention: MentionIndex): NodeIndex =>
    nodes.add('external_table', tuples.get(mention, NAME), mention)

  for (let mention = 0; mention < fits.length; mention++) {
    const lists = fitting.of(mention)
    const tables = lists[0]
    if (tables === undefined) {
      loose.push(mention)
    } else if (lists.length > 1 || tables.length > 1) {
      fits[mention] = FITS.several
      candidates.set(mention, lists)
      nodeOf[mention] = externalTable(mention)
    } else {
      fits[mention] = fitting.isFolded(mention) ? FITS.folded : FITS.exactly
      const table = tables[0]!
      if (table >= 0) {
        nodeOf[mention] = table
      } else {
        inCatalog.push(mention)
        catalogTables.push(~table)
      }
    }
  }
  for (const [mention, standing] of joinMentions({ strings: run.strings, tuples, loose, isDeclared })) {
    if (nodeOf[standing] === NO_NODE) nodeOf[standing] = externalTable(standing)
    nodeOf[mention] = nodeOf[standing]!
  }

  const nodeOfCatalogTable = new Int32Array(run.catalog?.tables.size ?? 0).fill(NO_NODE)
  for (const [i, mention] of inCatalog.entries()) {
    const table = catalogTables[i]!
    let node = nodeOfCatalogTable[table]!
    if (node === NO_NODE) {
      const parts = tuples.intern(run.catalog!.tables.row(table))
      nodeOfCatalogTable[table] = node = externalTable(parts)
      if ((nodeOf[parts] ?? NO_NODE) === NO_NODE) nodeOf[parts] = node
    }
    nodeOf[mention] = node
  }
  return {
    nodeOf,
    fits,
    candidates,
    nodesOfCatalogTable(table) {
      const node = nodeOfCatalogTable[table]!
      return node === NO_NODE ? known.declaredAs(table) : [node]
    },
  }
}
