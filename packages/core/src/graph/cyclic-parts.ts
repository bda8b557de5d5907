import type { NodeIndex } from '../resolve/nodes.ts'
import { groupsOf, membersOf } from '../resolve/groups.ts'
import type { Csr } from './csr.ts'
import { strongComponents } from './strong-components.ts'

/**
 * The strongly connected parts of more than one node, each as its nodes, ascending. O(n + m): what no circle leads to is left out
 * first, which in most runs is all, and what leads nowhere.
 */
export function cyclicParts(out: Csr): Uint32Array[] {
  const isOutside = nodesOutsideCircles(out)
  if (!isOutside.includes(0)) return []
  const { count, componentOf, sizes } = strongComponents(out, isOutside)
  const groups = groupsOf(count, componentOf)
  const parts: Uint32Array[] = []
  for (let component = 0; component < count; component++)
    if (sizes[component]! > 1) parts.push(membersOf(groups, component))
  return parts
}

/** 1 for each node that no circle leads to, itself in none: taken away one by one, from where nothing leads to. And for each without a way on. */
function nodesOutsideCircles({ starts, neighbors }: Csr): Uint8Array {
  const nodeCount = starts.length - 1
  const waiting = new Uint32Array(nodeCount)
  for (let i = 0; i < neighbors.length; i++) waiting[neighbors[i]!]!++
  const isOutside = new Uint8Array(nodeCount)
  const free: NodeIndex[] = []
  for (let start = 0; start < nodeCount; start++) {
    if (starts[start] === starts[start + 1]) isOutside[start] = 1
    if (waiting[start] !== 0 || isOutside[start] === 1) continue
    free.push(start)
    for (let node = free.pop(); node !== undefined; node = free.pop()) {
      isOutside[node] = 1
      for (let i = starts[node]!; i < starts[node + 1]!; i++)
        if (--waiting[neighbors[i]!]! === 0) free.push(neighbors[i]!)
    }
  }
  return isOutside
}
