import type { Csr } from '@lineagraph/core'
import type { Layered } from '../crossings/layered.ts'
import type { Order } from '../crossings/order.ts'

/** Both directions of the segments with rows sorted by where their neighbours stand. */
export interface SortedRows {
  readonly out: Csr
  readonly into: Csr
}

/** O(n + m). */
export const rowsByPlace = ({ out, into }: Layered, { vertices }: Order): SortedRows => ({
  out: sortRows(out, into, vertices),
  into: sortRows(into, out, vertices),
})

function sortRows({ starts }: Csr, back: Csr, vertices: Uint32Array): Csr {
  const next = starts.slice()
  const neighbors = new Uint32Array(back.neighbors.length)
  const edges = new Uint32Array(back.neighbors.length)
  for (const vertex of vertices)
    for (let i = back.starts[vertex]!; i < back.starts[vertex + 1]!; i++) {
      const slot = next[back.neighbors[i]!]!++
      neighbors[slot] = vertex
      edges[slot] = back.edges[i]!
    }
  return { starts, neighbors, edges }
}
