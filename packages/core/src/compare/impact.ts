import type { LineageGraph } from '../graph/lineage-graph.ts'
import { NO_NODE, type NodeIndex } from '../resolve/nodes.ts'
import { Downstream, ownersIn, REACHED_TYPES, type ReachedType } from './downstream.ts'

/** What stands in the new run and is downstream of something that is not, or is another now. */
export interface Impact {
  /** Distinct ones: what lineage reaches, and what that is inside. */
  readonly dashboards: number
  readonly charts: number
  /** Those of other integrations too. */
  readonly tables: number
  /** All that an edge leads to, columns among it. */
  readonly things: number
  /** Some of them by their ids, dashboards first: at most 20. */
  readonly examples: readonly ImpactExample[]
}

export interface ImpactExample {
  readonly type: string
  /** The id; of a table of another integration the key of the graph. */
  readonly id: string
  readonly title: string
}

const MOST_EXAMPLES = 20

/** Of what is reached in one graph, what stands in the new run. */
export class Impacts {
  readonly #graph: LineageGraph
  readonly #walks: Downstream
  readonly #owners: Readonly<Record<ReachedType, Int32Array>>
  readonly #stands: (node: NodeIndex) => boolean
  /** By node: the last count that has it. */
  readonly #counted: Int32Array
  #count = 0
  /** Steps that are left for single walks. */
  #left: number

  /** @param stands whether a node of the graph is in the new run. @param budget steps for all questions of `of` together. */
  constructor(graph: LineageGraph, stands: (node: NodeIndex) => boolean, budget: number) {
    this.#graph = graph
    this.#walks = new Downstream(graph)
    this.#owners = ownersIn(graph)
    this.#stands = stands
    this.#counted = new Int32Array(graph.nodeCount)
    this.#left = budget
  }

  /** What one change reaches; undefined where all walks together would take too many steps. */
  of(starts: Iterable<NodeIndex>, ends: Iterable<NodeIndex> = []): Impact | undefined {
    const before = this.#walks.steps
    const reached = this.#walks.from(starts, ends, this.#left)
    this.#left -= this.#walks.steps - before
    return reached && this.#summed(reached)
  }

  /** What stands of all that many changes reach, by kind: see `Impact`. */
  ofAll(starts: Iterable<NodeIndex>, ends: Iterable<NodeIndex> = []): ReachedNodes {
    return this.#sorted(this.#walks.from(starts, ends)!)
  }

  #summed(reached: readonly NodeIndex[]): Impact {
    const { things, ...byType } = this.#sorted(reached)
    const examples: ImpactExample[] = []
    for (const type of REACHED_TYPES)
      for (const node of byType[type].slice(0, MOST_EXAMPLES - examples.length))
        examples.push(exampleOf(this.#graph, type, node))
    return {
      dashboards: byType.dashboard.length,
      charts: byType.chart.length,
      tables: byType.table.length,
      things: things.length,
      examples,
    }
  }

  #sorted(reached: readonly NodeIndex[]): ReachedNodes {
    const things = reached.filter((node) => this.#stands(node))
    const found: Record<ReachedType, NodeIndex[]> = { dashboard: [], chart: [], table: [] }
    for (const type of REACHED_TYPES) {
      const count = ++this.#count
      const owners = this.#owners[type]
      for (const node of things) {
        const owner = owners[node]!
        if (owner === NO_NODE || this.#counted[owner] === count || !this.#stands(owner)) continue
        this.#counted[owner] = count
        found[type].push(owner)
      }
    }
    return { ...found, things }
  }
}

/** Nodes by what they are. */
export type ReachedNodes = Readonly<Record<ReachedType | 'things', readonly NodeIndex[]>>

const exampleOf = (graph: LineageGraph, type: ReachedType, node: NodeIndex): ImpactExample => ({
  type,
  id: graph.idOf(node) || graph.keyOf(node),
  title: graph.titleOf(node),
})
