import type { IdentifierIndex } from '../read/identifiers.ts'
import type { Run } from '../read/run.ts'
import { edgesOfLines, type LineEdges } from './edges-of-lines.ts'
import { NO_NODE, Nodes } from './nodes.ts'
import { QueryReads, type ReadQuery } from './query-reads.ts'
import { resolveExternals, type Externals } from './resolve-externals.ts'
import { TableMentions } from './table-mentions.ts'

/** What a run means: its nodes, its distinct edges, and which declarations gave which. */
export interface Resolution {
  readonly nodes: Nodes
  /** The node of each identifier that lineage names; NO_NODE for a query, which is none: the tables that it reads are. */
  readonly nodeOfIdentifier: Int32Array
  readonly lineage: LineEdges
  readonly externals: Externals
  readonly queries: QueryReads
}

/**
 * Decides what every identifier of a run means.
 * @param readQuery what reads its queries. Names that stand in SQL alone are taken into the strings of the run.
 */
export function resolve(run: Run, readQuery: ReadQuery): Resolution {
  const nodes = new Nodes(run)
  const mentions = new TableMentions()
  const queries = new QueryReads(run, mentions, readQuery)
  const nodeOfIdentifier = new Int32Array(run.identifiers.size).fill(NO_NODE)
  const external: IdentifierIndex[] = []
  for (const identifier of identifiersOfLineage(run)) {
    switch (run.identifiers.typeOf(identifier)) {
      case 'internal_resource':
        nodeOfIdentifier[identifier] = nodes.named(run.identifiers.nameOf(identifier))
        break
      case 'tables_from_query':
        queries.read(identifier)
        break
      case 'external_table':
      case 'external_column':
        external.push(identifier)
    }
  }
  const externals = resolveExternals(run, nodes, mentions, external, nodeOfIdentifier)
  const lineage = edgesOfLines(run, nodes.length, nodeOfIdentifier, queries, externals.tables.nodeOf)
  return { nodes, nodeOfIdentifier, lineage, externals, queries }
}

/** The identifiers that are an end of some line, but for queries of lines that lead to a query: they give no edge. Each once. */
function* identifiersOfLineage(run: Run): Generator<IdentifierIndex> {
  const isQuery = new Uint8Array(run.identifiers.size)
  for (let identifier = 0; identifier < isQuery.length; identifier++)
    if (run.identifiers.typeOf(identifier) === 'tables_from_query') isQuery[identifier] = 1
  const seen = new Uint8Array(run.identifiers.size)
  const [froms, tos] = [run.lineage.from.values, run.lineage.to.values]
  for (let line = 0; line < froms.length; line++) {
    const from = froms[line]!
    const to = tos[line]!
    if (seen[from] === 0 && (isQuery[to] === 0 || isQuery[from] === 0)) {
      seen[from] = 1
      yield from
    }
    if (seen[to] === 0 && isQuery[to] === 0) {
      seen[to] = 1
      yield to
    }
  }
}
