/**
 * The way of each edge from the right side of what it leaves to the left side of what it enters: x and y of each point in turn. From
 * one point to the next it is a straight line if they are level or plumb; otherwise a curve that starts and ends level. Where the way
 * of the data is downwards it is from the foot to the top, or from and to the sides of rows, and curves start and end plumb. An edge from a thing to itself has no points.
 */
export interface Routes {
  /** Where the points of each edge start, counted in points; edge count + 1. */
  readonly starts: Uint32Array
  readonly points: Float64Array
}
