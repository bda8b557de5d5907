import { backWays, type BackWays } from './back-ways.ts'
import { FAR } from '../crossings/layered.ts'
import { leadBack } from './lead-back.ts'
import { leadForth } from './lead-forth.ts'
import { leadOutside } from './lead-outside.ts'
import { boxOfPiece, headY, tailY, type Routed } from '../boxes/routed.ts'
import type { Routes } from '../placing/routes.ts'
import { BORDER } from '../boxes/split-edges.ts'
import { startWay, type Way } from './way.ts'

/**
 * Leads each edge through its pieces: from what it leaves out to the box that holds both ends, and in to what it enters. Where nothing is
 * beside it in its column, a curve goes through the side of a box without stopping there. O(m + pieces + dummies, and for what leads back the logarithm of them).
 */
export function routeEdges(routed: Routed): Routes {
  const { from, pieces } = routed
  const way = startWay()
  const ways = backWays(routed)
  const starts = new Uint32Array(from.length + 1)
  for (let edge = 0; edge < from.length; edge++) {
    if (pieces.starts[edge]! < pieces.starts[edge + 1]!) lead(routed, way, edge, ways)
    starts[edge + 1] = way.end()
  }
  return { starts, points: way.points() }
}

function lead(routed: Routed, way: Way, edge: number, ways: BackWays): void {
  const { from, to, pieces, linkOf, x, width } = routed
  const [first, end] = [pieces.starts[edge]!, pieces.starts[edge + 1]!]
  const [u, v] = [from[edge]!, to[edge]!]
  way.add(x[u]! + width[u]!, tailY(routed, first))
  for (let piece = first; piece < end; piece++) {
    const tail = pieces.tail[piece]!
    if (tail !== BORDER && tail !== u) way.left.push(tail)
    const { placed, turned } = boxOfPiece(routed, piece)
    if (placed.layered.dummyStarts[linkOf[piece]!] === FAR) leadOutside(routed, way, piece)
    else if (turned[linkOf[piece]!]) leadBack(routed, way, piece, ways)
    else leadForth(routed, way, piece)
  }
  way.add(x[v]!, headY(routed, end - 1))
}
