import type { LineageGraph } from '../graph/lineage-graph.ts'
import type { NodeIndex } from '../resolve/nodes.ts'

/**
 * Walks downstream along lineage as it is declared, from things and from all that is inside them, again and again over one graph: a walk
 * takes what it reaches, and no more. What is reached is what an edge leads to; a start is, where a circle leads back to it.
 */
export class Downstream {
  readonly #graph: LineageGraph
  /** By node: the last walk that has it in its queue, and the last that reached it. */
  readonly #queued: Int32Array
  readonly #reached: Int32Array
  readonly #queue: Int32Array
  #walk = 0
  /** Edges and things inside that were looked at, by all walks. */
  steps = 0

  constructor(graph: LineageGraph) {
    this.#graph = graph
    this.#queued = new Int32Array(graph.nodeCount)
    this.#reached = new Int32Array(graph.nodeCount)
    this.#queue = new Int32Array(graph.nodeCount)
  }

  /**
   * @param starts things that are walked from, with all that is inside them.
   * @param ends things that are reached to begin with: what a removed edge led to.
   * @param most steps; a walk that would take more stops.
   * @returns what is reached, in the order of the walk; undefined where the walk was stopped.
   */
  from(
    starts: Iterable<NodeIndex>,
    ends: Iterable<NodeIndex> = [],
    most = Infinity,
  ): NodeIndex[] | undefined {
    const { out } = this.#graph
    const walk = ++this.#walk
    const queue = this.#queue
    const found: NodeIndex[] = []
    let length = 0
    const enqueue = (node: NodeIndex): void => {
      if (this.#queued[node] === walk) return
      this.#queued[node] = walk
      queue[length++] = node
    }
    const reach = (node: NodeIndex): void => {
      if (this.#reached[node] !== walk) {
        this.#reached[node] = walk
        found.push(node)
      }
      enqueue(node)
    }
    const last = this.steps + most
    for (const node of starts) enqueue(node)
    for (let at = 0; at < length; at++) {
      const inside = this.#graph.childrenOf(queue[at]!)
      this.steps += inside.length + 1
      if (this.steps > last) return undefined
      for (const node of inside) enqueue(node)
    }
    for (const node of ends) reach(node)
    for (let at = 0; at < length; at++) {
      const node = queue[at]!
      const [start, end] = [out.starts[node]!, out.starts[node + 1]!]
      this.steps += end - start + 1
      if (this.steps > last) return undefined
      for (let i = start; i < end; i++) reach(out.neighbors[i]!)
    }
    return found
  }
}
