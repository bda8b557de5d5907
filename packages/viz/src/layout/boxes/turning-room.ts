import type { Layered } from '../crossings/layered.ts'
import type { Order } from '../crossings/order.ts'
import type { Gaps } from '../placing/gaps.ts'
import { isCrowded } from './is-crowded.ts'
import { widthOf } from './spread-ends.ts'

/** From how many times the usual gap on a line is so steep that it runs beside the others of its gap, not across. */
const STEEP = 3
/** What is free between two lines that run side by side, in units of the picture. */
const APART = 1.5
/** The part of a gap in which steep curves from one card pass each other's middle. */
const MIDDLE = 0.25
/** And the one in which each is alone at its other end. */
export const ALONE = 0.45

/** A steep line between two layers: its upper and its lower end, and how much room it takes. */
interface Steep {
  readonly top: number
  readonly bottom: number
  readonly from: number
  readonly to: number
  readonly room: number
}

/**
 * How wide the gap behind each vertex is at least, so that steep lines through it lie beside each other, as thick as they are: as many as run
 * there at one height, and one way, up or down; and so that what is written on them has room where each of them is alone. O(s log s) for the
 * segments.
 * @param edges of each segment: how many edges of the run it stands for. @param label of each vertex: how much room what is written behind it takes.
 */
export function turningRoom(
  { vertexCount, nodeCount, layerStarts, out, loose }: Layered,
  order: Order,
  tops: Float64Array,
  { tailAt, headAt }: { readonly tailAt: Float64Array; readonly headAt: Float64Array },
  edges: Float64Array,
  label: Float64Array,
  { gaps, lane }: { readonly gaps: Gaps; readonly lane: Uint8Array },
): Float64Array {
  const room = new Float64Array(vertexCount)
  const isInLane = (vertex: number): boolean => vertex < nodeCount && lane[vertex] === 1
  for (let layer = 0; layer + 1 < layerStarts.length; layer++) {
    if (isCrowded({ layerStarts, out }, order, layer)) continue
    const rising: Steep[] = []
    const falling: Steep[] = []
    for (let at = layerStarts[layer]!; at < layerStarts[layer + 1]!; at++) {
      const from = order.vertices[at]!
      for (let i = out.starts[from]!; i < out.starts[from + 1]!; i++) {
        const [to, segment] = [out.neighbors[i]!, out.edges[i]!]
        if (loose[segment] || isInLane(from) !== isInLane(to)) continue
        const [tail, head] = [tops[from]! + tailAt[segment]!, tops[to]! + headAt[segment]!]
        if (Math.abs(head - tail) < STEEP * gaps.layer) continue
        const [top, bottom] = [Math.min(tail, head), Math.max(tail, head)]
        const own = { top, bottom, from, to, room: widthOf(Math.max(1, edges[segment]!)) + APART }
        ;(head < tail ? rising : falling).push(own)
      }
    }
    for (const steep of [rising, falling]) widen(steep)
  }
  return room

  /** Those that overlap in height stand for one another: the room for the most of them at one height is kept at the first. */
  function widen(all: Steep[]): void {
    const steep = withoutRepeats(all)
    const ends = steep.toSorted((one, other) => one.bottom - other.bottom)
    let [here, most, ended, first, written] = [0, 0, 0, -1, 0]
    for (const { top, from, room: own } of steep) {
      while (ended < ends.length && ends[ended]!.bottom <= top) here -= ends[ended++]!.room
      const isAlone = here < APART
      if (isAlone) [here, most, first, written] = [0, 0, from, label[from]!]
      here += own
      most = Math.max(most, here)
      written = Math.max(written, label[from]!)
      if (isAlone) continue
      const needed = Math.max(most / MIDDLE, written / ALONE)
      room[first] = Math.max(room[first]!, Math.min(Math.max(gaps.layer, gaps.busyLayer), needed))
    }
  }
}

/** From top to bottom; of those that lie on each other, as lines do that run on together, the widest. */
function withoutRepeats(steep: Steep[]): Steep[] {
  steep.sort(
    (a, b) => a.top - b.top || a.bottom - b.bottom || a.from - b.from || a.to - b.to || b.room - a.room,
  )
  return steep.filter(({ top, bottom, from, to }, i) => {
    const before = steep[i - 1]
    return before?.top !== top || before.bottom !== bottom || before.from !== from || before.to !== to
  })
}
