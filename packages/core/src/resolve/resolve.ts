import type { IdentifierIndex } from '../read/identifiers.ts'
import type { Run } from '../read/run.ts'
import { UNSET, type StringIndex } from '../read/strings.ts'
import { edgesOfLines, type LineEdges } from './edges-of-lines.ts'
import { NO_NODE, Nodes, type NodeIndex } from './nodes.ts'
import { QueryReads } from './query-reads.ts'
import { resolveExternals, type Externals } from './resolve-externals.ts'
import type { QueryOptions } from './sql/tables-from-query.ts'
import { TableMentions } from './table-mentions.ts'

/** What a run means: its nodes, its distinct edges, and which declarations gave which. */
export interface Resolution {
  readonly nodes: Nodes
  /** The resource or missing resource of each id, by string; NO_NODE where a string is no id. */
  readonly nodeOfId: Int32Array
  /** The node of each identifier that lineage names; NO_NODE for a query, which is none: the tables that it reads are. */
  readonly nodeOfIdentifier: Int32Array
  readonly lineage: LineEdges
  readonly externals: Externals
  readonly queries: QueryReads
}

/**
 * Decides what every identifier of a run means.
 * @param options the dialect of its queries. Names that stand in SQL alone are taken into the strings of the run.
 */
export function resolve(run: Run, options: QueryOptions = {}): Resolution {
  const nodes = new Nodes()
  const nodeOfId = new Int32Array(run.strings.size).fill(NO_NODE)
  declareResources(run, nodes, nodeOfId)
  const nodeNamed = (id: StringIndex): NodeIndex => {
    if (nodeOfId[id] === NO_NODE) nodeOfId[id] = nodes.add('missing', id)
    return nodeOfId[id]!
  }
  for (const node of nodes.resources()) {
    const parent = run.resources.parent.at(nodes.originOf(node))
    if (parent !== UNSET) nodes.setParent(node, nodeNamed(parent))
  }

  const mentions = new TableMentions()
  const queries = new QueryReads(run, mentions, options)
  const nodeOfIdentifier = new Int32Array(run.identifiers.size).fill(NO_NODE)
  const external: IdentifierIndex[] = []
  for (const identifier of identifiersOfLineage(run)) {
    switch (run.identifiers.typeOf(identifier)) {
      case 'internal_resource':
        nodeOfIdentifier[identifier] = nodeNamed(run.identifiers.nameOf(identifier))
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
  const lineage = edgesOfLines(run, nodeOfIdentifier, queries, externals.tables.nodeOf)
  return { nodes, nodeOfId, nodeOfIdentifier, lineage, externals, queries }
}

/** A node for each declared id: of several declarations the first stands. */
function declareResources(run: Run, nodes: Nodes, nodeOfId: Int32Array): void {
  for (let index = 0; index < run.resources.length; index++) {
    const id = run.resources.id.at(index)
    if (nodeOfId[id] === NO_NODE) nodeOfId[id] = nodes.add('resource', id, index)
  }
}

/** The identifiers that are an end of some line, but for queries of lines that lead to a query: they give no edge. Each once. */
function* identifiersOfLineage(run: Run): Generator<IdentifierIndex> {
  const isQuery = (identifier: IdentifierIndex): boolean =>
    run.identifiers.typeOf(identifier) === 'tables_from_query'
  const seen = new Uint8Array(run.identifiers.size)
  for (let line = 0; line < run.lineage.length; line++) {
    const from = run.lineage.from.at(line)
    const to = run.lineage.to.at(line)
    const toQuery = isQuery(to)
    if (!seen[from] && !(toQuery && isQuery(from))) {
      seen[from] = 1
      yield from
    }
    if (!seen[to] && !toQuery) {
      seen[to] = 1
      yield to
    }
  }
}
