import { csrOf, strongComponents } from '@lineagraph/core'

/** The strongly connected part of each node that is in a circle with others, numbered from 0 in the order of their first nodes; else -1. O(n + m). */
export function findCircles(count: number, from: Uint32Array, to: Uint32Array): Int32Array {
  const parts = strongComponents(csrOf(count, from, to))
  const size = new Uint32Array(parts.count)
  for (const part of parts.componentOf) size[part]!++
  const numberOf = new Int32Array(parts.count).fill(-1)
  let next = 0
  return new Int32Array(count).map((_, node) => {
    const part = parts.componentOf[node]!
    if (size[part]! < 2) return -1
    if (numberOf[part] === -1) numberOf[part] = next++
    return numberOf[part]!
  })
}
