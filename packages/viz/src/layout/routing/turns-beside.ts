import { boxOfPiece, type Routed, type RoutedBox } from '../boxes/routed.ts'
import { componentEnds, type ComponentEnds } from '../boxes/component-ends.ts'
import type { PlacedBox } from '../boxes/placed-box.ts'
import { turnAt, UNKNOWN_GAP } from '../placing/turns.ts'
import type { TurnTracks } from './turn-tracks.ts'

/** Of each piece that leads back where it goes down behind its tail, and up before its head. */
export interface TurnsBeside {
  readonly out: Float64Array
  readonly into: Float64Array
}

/** Leads what turns beside an item to the right of its column, and to the left, each piece at a place of its own. O(p + vertices). @param turned the pieces that lead back. */
export function turnsBeside(routed: Routed, turned: Uint32Array, tracks: TurnTracks): TurnsBeside {
  const { pieces, localOf, x, width } = routed
  const out = new Float64Array(pieces.edge.length)
  const into = new Float64Array(pieces.edge.length)
  const sidesOf = new Map<number, SidesOfLayers>()
  for (const piece of turned) {
    const own = pieces.box[piece]!
    const box = boxOfPiece(routed, piece)
    let sides = sidesOf.get(own)
    if (!sides) sidesOf.set(own, (sides = sidesOfLayers(box)))
    const { left, placed } = box
    const { layered, columns } = placed
    const tail = pieces.tail[piece]!
    const head = pieces.head[piece]!
    // Between an end and the side of the box; in the picture as a whole, as much as one wants.
    const right = columns.right[localOf[tail]!]!
    const rightRoom = own < x.length ? x[own]! + width[own]! - left - right : Infinity
    const leftRoom = own < x.length ? x[head]! - x[own]! : Infinity
    const { behind, before } = gapsBeside(sides, layered, columns, localOf[tail]!, localOf[head]!)
    out[piece] = left + right + turnAt(tracks.leaving[piece]!, tracks.leavingCount[tail]!, rightRoom, behind)
    into[piece] = x[head]! - turnAt(tracks.entering[piece]!, tracks.enteringCount[head]!, leftRoom, before)
  }
  return { out, into }
}

/** From the column of a tail to what is behind it, and from what is before it to that of a head: infinitely far where their component ends there. */
function gapsBeside(
  { leftBehind, rightBefore, ends }: SidesOfLayers,
  { layerOf }: PlacedBox['layered'],
  { left, right }: PlacedBox['columns'],
  tail: number,
  head: number,
): { readonly behind: number; readonly before: number } {
  const [tailLayer, headLayer] = [layerOf[tail]!, layerOf[head]!]
  const isLast = right[tail] === ends.right[ends.componentOf[tailLayer]!]
  const isFirst = left[head] === ends.left[ends.componentOf[headLayer]!]
  return {
    behind: isLast ? Infinity : knownGap(leftBehind[tailLayer]! - right[tail]!),
    before: isFirst ? Infinity : knownGap(left[head]! - rightBefore[headLayer]!),
  }
}

/** Columns behind wide boxes may stand further to the left than what is before them elsewhere. */
const knownGap = (gap: number): number => (gap > 0 && gap < Infinity ? gap : UNKNOWN_GAP)

/** Where the layer behind each begins, and where the one before it ends; infinitely far where there is none. */
interface SidesOfLayers {
  readonly ends: ComponentEnds
  readonly leftBehind: Float64Array
  readonly rightBefore: Float64Array
}

function sidesOfLayers({ placed: { layered, columns } }: RoutedBox): SidesOfLayers {
  const { vertexCount, layerOf, layerStarts, componentStarts } = layered
  const layerCount = layerStarts.length - 1
  const leftBehind = new Float64Array(layerCount + 1).fill(Infinity)
  const rightBefore = new Float64Array(layerCount + 1).fill(-Infinity)
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    const layer = layerOf[vertex]!
    if (layer > 0) leftBehind[layer - 1] = Math.min(leftBehind[layer - 1]!, columns.left[vertex]!)
    rightBefore[layer + 1] = Math.max(rightBefore[layer + 1]!, columns.right[vertex]!)
  }
  for (const first of componentStarts) {
    if (first > 0) leftBehind[first - 1] = Infinity
    rightBefore[first] = -Infinity
  }
  return { leftBehind, rightBefore, ends: componentEnds(layered, columns) }
}
