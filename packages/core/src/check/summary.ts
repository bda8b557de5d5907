import type { Severity, Summary } from './finding.ts'

/** What a run holds, whatever is found in it. */
export type Figures = Pick<Summary, 'resources' | 'lineage' | 'nodes' | 'edges'>

/** The figures with the counts of the findings that are left, and of those that a baseline hides. */
export function summaryOf(
  { resources, lineage, nodes, edges }: Figures,
  { error: errors, warning: warnings, info: infos }: Readonly<Record<Severity, number>>,
  baselined: number,
): Summary {
  return { resources, lineage, nodes, edges, errors, warnings, infos, baselined, ok: errors === 0 }
}

/** The figures of several runs together. */
export function sumOf(all: readonly Figures[]): Figures {
  const sum = { resources: 0, lineage: 0, nodes: 0, edges: 0 }
  for (const { resources, lineage, nodes, edges } of all) {
    sum.resources += resources
    sum.lineage += lineage
    sum.nodes += nodes
    sum.edges += edges
  }
  return sum
}
