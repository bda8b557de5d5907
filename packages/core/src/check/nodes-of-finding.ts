import type { LineageGraph } from '../graph/lineage-graph.ts'
import { isIdentifier } from '../read/read-lineage.ts'
import { NO_NODE, type NodeIndex } from '../resolve/nodes.ts'
import type { About } from './finding-list.ts'

/**
 * The nodes that a finding is about, as far as they are in the graph: where a picture marks it.
 * @example
 * ```ts
 * for (const finding of report.findings) console.log(finding.rule, nodesOfFinding(graph, finding).map((node) => graph.idOf(node)))
 * ```
 */
export function nodesOfFinding(
  graph: LineageGraph,
  { subject, data }: Pick<About, 'subject' | 'data'>,
): NodeIndex[] {
  switch (subject.kind) {
    case 'resource':
      return present([graph.nodeOfId(subject.id)])
    case 'lineage':
      return present([subject.from, subject.to].flatMap((end) => nodesOfDeclared(graph, end)))
    case 'mention': {
      const { kind: _, ...parts } = subject
      return present(
        parts.type === 'external_table' ? [graph.nodeOfTable(parts)] : nodesOfDeclared(graph, parts),
      )
    }
    case 'graph':
      return present(strings(data['keys']).map((key) => graph.nodeOfKey(key)))
    case 'file':
      return []
  }
}

const present = (nodes: readonly (NodeIndex | undefined)[]): NodeIndex[] =>
  nodes.filter((node): node is NodeIndex => node !== undefined && node !== NO_NODE)

/** The node of an identifier; of a query the tables that it reads. */
function nodesOfDeclared(graph: LineageGraph, declared: unknown): NodeIndex[] {
  const identifier = isIdentifier(declared) ? graph.run.identifiers.find(declared) : -1
  return identifier < 0 ? [] : [...graph.tablesOfQuery(identifier), graph.nodeOfIdentifier(identifier)]
}

/** The keys of a circle's nodes, where a finding has some. */
const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
