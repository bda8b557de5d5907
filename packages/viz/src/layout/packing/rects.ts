/** Rectangles as columns. */
export interface Rects {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly width: Float64Array
  readonly height: Float64Array
}
