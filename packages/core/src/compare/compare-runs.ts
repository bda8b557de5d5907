import type { Report } from '../check/finding.ts'
import { NO_NODE, type NodeIndex } from '../resolve/nodes.ts'
import { compareEdges } from './compare-edges.ts'
import { compareFindings } from './compare-findings.ts'
import { compareResources } from './compare-resources.ts'
import { findRenames } from './find-renames.ts'
import { Impacts, type ReachedNodes } from './impact.ts'
import { matchNodes } from './match-nodes.ts'
import { RunDiff, type DiffSummary } from './run-diff.ts'

/**
 * Compares two runs: which resources and edges came, went, or are others now, which findings are new or gone, and what is downstream of all
 * that. The order of lines does not matter. O(n log n), some twenty bytes a node; what is said of each change is made when it is asked for.
 * @example
 * ```ts
 * const diff = compareRuns(await checkRun('before/'), await checkRun('after/'))
 * for (const { id, impact } of diff.removed()) console.log(id, impact?.dashboards)
 * ```
 */
export function compareRuns(base: Report, head: Report): RunDiff {
  const graphs = [base.graph, head.graph] as const
  const matched = matchNodes(...graphs)
  const resources = compareResources(...graphs, matched)
  const renames = findRenames(...graphs, matched, resources)
  const edges = compareEdges(...graphs, matched, renames)
  const findings = compareFindings(base, head)
  const inHeadOf = (node: NodeIndex): NodeIndex =>
    renames.toOf[node] === NO_NODE ? matched.headOf[node]! : renames.toOf[node]!
  const stands = (node: NodeIndex): boolean => node !== NO_NODE && head.graph.kindOf(node) !== 'missing'
  const inBase = new Impacts(base.graph, (node) => stands(inHeadOf(node)))
  const inHead = new Impacts(head.graph, stands)

  const ends = Array.from(edges.removed, (edge) => base.graph.toOf(edge))
  const reachedInBase = inBase.ofAll(resources.removed, ends)
  const reachedInHead = inHead.ofAll([...resources.changed, ...resources.moved])
  const countOf = (sort: keyof ReachedNodes): number => {
    const all = new Set(reachedInHead[sort])
    for (const node of reachedInBase[sort]) all.add(inHeadOf(node))
    return all.size
  }
  const counts = {
    resources: {
      added: resources.added.length,
      removed: resources.removed.length,
      changed: resources.changed.length,
      moved: resources.moved.length,
      renamed: countWhere(resources.removed, (node) => renames.toOf[node] !== NO_NODE),
    },
    edges: {
      added: edges.added.length,
      removed: edges.removed.length,
      renamed: countWhere(edges.removed, (edge) => edges.isRemovedByRename[edge] === 1),
    },
    findings: { new: findings.fresh.length, fixed: findings.fixed.length },
  }
  const summary: DiffSummary = {
    same: Object.values(counts).every((of) => Object.values(of).every((count) => count === 0)),
    ...counts,
    impact: {
      dashboards: countOf('dashboard'),
      charts: countOf('chart'),
      tables: countOf('table'),
      things: countOf('things'),
    },
  }
  return new RunDiff(base, head, { matched, resources, renames, edges, findings, inBase, inHead, summary })
}

function countWhere(numbers: Int32Array, isCounted: (number: number) => boolean): number {
  let count = 0
  for (const number of numbers) if (isCounted(number)) count++
  return count
}
