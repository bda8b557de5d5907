/** How far to the right anything reaches, by height. */
export interface Skyline {
  /** The furthest that anything between two heights reaches; 0 where nothing does. */
  readonly most: (top: number, bottom: number) => number
  /** Notes what stands between two heights and reaches at least as far as all that was there. */
  readonly raise: (top: number, bottom: number, to: number) => void
}

/** An empty one. Each call takes O(log n), and a part of what is between its heights. */
export function skyline(): Skyline {
  /** `reach[i]` holds from `starts[i]` on to `starts[i + 1]`. */
  const starts = [-Infinity]
  const reach = [0]
  /** The last piece that begins at a height or above it. */
  const pieceAt = (height: number): number => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (starts[middle]! <= height) low = middle
      else high = middle - 1
    }
    return low
  }
  return {
    most(top, bottom) {
      let found = 0
      for (let piece = pieceAt(top); piece < starts.length && starts[piece]! < bottom; piece++)
        found = Math.max(found, reach[piece]!)
      return found
    },
    raise(top, bottom, to) {
      const first = pieceAt(top)
      const last = pieceAt(bottom)
      const below = reach[last]!
      const kept = starts[first]! < top ? first + 1 : first
      starts.splice(kept, last + 1 - kept, top, bottom)
      reach.splice(kept, last + 1 - kept, to, below)
    },
  }
}
