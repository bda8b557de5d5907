import { csrOf } from '@lineagraph/core'
import type { PlacingInput } from '../placing/placing.ts'
import { BORDER, type Pieces } from './split-edges.ts'

/** What stands in one box and how it hangs together: a graph of its own, over local numbers. */
export interface BoxGraph {
  /** What has edges: its local number is where it stands here. */
  readonly items: Uint32Array
  /** What has none. */
  readonly singles: Uint32Array
  /** The pieces of edges in the box. */
  readonly links: Uint32Array
  /** Of each link the local number; BORDER for the side of the box. */
  readonly tail: Int32Array
  readonly head: Int32Array
  /** What the edge of each link weighs. */
  readonly weight: Float64Array
  /** 1 for each link of an edge to cut. */
  readonly cut: Uint8Array
  /** How the edge of each link looks. */
  readonly look: Uint8Array
}

/** The graph of each open box, and of the picture itself as that of box `count`; undefined for what is no box. O(n + pieces). */
export function boxGraphs(
  { count, box, isBox, weight, cut, look }: PlacingInput,
  { edge, tail, head, boxStarts, byBox }: Pieces,
): (BoxGraph | undefined)[] {
  const linked = new Uint8Array(count)
  for (let piece = 0; piece < tail.length; piece++) {
    if (tail[piece] !== BORDER) linked[tail[piece]!] = 1
    if (head[piece] !== BORDER) linked[head[piece]!] = 1
  }
  const inside = csrOf(
    count + 1,
    new Uint32Array(box.map((outer) => (outer < 0 ? count : outer))),
    new Uint32Array(count),
  )
  const localOf = new Int32Array(count)
  const local = (ends: Int32Array, links: Uint32Array): Int32Array => {
    const found = new Int32Array(links.length)
    for (let link = 0; link < links.length; link++) {
      const thing = ends[links[link]!]!
      found[link] = thing === BORDER ? BORDER : localOf[thing]!
    }
    return found
  }
  return Array.from({ length: count + 1 }, (_, own) => {
    if (own < count && !isBox[own]) return undefined
    const things = inside.edges.subarray(inside.starts[own], inside.starts[own + 1])
    const items = things.filter((thing) => linked[thing])
    items.forEach((thing, i) => (localOf[thing] = i))
    const links = byBox.subarray(boxStarts[own], boxStarts[own + 1])
    return {
      items,
      singles: things.filter((thing) => !linked[thing]),
      links,
      tail: local(tail, links),
      head: local(head, links),
      weight: new Float64Array(links.length).map((_, link) => weight[edge[links[link]!]!]!),
      cut: new Uint8Array(links.length).map((_, link) => cut?.[edge[links[link]!]!] ?? 0),
      look: new Uint8Array(links.length).map((_, link) => look?.[edge[links[link]!]!] ?? 0),
    }
  })
}
