import type { PassesBelow } from './pass-below.ts'
import { headY, tailY, type Routed } from '../boxes/routed.ts'

/** How far a turned edge stays off the sides of its items; the least where there is little room and others want some as well. */
export const TURN = 10
const LEAST_TURN = 6
/** Turned edges that turn beside one item keep so far apart, at most and, where there is room, at least. */
const APART = { most: 5, least: 4 } as const
/** How far off its item the furthest turns. */
const FURTHEST = 25
/** What a turn keeps off the side of its box, where that is near. */
const OFF_SIDE = 2

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

/**
 * How far off its item the turn of a track is. Where there is little room all that turn there share it evenly.
 * @param count how many turn there in all. @param room from the item to the side of its box. @param most of it is for turns, if that is enough for one.
 */
export function turnAt(track: number, count: number, room: number, most = Infinity): number {
  const last = Math.min(room - OFF_SIDE, FURTHEST, Math.max(TURN, most))
  const least = Math.min(LEAST_TURN, room / 2)
  const first = Math.max(least, Math.min(TURN, room / 2, last - (count - 1) * APART.least))
  const apart = count > 1 ? Math.min(APART.most, (last - first) / (count - 1)) : 0
  return first + apart * track
}
