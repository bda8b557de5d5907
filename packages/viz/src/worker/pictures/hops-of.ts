import type { Neighbourhood, Visible } from '@lineagraph/core'

/** What nothing near stands behind. */
export const UNREACHED = 0x7fffffff

/** How far each thing that is drawn is, negative upstream: what stands for several is as far as the nearest of them. O(n). */
export function hopsOf(
  { positions, hop }: Neighbourhood,
  { shown, things }: Pick<Visible, 'shown' | 'things'>,
): Int32Array {
  const found = new Int32Array(things.length).fill(UNREACHED)
  for (const position of positions) {
    const thing = shown[position]!
    if (thing >= 0 && Math.abs(hop[position]!) < Math.abs(found[thing]!)) found[thing] = hop[position]!
  }
  return found
}
