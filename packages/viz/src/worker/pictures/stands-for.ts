import type { Neighbourhood, Visible } from '@lineagraph/core'

/** By thing that is drawn, the places in the tree of what is near and drawn as it: its own, or those of all that a stack or a closed container stands for. O(n). */
export function standsFor(
  { positions }: Pick<Neighbourhood, 'positions'>,
  { shown, things }: Pick<Visible, 'shown' | 'things'>,
): readonly number[][] {
  const found = Array.from(things, (): number[] => [])
  for (const position of positions) found[shown[position]!]?.push(position)
  return found
}
