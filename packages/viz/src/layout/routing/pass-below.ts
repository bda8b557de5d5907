import { boxOfPiece, headY, tailY, type Routed } from '../boxes/routed.ts'
import { BELOW, depthsBelow } from '../placing/loops.ts'
import { backLine } from './back-line.ts'

/** Of each piece that leads back the height at which it passes below its tail, and below its head. */
export interface PassesBelow {
  readonly tail: Float64Array
  readonly head: Float64Array
}

/** A line below one of its ends. */
interface Pass {
  readonly item: number
  readonly piece: number
  readonly heights: Float64Array
  /** The height where it goes on, or comes from. */
  readonly wish: number
  /** Where it meets the item, and where the other. */
  readonly port: number
  readonly otherPort: number
}

/**
 * Leads what leaves an item and what enters it below it, each at a height of its own near to that where it goes on, between the item and what stands next
 * below it. O(p log p). @param turned the pieces that lead back.
 */
export function passBelow(routed: Routed, turned: Uint32Array): PassesBelow {
  const { pieces } = routed
  const tailHeights = new Float64Array(pieces.edge.length)
  const headHeights = new Float64Array(pieces.edge.length)
  const bottomOf = (item: number): number => footOf(routed, item)
  const passes = Array.from(turned).flatMap((piece): Pass[] => {
    const { firstLayer, lastLayer, heightIn } = backLine(routed, piece)
    const [tail, head] = [pieces.tail[piece]!, pieces.head[piece]!]
    const level = Math.max(bottomOf(tail), bottomOf(head)) + BELOW
    /** The height below the other end, as it would be alone there. */
    const levelBelow = (item: number): number =>
      bottomOf(item) + depthsBelow([level - bottomOf(item)], roomBelow(routed, piece, item))[0]!
    const [leaves, enters] = [tailY(routed, piece), headY(routed, piece)]
    const [nextToTail, nextToHead] =
      lastLayer - firstLayer > 1
        ? [heightIn(lastLayer - 1), heightIn(firstLayer + 1)]
        : [levelBelow(head), levelBelow(tail)]
    return [
      { item: tail, piece, heights: tailHeights, wish: nextToTail, port: leaves, otherPort: enters },
      { item: head, piece, heights: headHeights, wish: nextToHead, port: enters, otherPort: leaves },
    ]
  })
  // None crosses another for it: what goes on higher passes nearer to the item, and else what turns nearer to it.
  passes.sort((a, b) => a.item - b.item || a.wish - b.wish || b.port - a.port || b.otherPort - a.otherPort)
  for (let first = 0, end = 0; first < passes.length; first = end) {
    const { item, piece } = passes[first]!
    for (end = first + 1; end < passes.length && passes[end]!.item === item;) end++
    const own = passes.slice(first, end)
    const depths = depthsBelow(
      own.map(({ wish }) => wish - bottomOf(item)),
      roomBelow(routed, piece, item),
    )
    own.forEach(({ heights, piece }, i) => (heights[piece] = bottomOf(item) + depths[i]!))
  }
  return { tail: tailHeights, head: headHeights }
}

/** Where an item ends, its sheets included. */
const footOf = ({ y, height, sheets }: Routed, item: number): number =>
  y[item]! + height[item]! + (sheets?.[item] ?? 0)

/** How much room is between an item and what stands next below it. @param piece any in the same box. */
function roomBelow(routed: Routed, piece: number, item: number): number {
  const { placed, top } = boxOfPiece(routed, piece)
  const { layered, order } = placed
  const local = routed.localOf[item]!
  const at = order.place[local]! + 1
  const isLast = at === layered.layerStarts[layered.layerOf[local]! + 1]
  return isLast ? Infinity : top + placed.y[order.vertices[at]!]! - footOf(routed, item)
}
