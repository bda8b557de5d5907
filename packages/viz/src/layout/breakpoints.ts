/** A slope that is smaller is none. */
const FLAT = 1e-9

/**
 * The falling half of a convex function of one height that is linear between its breakpoints: where its slope changes, and by how much, the
 * lowest such height of all last. A heap with the greatest height on top: O(log n) for each breakpoint.
 */
export interface Breakpoints {
  clear(): void
  /** Adds `weight` times the distance from a height: the function falls before it and rises behind. */
  add(height: number, weight: number): void
  /** Makes the function level where it would rise by `slope`, and tells from which height to which it was least. */
  cut(slope: number): void
  /** From where to where the function is least, since it was cut. */
  readonly least: { from: number; to: number }
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
    while (slope > FLAT) {
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
