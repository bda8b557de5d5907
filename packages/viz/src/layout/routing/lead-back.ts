import { boxOfPiece, headY, type Routed } from '../boxes/routed.ts'
import { BELOW, depthBelow } from '../placing/loops.ts'
import { turnAt, type TurnTracks } from './turn-tracks.ts'
import type { Way } from './way.ts'

/** From how many times the gap on a turned edge is too steep for a curve. */
const STEEP = 8

/**
 * Leads a turned piece against the flow: out at the right of its item, down and to the left below it; and below the other one to its left,
 * up and in. Between the two turns x never rises. O(layers passed).
 */
export function leadBack(routed: Routed, way: Way, piece: number, tracks: TurnTracks): void {
  const { pieces, localOf, linkOf, x, y, width, height } = routed
  const { placed, left, top } = boxOfPiece(routed, piece)
  const { layered, columns } = placed
  const leaving = tracks.leaving[piece]!
  const entering = tracks.entering[piece]!
  const own = pieces.box[piece]!
  const tail = pieces.tail[piece]!
  const head = pieces.head[piece]!
  const start = layered.layerOf[localOf[tail]!]!
  const end = layered.layerOf[localOf[head]!]!
  const first = layered.dummyStarts[linkOf[piece]!]!
  const vertexIn = (layer: number): number =>
    layer === start ? localOf[tail]! : layer === end ? localOf[head]! : first + layer - end - 1
  const leftOf = (layer: number): number => left + columns.left[vertexIn(layer)]!
  const rightOf = (layer: number): number => left + columns.right[vertexIn(layer)]!
  const heightIn = (layer: number): number => top + placed.y[vertexIn(layer)]!
  const level = Math.max(y[tail]! + height[tail]!, y[head]! + height[head]!) + BELOW
  let at = roomBelow(
    routed,
    piece,
    tail,
    start - end > 1 ? heightIn(start - 1) : level,
    leaving,
    tracks.leavingCount[tail]!,
  )
  // Between an end and the side of the box; in the picture as a whole, as much as one wants.
  const rightRoom = own < x.length ? x[own]! + width[own]! - rightOf(start) : Infinity
  const leftRoom = own < x.length ? x[head]! - x[own]! : Infinity
  const out = rightOf(start) + turnAt(leaving, tracks.leavingCount[tail]!, rightRoom)
  way.add(out, way.last[1]!)
  way.add(out, at)
  for (let layer = start - 1; layer >= end; layer--) {
    const next =
      layer > end
        ? heightIn(layer)
        : roomBelow(routed, piece, head, start - end > 1 ? at : level, entering, tracks.enteringCount[head]!)
    const gapRight = leftOf(layer + 1)
    const gapLeft = rightOf(layer)
    way.add(gapRight, at)
    if (Math.abs(next - at) > STEEP * (gapRight - gapLeft)) {
      way.add((gapRight + gapLeft) / 2, at)
      way.add((gapRight + gapLeft) / 2, next)
    }
    way.add(gapLeft, next)
    at = next
  }
  const into = x[head]! - turnAt(entering, tracks.enteringCount[head]!, leftRoom)
  way.add(into, at)
  way.add(into, headY(routed, piece))
}

/** The height nearest to the one that is wished for, between the item and what stands next below it. @param track how many pass there before, of so many. */
function roomBelow(
  routed: Routed,
  piece: number,
  item: number,
  wish: number,
  track: number,
  count: number,
): number {
  const { placed, top } = boxOfPiece(routed, piece)
  const { layered, order } = placed
  const local = routed.localOf[item]!
  const bottom = routed.y[item]! + routed.height[item]!
  const at = order.place[local]! + 1
  const isLast = at === layered.layerStarts[layered.layerOf[local]! + 1]
  const room = isLast ? Infinity : top + placed.y[order.vertices[at]!]! - bottom
  return bottom + Math.max(depthBelow(track, count, room), Math.min(wish - bottom, room - BELOW))
}
