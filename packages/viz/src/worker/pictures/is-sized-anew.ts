import { FORMS, type Things } from '../../scene/picture/picture.ts'

/**
 * Whether a picture shows what the one before did, with most cards, and more than one, higher or lower, as where all show their columns, or none does
 * any more: places kept would leave holes between what is lower now. O(n).
 */
export function isSizedAnew(
  before: Pick<Things, 'count' | 'keys' | 'height'>,
  { count, keys, forms }: Pick<Things, 'count' | 'keys' | 'forms'>,
  height: ArrayLike<number>,
): boolean {
  if (before.count !== count) return false
  const heightOf = new Map(before.keys.map((key, thing) => [key, before.height[thing]!]))
  let [cards, changed] = [0, 0]
  for (let thing = 0; thing < count; thing++) {
    const was = heightOf.get(keys[thing]!)
    if (was === undefined) return false
    if (FORMS[forms[thing]!] !== 'card') continue
    cards++
    if (was !== height[thing]) changed++
  }
  return changed > 1 && 2 * changed > cards
}
