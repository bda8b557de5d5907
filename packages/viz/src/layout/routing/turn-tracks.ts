import type { PassesBelow } from './pass-below.ts'
import { headY, tailY, type Routed } from '../boxes/routed.ts'

/**
 * The turns of turned pieces where they leave their items and where they enter them: of each piece how many turn before it there, and of each
 * item how many in all. Turns of several items stand above each other and never meet, so each item has tracks of its own.
 */
export interface TurnTracks {
  readonly leaving: Uint32Array
  readonly entering: Uint32Array
  readonly leavingCount: Uint32Array
  readonly enteringCount: Uint32Array
}

/**
 * Gives turned pieces their tracks, item by item: what ends lower turns nearer to its item, so that none crosses another there, and of what ends at one
 * place that which passes nearer below it. O(p log p).
 */
export function turnTracks(routed: Routed, turned: Uint32Array, below: PassesBelow): TurnTracks {
  const { pieces, x } = routed
  const tracks = {
    leaving: new Uint32Array(pieces.edge.length),
    entering: new Uint32Array(pieces.edge.length),
    leavingCount: new Uint32Array(x.length),
    enteringCount: new Uint32Array(x.length),
  }
  const take = (
    itemOf: Int32Array,
    portOf: typeof tailY,
    passesAt: Float64Array,
    track: Uint32Array,
    count: Uint32Array,
  ): void => {
    const lowestFirst = turned.toSorted(
      (one, other) => portOf(routed, other) - portOf(routed, one) || passesAt[one]! - passesAt[other]!,
    )
    for (const piece of lowestFirst) track[piece] = count[itemOf[piece]!]!++
  }
  take(pieces.tail, tailY, below.tail, tracks.leaving, tracks.leavingCount)
  take(pieces.head, headY, below.head, tracks.entering, tracks.enteringCount)
  return tracks
}
