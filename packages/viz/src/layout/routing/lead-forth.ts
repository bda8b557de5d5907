import { entersAtOnce, innerLeft, leavesAtOnce } from './pass-sides.ts'
import { boxOfPiece, headY, passedBy, type Routed } from '../boxes/routed.ts'
import { beginOfGap, endOfGap } from '../packing/place-columns.ts'
import { BORDER } from '../boxes/split-edges.ts'
import type { Way } from './way.ts'

/** What rises less is level. */
const LEVEL = 0.01

/**
 * Leads a piece along the flow, through its places, from what it leaves up to the last gap before what it enters: x never falls. O(places).
 */
export function leadForth(routed: Routed, way: Way, piece: number): void {
  const { pieces, localOf, linkOf } = routed
  const { placed, left, top } = boxOfPiece(routed, piece)
  const { columns } = placed
  const first = placed.layered.dummyStarts[linkOf[piece]!]!
  const end = first + passedBy(routed, piece)
  let before = pieces.tail[piece]! === BORDER ? BORDER : localOf[pieces.tail[piece]!]!
  for (let dummy = first; dummy < end; dummy++) {
    const dummyY = top + placed.y[dummy]!
    if (before !== BORDER) crossGap(routed, way, piece, before, dummy, dummyY, false)
    way.add(left + columns.left[dummy]!, dummyY)
    way.add(left + columns.right[dummy]!, dummyY)
    before = dummy
  }
  const head = pieces.head[piece]!
  if (head !== BORDER && before !== BORDER)
    crossGap(routed, way, piece, before, localOf[head]!, headY(routed, piece), true)
  if (head === BORDER && way.left.length === 0) way.add(left + columns.right[before]!, way.last[1]!)
}

/** Goes through the gap before a vertex, up to where the curve to it begins, and where it cannot lead into the boxes there, to its end. */
function crossGap(
  routed: Routed,
  way: Way,
  piece: number,
  before: number,
  vertex: number,
  vertexY: number,
  isHead: boolean,
): void {
  const { placed, left, top, channelOf, slideOf } = boxOfPiece(routed, piece)
  const { columns } = placed
  const [right, next] = [left + beginOfGap(columns, before), left + endOfGap(columns, vertex)]
  const isLevelBefore = columns.levelBefore[vertex]! > 0
  const rise = vertexY - way.last[1]!
  if (Math.abs(rise) < LEVEL) return
  const channel = channelOf(
    before,
    vertex,
    way.last[1]! - top,
    vertexY - top,
    routed.look?.[routed.pieces.edge[piece]!] ?? 0,
  )
  if (!Number.isNaN(channel)) {
    way.add(left + channel, way.last[1]!)
    way.add(left + channel, vertexY)
    return
  }
  const inner = isHead ? innerLeft(routed, way, piece, next) : next
  const enters = isHead && way.entered.length > 0
  const slide = slideOf(before, vertex, way.last[1]! - top, vertexY - top)
  if (slide) {
    if (left + slide.begin > way.last[0]!) way.add(left + slide.begin, way.last[1]!)
    if (left + slide.end < next || enters || isLevelBefore) way.add(left + slide.end, vertexY)
    return
  }
  if (way.left.length === 0 || columns.levelBehind[before]! > 0 || !leavesAtOnce(routed, way, inner, rise))
    way.add(right, way.last[1]!)
  if (isLevelBefore) way.add(next, vertexY)
  else if (enters && (routed.headsAhead || !entersAtOnce(routed, way, inner, rise, vertexY)))
    way.add(next, vertexY)
}
