import type { Csr } from '@lineagraph/core'

const PASSES = 4

/**
 * Moves nodes with more edges on one side than on the other towards that side, as far as their edges let them, and takes out the layers that
 * are left empty. Changes `layer` in place, every edge still leading to a higher one. O(n + m).
 * @param out of a graph without circles, @param into the same edges the other way. @param members to look at, a component.
 * @param fixed 1 for each node that stays.
 */
export function tightenLayers(
  layer: Uint32Array,
  out: Csr,
  into: Csr,
  members: readonly number[],
  fixed: Uint8Array,
): void {
  const degree = ({ starts }: Csr, node: number): number => starts[node + 1]! - starts[node]!
  const inOrder = members.toSorted((a, b) => layer[a]! - layer[b]! || a - b)
  for (let pass = 0; pass < PASSES; pass++) {
    for (const node of inOrder.toReversed())
      if (!fixed[node] && degree(out, node) > degree(into, node))
        layer[node] = nearest(out, node, -1, Math.min)
    for (const node of inOrder)
      if (!fixed[node] && degree(into, node) > degree(out, node))
        layer[node] = nearest(into, node, 1, Math.max)
  }
  const used = [...new Set(members.map((node) => layer[node]!))].sort((a, b) => a - b)
  const rank = new Map(used.map((own, i) => [own, i]))
  for (const node of members) layer[node] = rank.get(layer[node]!)!

  /** The layer right beside the nearest neighbour. */
  function nearest(
    { starts, neighbors }: Csr,
    node: number,
    by: 1 | -1,
    nearer: (a: number, b: number) => number,
  ): number {
    let found = layer[neighbors[starts[node]!]!]!
    for (let i = starts[node]! + 1; i < starts[node + 1]!; i++) found = nearer(found, layer[neighbors[i]!]!)
    return found + by
  }
}
