import type { Layered } from '../crossings/layered.ts'

/** The segments whose ends need not be level, by 1: those of turned links at their items, and those of the outside lane. O(v + s). */
export function freeSegments({ nodeCount, out, loose }: Layered, lane: Uint8Array): Uint8Array {
  const free = loose.slice()
  for (let vertex = 0; vertex < out.starts.length - 1; vertex++)
    for (let i = out.starts[vertex]!; i < out.starts[vertex + 1]!; i++) {
      const other = out.neighbors[i]!
      if ((vertex < nodeCount && lane[vertex]) || (other < nodeCount && lane[other])) free[out.edges[i]!] = 1
    }
  return free
}
