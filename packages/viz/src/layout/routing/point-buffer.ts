/** Points of many lines one after another, x and y in turn, in an array that grows. */
export interface PointBuffer {
  /** Adds a point to the line; a point that lies on the way of its neighbours is left out. */
  readonly add: (x: number, y: number) => void
  /** Ends the line. @returns the number of points until now. */
  readonly end: () => number
  readonly points: () => Float64Array
}

export function pointBuffer(): PointBuffer {
  let points = new Float64Array(1024)
  let count = 0
  let lineStart = 0
  const isAt = (point: number, x: number, y: number): boolean =>
    points[2 * point] === x && points[2 * point + 1] === y

  return {
    add(x, y) {
      if (count > lineStart && isAt(count - 1, x, y)) return
      if (count > lineStart + 1 && points[2 * count - 1] === y && points[2 * count - 3] === y) {
        const before = points[2 * count - 4]!
        const last = points[2 * count - 2]!
        if (before < last === last < x) count--
      }
      if (2 * count === points.length) {
        const larger = new Float64Array(2 * points.length)
        larger.set(points)
        points = larger
      }
      points[2 * count] = x
      points[2 * count + 1] = y
      count++
    },
    end() {
      lineStart = count
      return count
    },
    points: () => points.slice(0, 2 * count),
  }
}
