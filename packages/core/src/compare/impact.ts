import type { LineageGraph } from '../graph/lineage-graph.ts'
import { NO_NODE, type NodeIndex } from '../resolve/nodes.ts'
import { Downstream } from './downstream.ts'
import { ownersIn, REACHED_TYPES, type ReachedType } from './owners.ts'

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

/** Something downstream of a change. */
export interface ImpactExample {
  readonly type: string
  /** The id; of a table of another integration the key of the graph. */
  readonly id: string
  readonly title: string
}

const MOST_EXAMPLES = 20
/** Of the walks from the changes of one list together: about a second. */
const MOST_STEPS = 10_000_000

/** Of what is reached in one graph, what stands in the new run. */
export class Impacts {
  readonly #graph: LineageGraph
  readonly #walks: Downstream
  readonly #owners: Readonly<Record<ReachedType, Int32Array>>
  readonly #stands: (node: NodeIndex) => boolean
  /** By node: the last count that has it. */
  readonly #counted: Int32Array
  #count = 0

  /** @param stands whether a node of the graph is in the new run. */
  constructor(graph: LineageGraph, stands: (node: NodeIndex) => boolean) {
    this.#graph = graph
    this.#walks = new Downstream(graph)
    this.#owners = ownersIn(graph)
    this.#stands = stands
    this.#counted = new Int32Array(graph.nodeCount)
  }

  /**
   * How to ask what single changes reach, one after the other: null where all walks together would take too many steps, since a long chain
   * that is changed everywhere has as many as the square of its length.
   */
  each(): (starts: Iterable<NodeIndex>, ends?: Iterable<NodeIndex>) => Impact | null {
    let left = MOST_STEPS
    return (starts, ends = []) => {
      if (left <= 0) return null
      const before = this.#walks.steps
      const reached = this.#walks.from(starts, ends, left)
      left -= this.#walks.steps - before
      return reached ? this.#summed(reached) : null
    }
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
