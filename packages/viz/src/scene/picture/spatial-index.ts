import Flatbush from 'flatbush'
import type { Lines, PackedIndex, Things } from './picture.ts'
import { lineBoxes } from './line-boxes.ts'

/** Finds rectangles by place. */
export interface SpatialIndex {
  /** Those that touch a rectangle, or nearly: in the order of the picture. O(log n + found) for most. */
  touching(left: number, top: number, right: number, bottom: number): number[]
}

export function packThings({ count, x, y, width, height }: Things): PackedIndex {
  if (count === 0) return new ArrayBuffer(0)
  const index = new Flatbush(count, 16, Float32Array)
  for (let thing = 0; thing < count; thing++)
    index.add(x[thing]!, y[thing]!, x[thing]! + width[thing]!, y[thing]! + height[thing]!)
  index.finish()
  return index.data as ArrayBuffer
}

export function packLines(lines: Lines, things: Things): PackedIndex {
  if (lines.count === 0) return new ArrayBuffer(0)
  const boxes = lineBoxes(lines, things)
  const index = new Flatbush(lines.count, 16, Float32Array)
  for (let at = 0; at < boxes.length; at += 4)
    if (boxes[at]! <= boxes[at + 2]!) index.add(boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!)
    else index.add(0, 0, 0, 0) // a line without a curve is nowhere
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
