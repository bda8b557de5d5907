import type { LineageGraph, NodeIndex, Severity } from '@lineagraph/core'

/** How many findings there are on each of some things. */
export interface Badges {
  readonly errors: Uint32Array
  readonly warnings: Uint32Array
  readonly infos: Uint32Array
}

/** A finding as far as badges go: how grave it is, and what it is about. */
export interface Marked {
  readonly severity: Severity
  readonly nodes: readonly NodeIndex[]
}

/** Parents that go up further than this are no hierarchy: there only the nearest are marked. */
const HIGHEST = 64

/** Counts each finding once at everything that shows one of its nodes. @param visit calls with each thing that shows a node. */
export function badgesOf(
  findings: readonly Marked[],
  visit: (node: NodeIndex, at: (thing: number) => void) => void,
  thingCount: number,
): Badges {
  const { badges, mark } = counter(thingCount)
  /** The number of the last finding that each thing was counted at. */
  const countedAt = new Int32Array(thingCount).fill(-1)
  for (const [number, { severity, nodes }] of findings.entries()) {
    const at = (thing: number): void => {
      if (countedAt[thing] === number) return
      countedAt[thing] = number
      mark(severity, thing)
    }
    for (const node of nodes) visit(node, at)
  }
  return badges
}

/** Counts each finding once at its nodes and at everything around them. */
export function badgesUpward(findings: readonly Marked[], graph: LineageGraph): Badges {
  const { badges, mark } = counter(graph.nodeCount)
  const parents = graph.placedParents
  for (const { severity, nodes } of findings) {
    const things = new Set<NodeIndex>()
    for (const start of nodes) {
      let steps = 0
      for (let node = start; node >= 0 && !things.has(node) && steps < HIGHEST; node = parents[node]!) {
        things.add(node)
        steps++
      }
    }
    for (const thing of things) mark(severity, thing)
  }
  return badges
}

function counter(length: number): {
  badges: Badges
  mark: (severity: Severity, thing: number) => void
} {
  const badges = {
    errors: new Uint32Array(length),
    warnings: new Uint32Array(length),
    infos: new Uint32Array(length),
  }
  const countsOf = { error: badges.errors, warning: badges.warnings, info: badges.infos }
  const mark = (severity: Severity, thing: number): void => {
    countsOf[severity][thing]!++
  }
  return { badges, mark }
}
