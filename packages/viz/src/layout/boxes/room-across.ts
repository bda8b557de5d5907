import { BOX_ASPECT, WINDOW_ASPECT } from '../packing/aspects.ts'
import { sidesOf } from './box-sides.ts'
import type { PlacingInput } from '../placing/placing.ts'

/** How much room there is in boxes, and about how much things and boxes take of it. */
export interface Room {
  /** Of each box, and last of the picture, how much there is across the way of the data. */
  readonly across: Float64Array
  /** The same: how many times as wide as high what is inside is to be, where there is a choice. */
  readonly aspect: Float64Array
  /** Of each thing and box about how much it takes across the way of the data, and along it. */
  readonly extent: Float64Array
  readonly breadth: Float64Array
}

/**
 * Shares out the room across from outside in, and from inside out guesses what boxes take of it, before anything has a place: as much as what is inside
 * takes beside each other, as far as there is room. O(n). @param input as it leads to the right.
 */
export function roomAcross(input: PlacingInput): Room {
  const { count, box, isBox, width: breadth, height, gaps, before } = input
  const outer = (thing: number): number => (box[thing]! < 0 ? count : box[thing]!)
  const sides = (own: number): number => {
    const { top, bottom } = sidesOf(input, own)
    return top + bottom
  }
  const across = new Float64Array(count + 1).fill(Infinity)
  const aspect = new Float64Array(count + 1).fill(BOX_ASPECT)
  // What is new has none before.
  before?.aspect.forEach((was, thing) => (aspect[thing] = Number.isNaN(was) ? BOX_ASPECT : was))
  aspect[count] = WINDOW_ASPECT
  const extent = height.slice()
  if (input.across === Infinity) return { across, aspect, extent, breadth }
  across[count] = input.across - 2 * gaps.margin
  for (let thing = 0; thing < count; thing++)
    if (isBox[thing]) across[thing] = across[outer(thing)]! - sides(thing)
  const inside = new Float64Array(count + 1)
  for (let thing = count - 1; thing >= 0; thing--) {
    if (isBox[thing])
      extent[thing] = Math.max(height[thing]!, Math.min(across[thing]!, inside[thing]!) + sides(thing))
    inside[outer(thing)]! += (inside[outer(thing)]! > 0 ? gaps.card : 0) + extent[thing]!
  }
  return { across, aspect, extent, breadth }
}
