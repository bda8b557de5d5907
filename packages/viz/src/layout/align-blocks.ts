import type { Csr } from '@lineagraph/core'
import type { Layered } from './layered.ts'
import type { Order } from './order.ts'

/** Vertices in one line: a ring through `next`, and the first of it as `root` of each, from which it stands `shift` lower. */
export interface Blocks {
  readonly root: Uint32Array
  readonly next: Uint32Array
  readonly shift: Float64Array
}

/** From which corner a picture is built. */
export interface Corner {
  readonly fromLeft: boolean
  readonly fromTop: boolean
}

/** Both directions of the segments with rows sorted by where their neighbours stand. */
export interface SortedRows {
  readonly out: Csr
  readonly into: Csr
}

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

/**
 * Joins each vertex with the median of its neighbours on the side where the picture is begun, unless that crosses what is joined
 * already. O(n + m). Source: Brandes, Köpf 2002, doi:10.1007/3-540-45848-4_3, algorithm 2.
 * @param rise of each segment that is level: how far below its left vertex the right one stands then. @param barred segments that are not to be in a block, by 1. @param pull of each segment: the median is that of the sum of
 * pulls, so that of two neighbours the heavier is joined.
 */
export function alignBlocks(
  { vertexCount, layerStarts }: Layered,
  { vertices, place }: Order,
  rows: SortedRows,
  rise: Float64Array,
  barred: Uint8Array,
  { fromLeft, fromTop }: Corner,
  pull: Float64Array,
): Blocks {
  const { starts, neighbors, edges } = fromLeft ? rows.into : rows.out
  const root = new Uint32Array(vertexCount)
  for (let vertex = 0; vertex < vertexCount; vertex++) root[vertex] = vertex
  const next = root.slice()
  const shift = new Float64Array(vertexCount)
  const layerCount = layerStarts.length - 1
  for (let step = 0; step < layerCount; step++) {
    const layer = fromLeft ? step : layerCount - 1 - step
    const start = layerStarts[layer]!
    const end = layerStarts[layer + 1]!
    let joined = fromTop ? -1 : vertexCount
    for (let i = 0; i < end - start; i++) {
      const vertex = vertices[fromTop ? start + i : end - 1 - i]!
      if (starts[vertex] === starts[vertex + 1]) continue
      // The first up to which half of the pulls lie, and the first up to which more than half of them do.
      const first = starts[vertex]!
      const last = starts[vertex + 1]! - 1
      let total = 0
      for (let i = first; i <= last; i++) total += pull[edges[i]!]!
      let upper = first
      let sum = pull[edges[first]!]!
      while (2 * sum < total && upper < last) sum += pull[edges[++upper]!]!
      const lower = 2 * sum > total || upper === last ? upper : upper + 1
      for (let half = 0; half < 2; half++) {
        const middle = half === (fromTop ? 0 : 1) ? upper : lower
        const neighbor = neighbors[middle]!
        const segment = edges[middle]!
        if (barred[segment]) continue
        if (fromTop ? place[neighbor]! <= joined : place[neighbor]! >= joined) continue
        // Blocks grow by one vertex a layer: the neighbour is the last of its ring as yet.
        next[neighbor] = vertex
        root[vertex] = root[neighbor]!
        shift[vertex] = shift[neighbor]! + (fromLeft ? rise[segment]! : -rise[segment]!)
        next[vertex] = root[vertex]!
        joined = place[neighbor]!
        break
      }
    }
  }
  return { root, next, shift }
}
