import type { SortedRows } from './align-blocks.ts'
import type { Layered } from './layered.ts'
import type { Order } from './order.ts'

/**
 * The segments that no block may contain, by 1: those that cross one between two dummies, so that long edges stay straight. O(n + m).
 * Source: Brandes, Köpf 2002, doi:10.1007/3-540-45848-4_3, algorithm 1.
 */
export function findConflicts(
  { nodeCount, componentStarts, layerStarts, weight }: Layered,
  { vertices, place }: Order,
  { into }: SortedRows,
): Uint8Array {
  const conflict = new Uint8Array(weight.length)
  for (let component = 0; component + 1 < componentStarts.length; component++)
    for (let layer = componentStarts[component]! + 1; layer < componentStarts[component + 1]!; layer++)
      findBefore(layer)
  return conflict

  /** What lies between two inner segments, or above the first or below the last, must have both ends there. */
  function findBefore(layer: number): void {
    const start = layerStarts[layer]!
    const end = layerStarts[layer + 1]!
    let above = layerStarts[layer - 1]!
    let waiting = start
    for (let at = start; at < end; at++) {
      const dummy = dummyBefore(vertices[at]!)
      if (dummy < 0 && at + 1 < end) continue
      const below = dummy < 0 ? start - 1 : place[dummy]!
      for (; waiting <= at; waiting++) bar(vertices[waiting]!, above, below)
      above = below
    }
  }

  function bar(vertex: number, above: number, below: number): void {
    for (let i = into.starts[vertex]!; i < into.starts[vertex + 1]!; i++) {
      const neighbor = into.neighbors[i]!
      const isInner = vertex >= nodeCount && neighbor >= nodeCount
      if (!isInner && (place[neighbor]! < above || place[neighbor]! > below)) conflict[into.edges[i]!] = 1
    }
  }

  /** The dummy from which an inner segment leads to the vertex, or -1. */
  function dummyBefore(vertex: number): number {
    if (vertex < nodeCount) return -1
    for (let i = into.starts[vertex]!; i < into.starts[vertex + 1]!; i++)
      if (into.neighbors[i]! >= nodeCount) return into.neighbors[i]!
    return -1
  }
}
