import type { Routed } from '../boxes/routed.ts'
import { backLine } from './back-line.ts'
import type { PassesBelow } from './pass-below.ts'

/** From how many times the gap on a line is too steep for a curve. */
const STEEP = 8
/** What rises less is no matter: twice the radius of a corner. */
const LEAST_RISE = 28
/** Lines that go down or up beside each other keep so far apart, where there is room. */
const APART = 5
/** The part of a gap, in its middle, that they have for it: what is before and behind it is for what turns at the items there. */
const MIDDLE = 1 / 3

/** Where lines that lead back go down or up between two columns: level up to `right`, and on level from `left`. */
export interface Crossings {
  /** The first of each piece, which is that of the gap before what it enters; those of the other gaps follow. */
  readonly starts: Uint32Array
  readonly left: Float64Array
  readonly right: Float64Array
}

interface Crossing {
  readonly index: number
  /** The gap. */
  readonly begin: number
  readonly end: number
  /** The heights of both ends. */
  readonly leftY: number
  readonly rightY: number
}

/**
 * Leads what goes back through the gaps between columns: as a curve through all of the gap, or plumb in its middle where that would be too steep. Those that
 * go beside each other do so one after the other, in an order in which none crosses another for it. O(layers passed · log p).
 * @param turned the pieces that lead back.
 */
export function crossGaps(routed: Routed, turned: Uint32Array, below: PassesBelow): Crossings {
  const { pieces } = routed
  const starts = new Uint32Array(pieces.edge.length)
  const left: number[] = []
  const right: number[] = []
  /** By box and layer: what goes down or up behind it. */
  const inGap = new Map<number, Map<number, Crossing[]>>()
  for (const piece of turned) {
    const { firstLayer, lastLayer, leftIn, rightIn, heightIn } = backLine(routed, piece)
    const box = pieces.box[piece]!
    let behind = inGap.get(box)
    if (!behind) inGap.set(box, (behind = new Map()))
    starts[piece] = left.length
    let leftY = below.head[piece]!
    for (let layer = firstLayer; layer < lastLayer; layer++) {
      const [begin, end] = [rightIn(layer), leftIn(layer + 1)]
      const rightY = layer + 1 < lastLayer ? heightIn(layer + 1) : below.tail[piece]!
      if (Math.abs(rightY - leftY) >= LEAST_RISE) {
        const crossing = { index: left.length, begin, end, leftY, rightY }
        const here = behind.get(layer)
        if (here) here.push(crossing)
        else behind.set(layer, [crossing])
      }
      left.push(begin)
      right.push(end)
      leftY = rightY
    }
  }
  const crossings = { starts, left: Float64Array.from(left), right: Float64Array.from(right) }
  for (const behind of inGap.values())
    for (const here of behind.values()) for (const beside of besideEachOther(here)) spread(beside, crossings)
  return crossings
}

const top = ({ leftY, rightY }: Crossing): number => Math.min(leftY, rightY)
const isSteep = ({ begin, end, leftY, rightY }: Crossing): boolean =>
  Math.abs(rightY - leftY) > STEEP * (end - begin)

/** Those of one gap in groups: those of one overlap in height, one with the next. */
function besideEachOther(crossings: Crossing[]): Crossing[][] {
  const groups: Crossing[][] = []
  let bottom = -Infinity
  let begin = NaN
  for (const crossing of crossings.sort((a, b) => a.begin - b.begin || top(a) - top(b))) {
    if (crossing.begin !== begin || top(crossing) > bottom) {
      groups.push([])
      bottom = -Infinity
    }
    groups.at(-1)!.push(crossing)
    bottom = Math.max(bottom, crossing.leftY, crossing.rightY)
    begin = crossing.begin
  }
  return groups
}

/** Gives each its part of the gap. */
function spread(beside: Crossing[], { left, right }: Crossings): void {
  const { begin } = beside[0]!
  const gap = beside.reduce((least, { end }) => Math.min(least, end), Infinity) - begin
  // Those that fall leftwards lie the further left the higher they are, those that rise the lower.
  const keyOf = ({ leftY, rightY }: Crossing): number => (leftY > rightY ? rightY : -rightY)
  const rises = ({ leftY, rightY }: Crossing): number => (leftY > rightY ? 0 : 1)
  beside.sort((a, b) => rises(a) - rises(b) || keyOf(a) - keyOf(b) || a.index - b.index)
  const last = beside.length - 1
  const apart = last > 0 ? Math.min(APART, (MIDDLE * gap) / last) : 0
  beside.forEach((crossing, i) => {
    const { index } = crossing
    if (isSteep(crossing)) left[index] = right[index] = begin + gap / 2 + (i - last / 2) * apart
    else {
      left[index] = begin + i * apart
      right[index] = begin + gap - (last - i) * apart
    }
  })
}
