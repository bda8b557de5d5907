import { boxOfPiece, headY, tailY, type Routed } from '../boxes/routed.ts'
import { BORDER } from '../boxes/split-edges.ts'

/** How far a turned edge stays off the sides of its items; the least where the side of the box is near and others want room as well. */
export const TURN = 10
const LEAST_TURN = 6
/** Turned edges that turn beside one item keep so far apart, at most and at least; so many of them at most, then they begin anew. */
const APART = { most: 5, least: 4 } as const
const TRACKS = 4
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

/** Gives turned pieces their tracks, item by item: what ends lower turns nearer to its item, so that none crosses another there. O(p log p). */
export function turnTracks(routed: Routed): TurnTracks {
  const { pieces, linkOf, x } = routed
  const turned = pieces.byBox.filter((piece) => boxOfPiece(routed, piece).turned[linkOf[piece]!])
  const tracks = {
    leaving: new Uint32Array(pieces.edge.length),
    entering: new Uint32Array(pieces.edge.length),
    leavingCount: new Uint32Array(x.length),
    enteringCount: new Uint32Array(x.length),
  }
  const take = (itemOf: Int32Array, heightOf: typeof tailY, track: Uint32Array, count: Uint32Array): void => {
    const inside = turned.filter((piece) => itemOf[piece] !== BORDER)
    inside.sort((one, other) => heightOf(routed, other) - heightOf(routed, one))
    for (const piece of inside) track[piece] = count[itemOf[piece]!]!++
  }
  take(pieces.tail, tailY, tracks.leaving, tracks.leavingCount)
  take(pieces.head, headY, tracks.entering, tracks.enteringCount)
  return tracks
}

/**
 * How far off its item the turn of a track is. Where the side of the box is near there are only as many tracks as keep apart.
 * @param count how many turn there in all. @param room from the item to the side of its box.
 */
export function turnAt(track: number, count: number, room: number): number {
  const last = room - OFF_SIDE
  const places = Math.max(1, Math.min(count, TRACKS, 1 + Math.floor((last - LEAST_TURN) / APART.least)))
  const first = Math.min(TURN, room / 2, last - (places - 1) * APART.least)
  const apart = places > 1 ? Math.min(APART.most, (last - first) / (places - 1)) : 0
  return first + apart * (track % places)
}
