import type { CutGraph } from './cut-graph.ts'
import { FAR } from '../crossings/layered.ts'
import type { OrderedBox } from './order-box.ts'
import { BORDER } from './split-edges.ts'

/**
 * Where what goes through a side of a box goes on beyond it, or comes from, as a number for each link: in the order of what stands there, and odd
 * where that is a place that links pass together. 0 for what ends in the box. O(l log l).
 * @param own the box. @param step 1 for its right side, -1 for its left.
 */
export function placesBeyond(
  own: number,
  step: 1 | -1,
  { pieces, graphs, linkOf }: CutGraph,
  ordered: readonly (OrderedBox | undefined)[],
): Float64Array {
  const { box, edge, tail, head } = pieces
  const { links } = graphs[own]!
  const far = step < 0 ? tail : head
  const beyond = new Float64Array(links.length)
  const isTrunk = new Uint8Array(links.length)
  const known: number[] = []
  links.forEach((piece, link) => {
    if (far[piece] !== BORDER) return
    beyond[link] = placeOf(piece + step, link)
    known.push(beyond[link])
  })
  // Their rank alone, so that a box does not change with all that is around it.
  const rankOf = new Map([...new Set(known)].sort((a, b) => a - b).map((place, rank) => [place, rank]))
  return beyond.map((place, link) =>
    far[links[link]!] === BORDER ? 2 * (1 + rankOf.get(place)!) + isTrunk[link]! : 0,
  )

  /** From outside in: each box that is entered tells apart what is at one place of the one around it. */
  function placeOf(first: number, link: number): number {
    let place = 0
    let part = 1
    for (let piece = first; edge[piece] === edge[first]; piece += step) {
      const { layered, order, turned, vertexBeside } = ordered[box[piece]!]!
      const here = linkOf[piece]!
      const end = vertexBeside(here, step)
      const goesAhead = turned[here] === 0 && layered.dummyStarts[here] !== FAR
      if (piece !== first) part /= 2 * layered.vertexCount + 1
      place += part * (order.place[end]! + (goesAhead ? 0 : layered.vertexCount))
      isTrunk[link] = goesAhead && end >= layered.nodeCount ? 1 : 0
      if (!goesAhead || isTrunk[link] === 1) break
    }
    return place
  }
}
