import type { Layered } from '../crossings/layered.ts'

/** How many lines that lead back leave each item, and how many enter it. */
export interface TurnedLines {
  readonly leaving: Uint32Array
  readonly entering: Uint32Array
}

/** Counts them; null where there are none. O(s). */
export function turnedLines({ nodeCount, out, loose, weight }: Layered): TurnedLines | null {
  if (!loose.includes(1)) return null
  const leaving = new Uint32Array(nodeCount)
  const entering = new Uint32Array(nodeCount)
  for (let vertex = 0; vertex + 1 < out.starts.length; vertex++)
    for (let i = out.starts[vertex]!; i < out.starts[vertex + 1]!; i++) {
      const [to, segment] = [out.neighbors[i]!, out.edges[i]!]
      if (!loose[segment]) continue
      // They lead against the flow of the layers.
      if (to < nodeCount) leaving[to]! += weight[segment]!
      if (vertex < nodeCount) entering[vertex]! += weight[segment]!
    }
  return { leaving, entering }
}
