import type { Csr } from '@lineagraph/core'
import { FAR } from '../crossings/layered.ts'
import type { OrderedBox } from './order-box.ts'
import { rowsByPlace } from '../coordinates/rows-by-place.ts'

/** Between two ends at one side, without their widths. */
const APART = 5
/** Where there is room for no more than this part of that, ends would run together: all are one. */
const LEAST = 0.4
/** What a side keeps free of ends above and below. */
const CORNER = 6

/** The ends of links at the right sides of what they leave, or at the left sides of what they enter. */
export interface Ends {
  /** Of each link: how far below the top of the item its end is; NaN where that is free. */
  readonly at: Float64Array
  /** Of each link the item. */
  readonly item: Int32Array
  /** Of each link where it goes on beyond the side of the box, or comes from, as `placesBeyond` tells it. */
  readonly beyond: Float64Array
}

/**
 * Spreads the ends that are free around the middle of their side, in the order of the other ends, and of what is beyond the side of the box, so
 * that none crosses another on its way there; what leads back stands below. Links that run together share an end, also those that do so beyond. Changes `leaving.at` and `entering.at` in place. O(n + m).
 * @param weight of each link. @param height of each item.
 */
export function spreadEnds(
  { layered, order, turned }: OrderedBox,
  leaving: Ends,
  entering: Ends,
  weight: ArrayLike<number>,
  height: ArrayLike<number>,
): void {
  const { out, into } = rowsByPlace(layered, order)
  const { tailSegment, headSegment, loose } = layered
  spread(leaving, out, into, (link) => (turned[link] ? headSegment : tailSegment)[link]!)
  spread(entering, into, out, (link) => (turned[link] ? tailSegment : headSegment)[link]!)

  /** @param ahead the rows of segments at this side, @param back those of turned links that meet it. */
  function spread(
    { at, item, beyond }: Ends,
    ahead: Csr,
    back: Csr,
    segmentOf: (link: number) => number,
  ): void {
    const total = new Float64Array(loose.length)
    const heightAt = new Float64Array(loose.length)
    const placeAt = new Uint32Array(loose.length)
    const beyondOf = new Float64Array(loose.length)
    for (let link = 0; link < at.length; link++)
      if (Number.isNaN(at[link]!) && segmentOf(link) !== FAR) {
        total[segmentOf(link)]! += weight[link]!
        beyondOf[segmentOf(link)] = beyond[link]!
      }
    for (let node = 0; node < height.length; node++) {
      const segments: number[] = []
      for (let i = ahead.starts[node]!; i < ahead.starts[node + 1]!; i++)
        if (!loose[ahead.edges[i]!] && total[ahead.edges[i]!]! > 0) {
          segments.push(ahead.edges[i]!)
          placeAt[ahead.edges[i]!] = order.place[ahead.neighbors[i]!]!
        }
      if (segments.length > 1)
        segments.sort((a, b) => placeAt[a]! - placeAt[b]! || beyondOf[a]! - beyondOf[b]!)
      for (let i = back.starts[node]!; i < back.starts[node + 1]!; i++)
        if (loose[back.edges[i]!] && total[back.edges[i]!]! > 0) segments.push(back.edges[i]!)
      let span = 0
      for (let i = 1; i < segments.length; i++) span += step(segments[i - 1]!, segments[i]!)
      const room = Math.min(1, Math.max(0, height[node]! - 2 * CORNER) / span)
      const scale = room < LEAST ? 0 : room
      let next = height[node]! / 2 - (span === 0 ? 0 : (span * scale) / 2)
      for (let i = 0; i < segments.length; i++) {
        if (i > 0) next += scale * step(segments[i - 1]!, segments[i]!)
        heightAt[segments[i]!] = next
      }
    }
    for (let link = 0; link < at.length; link++)
      if (Number.isNaN(at[link]!) && item[link]! >= 0)
        at[link] = segmentOf(link) === FAR ? height[item[link]!]! / 2 : heightAt[segmentOf(link)]!

    function step(upper: number, lower: number): number {
      if (areOne(upper, lower)) return 0
      return APART + (widthOf(total[upper]!) + widthOf(total[lower]!)) / 2
    }

    function areOne(one: number, other: number): boolean {
      return beyondOf[one]! % 2 === 1 && beyondOf[one] === beyondOf[other] && placeAt[one] === placeAt[other]
    }
  }
}

/** How wide a line is drawn that stands for so many edges. */
export const widthOf = (count: number): number => 1 + 0.85 * Math.log10(count)
