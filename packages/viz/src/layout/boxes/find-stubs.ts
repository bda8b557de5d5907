import type { PlacingInput } from '../placing/placing.ts'
import type { Pieces } from './split-edges.ts'

/** Marks what feeds a box around it, by 1: its line is a stub at its right. O(m · depth). */
export function findStubs({ count, box, from, to }: PlacingInput, { starts }: Pieces): Uint8Array {
  const stub = new Uint8Array(count)
  for (let edge = 0; edge < from.length; edge++) {
    if (starts[edge] !== starts[edge + 1]) continue
    const [inner, outer] = [from[edge]!, to[edge]!]
    let around = box[inner]!
    while (around >= 0 && around !== outer) around = box[around]!
    if (around === outer) stub[inner] = 1
  }
  return stub
}
