import type { Bundles } from '../crossings/find-ways.ts'
import type { LinkEnds } from './link-ends.ts'

/**
 * Bundles links that pass layers, so that together they pass as few as can be found quickly: each, the longest first, takes a way that is there at
 * its begin or its end, or opens one for itself and all that are no longer at that end which has more of them. O(l log l) for the links.
 * @param bundles of links that already share their ways. @param passed how many layers each link passes. @param mayShare whether a link may share its way.
 * @returns those bundles, and more.
 */
export function shareWays(
  { of, atTail }: Bundles,
  { from, to }: LinkEnds,
  passed: Uint32Array,
  mayShare: (link: number) => boolean,
): Bundles {
  const longestFirst = passed
    .map((_, link) => link)
    .filter((link) => of[link] === -1 && passed[link]! > 0 && mayShare(link))
    .sort((a, b) => passed[b]! - passed[a]! || from[a]! - from[b]! || to[a]! - to[b]!)
  const leaving = new Uint32Array(from.length)
  const entering = new Uint32Array(to.length)
  for (const link of longestFirst) {
    leaving[from[link]!]!++
    entering[to[link]!]!++
  }
  const bundleOf = of.slice()
  const sides = [...atTail]
  const fromBegin = new Int32Array(from.length).fill(-1)
  const toEnd = new Int32Array(to.length).fill(-1)
  for (const link of longestFirst) {
    const [begin, end] = [from[link]!, to[link]!]
    if (fromBegin[begin] === -1 && toEnd[end] === -1) {
      const isAtBegin = leaving[begin]! >= entering[end]!
      if (isAtBegin) fromBegin[begin] = sides.length
      else toEnd[end] = sides.length
      sides.push(isAtBegin ? 1 : 0)
    }
    bundleOf[link] = fromBegin[begin] === -1 ? toEnd[end]! : fromBegin[begin]!
  }
  return { of: bundleOf, atTail: Uint8Array.from(sides) }
}
