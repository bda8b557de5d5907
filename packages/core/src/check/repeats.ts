import type { LineageGraph } from '../graph/lineage-graph.ts'
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

/** Every id that is declared more than once, in the order of the first repeats. O(declarations). */
export function repeatsOf(graph: LineageGraph): Repeat[] {
  const { resources } = graph.run
  const repeats = new Map<NodeIndex, Repeat & { equal: number[]; differing: number[] }>()
  for (let index = 0; index < resources.length; index++) {
    const node = graph.nodeOfString(resources.id.at(index))
    const first = graph.resourceOf(node)
    if (first === index) continue
    let repeat = repeats.get(node)
    if (repeat === undefined) repeats.set(node, (repeat = { node, first, equal: [], differing: [] }))
    const isEqual =
      resources.contentHigh.at(first) === resources.contentHigh.at(index) &&
      resources.contentLow.at(first) === resources.contentLow.at(index)
    ;(isEqual ? repeat.equal : repeat.differing).push(index)
  }
  return [...repeats.values()]
}
