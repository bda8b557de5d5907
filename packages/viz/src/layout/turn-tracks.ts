import { boxOfPiece, type Routed } from './routed.ts'
import { BORDER } from './split-edges.ts'

/** How far a turned edge stays off the sides of its items. */
export const TURN = 10
/** Turned edges that turn in one gap keep so far apart; so many of them, then they begin anew. */
const APART = 5
const TRACKS = 4
/** What a turn keeps off the side of its box, where that is near. */
const OFF_SIDE = 3
/** More layers than this are in no box. */
const SHIFT = 2 ** 22

/** Of each turned piece: how many turn before it in the gap that it leaves into, and in the one that it enters from. */
export interface TurnTracks {
  readonly leaving: Uint32Array
  readonly entering: Uint32Array
}

/** Gives turned pieces their tracks, gap by gap. O(pieces). */
export function turnTracks(routed: Routed): TurnTracks {
  const { pieces, boxes, localOf, linkOf } = routed
  const leaving = new Uint32Array(pieces.edge.length)
  const entering = new Uint32Array(pieces.edge.length)
  const turning = new Map<number, number>()
  const take = (box: number, item: number, isHead: 0 | 1): number => {
    const gap = 2 * (box * SHIFT + boxes[box]!.placed.layered.layerOf[localOf[item]!]!) + isHead
    const before = turning.get(gap) ?? 0
    turning.set(gap, before + 1)
    return before
  }
  for (const piece of pieces.byBox) {
    if (!boxOfPiece(routed, piece).turned[linkOf[piece]!]) continue
    if (pieces.tail[piece] !== BORDER) leaving[piece] = take(pieces.box[piece]!, pieces.tail[piece]!, 0)
    if (pieces.head[piece] !== BORDER) entering[piece] = take(pieces.box[piece]!, pieces.head[piece]!, 1)
  }
  return { leaving, entering }
}

/** How far off its item the turn of a track is: closer to the others where the side of the box is near. */
export function turnAt(track: number, room: number): number {
  const first = Math.min(TURN, room / 2)
  const apart = Math.min(APART, (room - OFF_SIDE - first) / (TRACKS - 1))
  return first + apart * (track % TRACKS)
}
