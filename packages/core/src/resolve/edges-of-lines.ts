import { Column } from '../read/column.ts'
import type { Run } from '../read/run.ts'
import { Tuples } from '../read/tuples.ts'
import { NO_NODE, type NodeIndex } from './nodes.ts'
import type { QueryReads } from './query-reads.ts'

/** The distinct edges of a run, and the lines that declare them: a line with a query gives one for each table that it reads. */
export interface LineEdges {
  /** Distinct edges: [from, to]. */
  readonly edges: Tuples
  /** Pair i says that line `lines[i]` gives edge `edgeOfPair[i]`. Lines ascend; no pair comes twice. */
  readonly lines: Int32Array
  readonly edgeOfPair: Int32Array
}

/**
 * @param nodeOfIdentifier NO_NODE for a query.
 * @param nodeOfMention the nodes of the tables that queries read. Time and memory O(lines + edges out of queries).
 */
export function edgesOfLines(
  run: Run,
  nodeOfIdentifier: Int32Array,
  queries: QueryReads,
  nodeOfMention: readonly NodeIndex[],
): LineEdges {
  const edges = new Tuples(2)
  const lines = Column.ints()
  const edgeOfPair = Column.ints()
  /** By edge, the last line that gave it: a query may name one table in two ways. */
  const lastLine: number[] = []
  const edge = new Int32Array(2)
  const add = (line: number, from: NodeIndex, to: NodeIndex): void => {
    edge[0] = from
    edge[1] = to
    const index = edges.intern(edge)
    if (lastLine[index] === line) return
    lastLine[index] = line
    lines.push(line)
    edgeOfPair.push(index)
  }
  for (let line = 0; line < run.lineage.length; line++) {
    const from = run.lineage.from.at(line)
    const to = nodeOfIdentifier[run.lineage.to.at(line)]!
    if (to === NO_NODE) continue // a query as target
    const node = nodeOfIdentifier[from]!
    if (node !== NO_NODE) add(line, node, to)
    else for (const { mention } of queries.tablesOf(from)) add(line, nodeOfMention[mention]!, to)
  }
  return { edges, lines: lines.values, edgeOfPair: edgeOfPair.values }
}
