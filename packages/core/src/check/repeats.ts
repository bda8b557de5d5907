import type { LineageGraph } from '../graph/lineage-graph.ts'
import { Column } from '../read/column.ts'
import { groupsOf, type Groups } from '../resolve/groups.ts'
import type { NodeIndex } from '../resolve/nodes.ts'

/** An id that is declared more than once: indexes into `run.resources`. */
export interface Repeat {
  readonly node: NodeIndex
  /** The declaration that stands. */
  readonly first: number
  /** Later ones that say the same. */
  readonly equal: readonly number[]
  /** Later ones that say something else. */
  readonly differing: readonly number[]
}

/** The ids that are declared more than once, numbered in the order of the first repeats. O(declarations). */
export class Repeats {
  readonly #graph: LineageGraph
  readonly #nodes = Column.ints()
  /** The repeats, as indexes into `run.resources`, and which of them are of one id. */
  readonly #repeats = Column.ints()
  readonly #groups: Groups

  constructor(graph: LineageGraph) {
    const { nodes } = graph.resolution
    const ids = graph.run.resources.id.values
    this.#graph = graph
    const numberOf = new Int32Array(ids.length === nodes.resourceCount ? 0 : nodes.resourceCount).fill(-1)
    const numbers = Column.ints()
    for (let index = 0; numberOf.length > 0 && index < ids.length; index++) {
      const node = nodes.ofId(ids[index]!)
      if (nodes.originOf(node) === index) continue
      if (numberOf[node] === -1) {
        numberOf[node] = this.#nodes.length
        this.#nodes.push(node)
      }
      this.#repeats.push(index)
      numbers.push(numberOf[node]!)
    }
    this.#groups = groupsOf(this.#nodes.length, numbers.values)
  }

  at(number: number): Repeat {
    const node = this.#nodes.at(number)
    const first = this.#graph.resourceOf(node)
    const equal: number[] = []
    const differing: number[] = []
    const { starts, members } = this.#groups
    for (let i = starts[number]!; i < starts[number + 1]!; i++) {
      const index = this.#repeats.at(members[i]!)
      ;(this.#isEqual(first, index) ? equal : differing).push(index)
    }
    return { node, first, equal, differing }
  }

  nodeOf(number: number): NodeIndex {
    return this.#nodes.at(number)
  }

  /** The first declaration after the one that stands. */
  firstOf(number: number): number {
    return this.#repeats.at(this.#groups.members[this.#groups.starts[number]!]!)
  }

  /** Those with a declaration that says something else than the one that stands, or those without. */
  where(isConflicting: boolean): number[] {
    const found: number[] = []
    for (let number = 0; number < this.#nodes.length; number++)
      if (this.#isConflicting(number) === isConflicting) found.push(number)
    return found
  }

  #isConflicting(number: number): boolean {
    const first = this.#graph.resourceOf(this.#nodes.at(number))
    const { starts, members } = this.#groups
    for (let i = starts[number]!; i < starts[number + 1]!; i++)
      if (!this.#isEqual(first, this.#repeats.at(members[i]!))) return true
    return false
  }

  #isEqual(one: number, other: number): boolean {
    const { contentHigh, contentLow } = this.#graph.run.resources
    return contentHigh.at(one) === contentHigh.at(other) && contentLow.at(one) === contentLow.at(other)
  }
}
