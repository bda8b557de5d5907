/** A slope that is smaller is none. */
const FLAT = 1e-9

/**
 * A sum of distances from given heights, each by its weight, as a function of one height: it is convex, and linear between breakpoints. Kept is
 * only how it falls to where it is least: a heap of the heights where its slope changes, the greatest on top. O(log n) for each.
 */
export interface Breakpoints {
  clear(): void
  /** Adds `weight` times the distance from a height. */
  add(height: number, weight: number): void
  /** Makes it level from where it is least on, beyond which it has come to rise by `slope`. */
  cut(slope: number): void
  /** From where to where it was least when it was cut. */
  readonly least: { readonly from: number; readonly to: number }
}

/** @param most so many breakpoints at once. */
export function breakpointsOf(most: number): Breakpoints {
  const heights = new Float64Array(most)
  const changes = new Float64Array(most)
  const least = { from: -Infinity, to: Infinity }
  let count = 0

  function add(height: number, weight: number): void {
    let at = count++
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (heights[parent]! >= height) break
      move(parent, at)
      at = parent
    }
    heights[at] = height
    changes[at] = 2 * weight
  }

  function removeTop(): void {
    count--
    const [height, change] = [heights[count]!, changes[count]!]
    let at = 0
    for (let child = 1; child < count; child = 2 * at + 1) {
      if (child + 1 < count && heights[child + 1]! > heights[child]!) child++
      if (heights[child]! <= height) break
      move(child, at)
      at = child
    }
    heights[at] = height
    changes[at] = change
  }

  function move(from: number, to: number): void {
    heights[to] = heights[from]!
    changes[to] = changes[from]!
  }

  function cut(slope: number): void {
    least.to = Infinity
    while (slope > FLAT && count > 0) {
      least.to = heights[0]!
      const change = changes[0]!
      if (change > slope + FLAT) changes[0] = change - slope
      else removeTop()
      slope -= change
    }
    least.from = count > 0 ? heights[0]! : -Infinity
  }

  return {
    clear: () => void (count = 0),
    add,
    cut,
    least,
  }
}
