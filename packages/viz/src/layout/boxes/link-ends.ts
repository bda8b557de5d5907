import type { BoxGraph } from './box-graph.ts'
import { LOOKS } from '../crossings/find-ways.ts'
import type { PlacingInput } from '../placing/placing.ts'
import type { Pieces } from './split-edges.ts'

/** Where the edge of each link begins and ends, wherever that is: places are numbered as they come, those of begins apart from those of ends. */
export interface LinkEnds {
  readonly from: Uint32Array
  readonly to: Uint32Array
}

/** Edges meet a side at heights up to so many units. */
const ROOM = 2 ** 20

/** Numbers the places at which edges begin and end: a thing, and the height where an edge meets it; apart for each look. O(l). */
export function linkEnds(
  { links, look }: BoxGraph,
  { edge }: Pieces,
  { from, to, fromPort, toPort }: PlacingInput,
): LinkEnds {
  const numbered = (things: Uint32Array, ports: Float64Array): Uint32Array => {
    const known = new Map<number, number>()
    return links.map((piece, link) => {
      const own = edge[piece]!
      const port = ports[own]!
      const place = things[own]! * ROOM + (Number.isNaN(port) ? 0 : 1 + Math.round(port))
      const key = LOOKS * place + look[link]!
      const number = known.get(key) ?? known.size
      known.set(key, number)
      return number
    })
  }
  return { from: numbered(from, fromPort), to: numbered(to, toPort) }
}
