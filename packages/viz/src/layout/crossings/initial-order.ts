import type { Layered } from './layered.ts'
import type { Order } from './order.ts'

/**
 * The order in which a walk along the edges, depth first and rather to the right, comes to the vertices: a tree has no crossings.
 * O(n + m), without recursion. @param lane 1 for vertices that stand below all others of their layer.
 */
export function initialOrder(
  { vertexCount, layerOf, layerStarts, out, into }: Layered,
  lane: Uint8Array,
): Order {
  const found = new Uint32Array(vertexCount)
  let foundCount = 0
  const visited = new Uint8Array(vertexCount)
  const path = new Uint32Array(vertexCount)
  const next = new Uint32Array(vertexCount)
  for (let root = 0; root < vertexCount; root++) {
    if (visited[root] || into.starts[root] !== into.starts[root + 1]) continue
    visited[root] = 1
    path[0] = found[foundCount++] = root
    for (let depth = 0; depth >= 0;) {
      const vertex = path[depth]!
      const outs = out.starts[vertex + 1]! - out.starts[vertex]!
      const i = next[vertex]!++
      const j = into.starts[vertex]! + i - outs
      if (i >= outs && j === into.starts[vertex + 1]!) {
        depth--
        continue
      }
      const neighbor = i < outs ? out.neighbors[out.starts[vertex]! + i]! : into.neighbors[j]!
      if (visited[neighbor]) continue
      visited[neighbor] = 1
      path[++depth] = found[foundCount++] = neighbor
    }
  }

  const vertices = new Uint32Array(vertexCount)
  const place = new Uint32Array(vertexCount)
  const free = layerStarts.slice()
  for (const inLane of [0, 1])
    for (const vertex of found)
      if (lane[vertex] === inLane) {
        place[vertex] = free[layerOf[vertex]!]!++
        vertices[place[vertex]!] = vertex
      }
  return { vertices, place }
}
