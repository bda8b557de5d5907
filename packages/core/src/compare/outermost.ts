import { depths, nearestAbove } from '../graph/hierarchy.ts'
import type { NodeIndex } from '../resolve/nodes.ts'

/** Nodes that are in none of the others, and how many of the others are in each. */
export interface Outermost {
  readonly nodes: Int32Array
  readonly inside: Uint32Array
}

/**
 * Rolls nodes up: those that are in none of the others, in their order. What is in a circle of parents is in nothing. O(n).
 * @param parents the parent of each node, or -1.
 * @example
 * ```ts
 * const { nodes, inside } = outermost(Int32Array.of(node), graph.parents)
 * ```
 */
export function outermost(all: Int32Array, parents: Int32Array): Outermost {
  const isOne = new Uint8Array(parents.length)
  for (const node of all) isOne[node] = 1
  const depth = depths(parents)
  const isOuter = (node: NodeIndex): boolean => depth[node] === 0 || isOne[parents[node]!] === 0
  const nodes = all.filter(isOuter)
  const placeOf = new Map(Array.from(nodes, (node, place) => [node, place]))
  const inside = new Uint32Array(nodes.length)
  const above = nearestAbove(parents, (node) => placeOf.has(node))
  for (const node of all) if (!placeOf.has(node)) inside[placeOf.get(above(node))!]!++
  return { nodes, inside }
}
