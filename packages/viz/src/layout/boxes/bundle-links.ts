import type { Bundles } from '../crossings/find-ways.ts'
import type { BoxGraph } from './box-graph.ts'
import type { PlacingInput } from '../placing/placing.ts'
import { BORDER, type Pieces } from './split-edges.ts'

/** Edges meet a side at heights up to so many units. */
const ROOM = 2 ** 20

/**
 * Bundles what goes through the sides of a box by the end that it has inside: the thing, and the height where it meets it. So a
 * thing with a hundred readers elsewhere has one line to the side of its box. O(l).
 */
export function bundleLinks(
  { links, tail, head }: BoxGraph,
  { edge }: Pieces,
  { from, to, fromPort, toPort }: PlacingInput,
): Bundles {
  const of = new Int32Array(links.length).fill(-1)
  const atTail: number[] = []
  const known = new Map<number, number>()
  for (let link = 0; link < links.length; link++) {
    const leaves = head[link] === BORDER
    if (!leaves && tail[link] !== BORDER) continue
    const own = edge[links[link]!]!
    const port = (leaves ? fromPort : toPort)[own]!
    const key =
      (2 * (leaves ? from : to)[own]! + (leaves ? 1 : 0)) * ROOM +
      (Number.isNaN(port) ? 0 : 1 + Math.round(port))
    let bundle = known.get(key)
    if (bundle === undefined) {
      bundle = atTail.length
      known.set(key, bundle)
      atTail.push(leaves ? 1 : 0)
    }
    of[link] = bundle
  }
  return { of, atTail: Uint8Array.from(atTail) }
}
