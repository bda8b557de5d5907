/** How far below its item what leads back passes. Units of the picture. */
export const BELOW = 8
/** What leads back below one item keeps so far apart, where there is room. */
const APART = 4
/** What it keeps off items where there is little room. */
const OFF = 4
/** How deep below the last item of a layer there is room in any case. */
const FREE = BELOW + 2 * APART

/** More lines than so many share the room of these below an item. */
const MOST_APART = 8

/** How deep the last of so many lines passes, each apart from the others. */
const depthOf = (count: number): number => BELOW + APART * (Math.min(count, MOST_APART) - 1)

/** How much deeper so many lines pass below the last item of a layer than there is room in any case. */
export const deeperBelow = (count: number): number => Math.max(0, depthOf(count) - FREE)

/** How far below an item the next has to stand so that lines which lead back there keep apart. */
export const roomForLines = (count: number): number => (count === 0 ? 0 : depthOf(count) + OFF)

/** How deep so many lines pass below an item at most, of which the deepest wishes to pass so deep. @param room between the item and what stands next below it. */
export function deepestBelow(count: number, wish: number, room: number): number {
  const least = BELOW + APART * (count - 1)
  if (room === Infinity) return Math.max(FREE, depthOf(count), wish)
  if (least + OFF <= room) return Math.max(least, Math.min(wish, room - BELOW))
  return count === 1 ? Math.min(BELOW, room / 2) : room - Math.min(OFF, room / 4)
}

/**
 * How deep below its item each line passes that leads back there: as deep as it wishes, apart from the others. Where there is little room they share it.
 * @param wishes of each, the least first. @param room between the item and what stands next below it.
 */
export function depthsBelow(wishes: readonly number[], room: number): number[] {
  const last = deepestBelow(wishes.length, wishes.at(-1)!, room)
  const all = APART * (wishes.length - 1)
  const first = Math.min(last, BELOW + all <= last ? BELOW : Math.min(OFF, room / 4))
  const apart = wishes.length > 1 ? Math.min(APART, (last - first) / (wishes.length - 1)) : 0
  const depths = [...wishes]
  let least = first
  for (const [i, wish] of wishes.entries()) {
    depths[i] = Math.max(wish, least)
    least = depths[i] + apart
  }
  let most = last
  for (let i = depths.length - 1; i >= 0; i--) {
    depths[i] = Math.min(depths[i]!, most)
    most = depths[i]! - apart
  }
  return depths
}
