import { Column } from '../read/column.ts'
import type { Run } from '../read/run.ts'
import { distinctPairs, type DistinctPairs } from './distinct-pairs.ts'
import { NO_NODE, type NodeIndex } from './nodes.ts'
import type { QueryReads } from './query-reads.ts'

/** The distinct edges of a run, and the lines that declare them: a line with a query gives one for each table that it reads. */
export interface LineEdges {
  /** Between nodes. Its occurrences are indexes into `lines`. */
  readonly edges: DistinctPairs
  /** Indexes into `run.lineage`, ascending. Of one edge no line comes twice. */
  readonly lines: Uint32Array
}

/**
 * @param nodeOfIdentifier NO_NODE for a query.
 * @param nodeOfMention the nodes of the tables that queries read. Time and memory of the order of lines and edges out of queries.
 */
export function edgesOfLines(
  run: Run,
  nodeCount: number,
  nodeOfIdentifier: Int32Array,
  queries: QueryReads,
  nodeOfMention: readonly NodeIndex[],
): LineEdges {
  const { from, to, lines } = nodeOfIdentifier.includes(NO_NODE)
    ? endsWithQueries(run, nodeCount, nodeOfIdentifier, queries, nodeOfMention)
    : endsOfLines(run, nodeOfIdentifier)
  return { edges: distinctPairs(nodeCount, from, to), lines }
}

interface Ends {
  readonly from: Int32Array
  readonly to: Int32Array
  readonly lines: Uint32Array
}

/** Every line is an edge. */
function endsOfLines({ lineage }: Run, nodeOfIdentifier: Int32Array): Ends {
  const count = lineage.length
  const [froms, tos] = [lineage.from.values, lineage.to.values]
  const ends = { from: new Int32Array(count), to: new Int32Array(count), lines: new Uint32Array(count) }
  for (let line = 0; line < count; line++) {
    ends.from[line] = nodeOfIdentifier[froms[line]!]!
    ends.to[line] = nodeOfIdentifier[tos[line]!]!
    ends.lines[line] = line
  }
  return ends
}

function endsWithQueries(
  { lineage }: Run,
  nodeCount: number,
  nodeOfIdentifier: Int32Array,
  queries: QueryReads,
  nodeOfMention: readonly NodeIndex[],
): Ends {
  const froms = Column.ints()
  const tos = Column.ints()
  const lines = Column.ints()
  const add = (line: number, from: NodeIndex, to: NodeIndex): void => {
    froms.push(from)
    tos.push(to)
    lines.push(line)
  }
  /** By node, the last line that leaves it, and 1: a query may name one table in two ways. */
  const lastLine = new Int32Array(nodeCount)
  for (let line = 0; line < lineage.length; line++) {
    const from = lineage.from.at(line)
    const to = nodeOfIdentifier[lineage.to.at(line)]!
    if (to === NO_NODE) continue // a query as target
    const node = nodeOfIdentifier[from]!
    if (node !== NO_NODE) {
      add(line, node, to)
      continue
    }
    for (const { mention } of queries.tablesOf(from)) {
      const table = nodeOfMention[mention]!
      if (lastLine[table] !== line + 1) add(line, table, to)
      lastLine[table] = line + 1
    }
  }
  return { from: froms.values, to: tos.values, lines: Uint32Array.from(lines.values) }
}
