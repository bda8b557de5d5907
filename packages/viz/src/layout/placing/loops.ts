/** How far below its item what leads back passes. Units of the picture. */
export const BELOW = 8
/** What leads back below one item keeps so far apart; so much of it, then it begins anew. */
const APART = 4
const TRACKS = 3
/** What it keeps off items where there is little room. */
const OFF = 4

/** How deep the deepest of it passes below an item, where there is room. */
export const DEEPEST = BELOW + APART * (TRACKS - 1)

/**
 * How deep below its item a line passes that leads back: nearer, and nearer to the others, where there is little room.
 * @param track how many pass there before, and @param count how many in all. @param room between the item and what stands next below it.
 */
export function depthBelow(track: number, count: number, room: number): number {
  const places = Math.min(count, TRACKS)
  if (BELOW + APART * (places - 1) + OFF <= room) return BELOW + APART * (track % TRACKS)
  if (places === 1) return Math.min(BELOW, room / 2)
  const first = Math.min(OFF, room / 4)
  return first + ((room - 2 * first) * (track % TRACKS)) / (places - 1)
}
