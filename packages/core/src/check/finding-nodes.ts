import type { LineageGraph } from '../graph/lineage-graph.ts'
import type { NodeIndex } from '../resolve/nodes.ts'
import type { About } from './finding-list.ts'
import { SEVERITIES } from './finding.ts'
import { nodesOfFinding } from './nodes-of-finding.ts'
import { RULES } from './registry.ts'

/**
 * The nodes that findings are about, by severity (`error`) and by rule (`lineage/no-cycle`): what a selector asks for with `finding:`.
 * Sorted when the first asks. Undefined for what is neither a severity nor a rule.
 * @param findings of this graph; looked at when the first asks.
 * @example
 * ```ts
 * const nodesOf = findingNodes(graph, () => report.findings)
 * const wrong = nodesOf('error')?.size
 * ```
 */
export function findingNodes(
  graph: LineageGraph,
  findings: () => Iterable<About>,
): (name: string) => ReadonlySet<NodeIndex> | undefined {
  let byName: Map<string, Set<NodeIndex>> | undefined
  return (name) => {
    byName ??= sorted(graph, findings())
    return byName.get(name)
  }
}

function sorted(graph: LineageGraph, findings: Iterable<About>): Map<string, Set<NodeIndex>> {
  const byName = new Map(
    [...SEVERITIES, ...RULES.map(({ id }) => id)].map((name) => [name, new Set<NodeIndex>()]),
  )
  for (const finding of findings)
    for (const node of nodesOfFinding(graph, finding)) {
      byName.get(finding.severity)?.add(node)
      byName.get(finding.rule)?.add(node)
    }
  return byName
}
