import Flatbush from 'flatbush'
import type { Lines, PackedIndex, Things } from './picture.ts'
import { lineBoxes } from './line-boxes.ts'

/** Finds rectangles by place. */
export interface SpatialIndex {
  /** Those that touch a rectangle, or nearly: in the order of the picture. O(log n + found) for most. */
  touching(left: number, top: number, right: number, bottom: number): number[]
}

export const packThings = ({ count, x, y, width, height }: Things): PackedIndex =>
  pack(count, (thing) => [x[thing]!, y[thing]!, x[thing]! + width[thing]!, y[thing]! + height[thing]!])

export function packLines(lines: Lines, things: Things): PackedIndex {
  const boxes = lineBoxes(lines, things)
  return pack(lines.count, (line) => {
    const [left, top, right, bottom] = boxes.subarray(4 * line, 4 * line + 4)
    // A line without a curve is nowhere.
    return left! <= right! ? [left!, top!, right!, bottom!] : [0, 0, 0, 0]
  })
}

function pack(
  count: number,
  boxOf: (item: number) => readonly [number, number, number, number],
): PackedIndex {
  if (count === 0) return new ArrayBuffer(0)
  const index = new Flatbush(count, 16, Float32Array)
  for (let item = 0; item < count; item++) index.add(...boxOf(item))
  index.finish()
  return index.data as ArrayBuffer
}

/** Coordinates are rounded to 24 bits. */
const ROUNDED = 1

export function openIndex(packed: PackedIndex): SpatialIndex {
  if (packed.byteLength === 0) return { touching: () => [] }
  const index = Flatbush.from(packed)
  return {
    touching: (left, top, right, bottom) =>
      index.search(left - ROUNDED, top - ROUNDED, right + ROUNDED, bottom + ROUNDED).sort((a, b) => a - b),
  }
}
