import type { Bundles } from '../crossings/find-ways.ts'
import type { Leaves } from '../layers/find-leaves.ts'

/**
 * Bundles what leads to the leaves of fans, or from them, by the other end: one line passes from column to column of a fan, whatever else links are
 * bundled by. O(m). @param from, to of each link: items, and ports, which come after them.
 */
export function bundleFans(
  { of: given, atTail: givenAtTail }: Bundles,
  { way }: Leaves,
  from: ArrayLike<number>,
  to: ArrayLike<number>,
): Bundles {
  const of = given.slice()
  const atTail = [...givenAtTail]
  const known = new Map<number, number>()
  for (let link = 0; link < of.length; link++) {
    const isFed = way[to[link]!] === 1
    if (!isFed && way[from[link]!] !== -1) continue
    const key = 2 * (isFed ? from : to)[link]! + (isFed ? 1 : 0)
    let bundle = known.get(key)
    if (bundle === undefined) {
      bundle = atTail.length
      known.set(key, bundle)
      atTail.push(isFed ? 1 : 0)
    }
    of[link] = bundle
  }
  return { of, atTail: Uint8Array.from(atTail) }
}
