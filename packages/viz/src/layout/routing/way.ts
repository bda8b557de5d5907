import { pointBuffer, type PointBuffer } from './point-buffer.ts'

/** The way of the edge that is being led: what leads it adds points to it. */
export interface Way extends PointBuffer {
  /** x and y of the last point: in an array, since a number that closures share would be put on the heap each time. */
  readonly last: Float64Array
  /** The open boxes that the line has left since its last point, from the inside out. */
  readonly left: number[]
  /** Those that it enters next, from the outside in. */
  readonly entered: number[]
}

export function startWay(): Way {
  const line = pointBuffer()
  const last = new Float64Array(2)
  const left: number[] = []
  return {
    ...line,
    last,
    left,
    entered: [],
    add(x, y) {
      line.add(x, y)
      last[0] = x
      last[1] = y
      if (left.length > 0) left.length = 0
    },
  }
}
