import { touches } from './line-boxes.ts'
import type { Things } from './picture.ts'
import type { SpatialIndex } from './spatial-index.ts'

/** Looks at each thing: for a picture that is seen for a moment, sooner than an index is packed. */
export const unindexedThings = ({ count, x, y, width, height }: Things): SpatialIndex =>
  lookingAtEach(
    count,
    (thing, left, top, right, bottom) =>
      x[thing]! <= right &&
      x[thing]! + width[thing]! >= left &&
      y[thing]! <= bottom &&
      y[thing]! + height[thing]! >= top,
  )

/** Looks at each line: for such a picture, and for lines that move, and are somewhere else the next moment. */
export const unindexedLines = (boxes: Float32Array): SpatialIndex =>
  lookingAtEach(boxes.length / 4, (line, left, top, right, bottom) =>
    touches(boxes, line, left, top, right, bottom),
  )

const lookingAtEach = (
  count: number,
  isTouched: (one: number, left: number, top: number, right: number, bottom: number) => boolean,
): SpatialIndex => ({
  touching(left, top, right, bottom) {
    const found: number[] = []
    for (let one = 0; one < count; one++) if (isTouched(one, left, top, right, bottom)) found.push(one)
    return found
  },
})
