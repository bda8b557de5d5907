/** How far what leads back stays off the sides of its items; the least where there is little room and others want some as well. Units of the picture. */
export const TURN = 10
const LEAST_TURN = 6
/** What turns beside one item keeps so far apart, at most and, where there is room, at least. */
const APART = { most: 5, least: 4 } as const
/** How far off its item the furthest turns where nothing stands beyond, and few do. */
export const FURTHEST = 25
/** More than so many beside one item share the room of these. */
const MOST_APART = 32
/** What a turn keeps off the side of its box, where that is near. */
const OFF_SIDE = 2
/** The part of the gap beside an item that is for what turns there. */
const BESIDE = 1 / 3

/** How far the last of so many is beyond the first, least apart. */
const spanOf = (count: number): number => APART.least * (Math.min(count, MOST_APART) - 1)

/** How much room so many turns have to have before the first column, or behind the last one, to keep apart. */
export const roomBeside = (count: number): number => (count === 0 ? 0 : LEAST_TURN + spanOf(count) + OFF_SIDE)

/** The gap beside an item of which nobody knows how wide it is. */
export const UNKNOWN_GAP = FURTHEST / BESIDE

/** How wide the gap beside an item has to be so that so many turns keep apart there. */
export const gapForTurns = (count: number): number => (LEAST_TURN + APART.least * (count - 1)) / BESIDE

/**
 * How far off its item one of several turns is, the first the nearest. Where there is little room all share it evenly.
 * @param count how many turn there in all. @param room from the item to the side of its box. @param gap from there to what stands beyond it; Infinity beside the first column and the last one.
 */
export function turnAt(turn: number, count: number, room: number, gap: number): number {
  const furthest =
    gap === Infinity ? Math.max(FURTHEST, LEAST_TURN + spanOf(count)) : Math.max(TURN, BESIDE * gap)
  const last = Math.min(room - OFF_SIDE, furthest)
  const least = Math.min(LEAST_TURN, room / 2)
  const first = Math.max(least, Math.min(TURN, room / 2, last - (count - 1) * APART.least))
  const apart = count > 1 ? Math.min(APART.most, (last - first) / (count - 1)) : 0
  return first + apart * turn
}
