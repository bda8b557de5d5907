import type { Bundles } from '../crossings/find-ways.ts'
import type { Leaves } from '../layers/find-leaves.ts'
import type { BoxGraph } from './box-graph.ts'
import type { LinkEnds } from './link-ends.ts'
import { BORDER } from './split-edges.ts'

/**
 * Bundles what goes through the sides of a box by the end that it has inside, so that a thing with a hundred readers elsewhere has one line to the side
 * of its box. What leads to the leaves of fans, or from them, is bundled by its other end wherever that is: one line passes from column to column. O(l).
 * @param fans null where none is looked for.
 */
export function bundleLinks({ tail, head }: BoxGraph, { from, to }: LinkEnds, fans: Leaves | null): Bundles {
  const of = new Int32Array(tail.length).fill(-1)
  const atTail: number[] = []
  const known = new Map<number, number>()
  for (let link = 0; link < tail.length; link++) {
    const isTail = isBundledAtTail(link)
    if (isTail === null) continue
    const key = 2 * (isTail ? from : to)[link]! + (isTail ? 1 : 0)
    let bundle = known.get(key)
    if (bundle === undefined) {
      bundle = atTail.length
      known.set(key, bundle)
      atTail.push(isTail ? 1 : 0)
    }
    of[link] = bundle
  }
  return { of, atTail: Uint8Array.from(atTail) }

  function isBundledAtTail(link: number): boolean | null {
    if (fans?.way[head[link]!] === 1) return true
    if (fans?.way[tail[link]!] === -1) return false
    if (head[link] === BORDER) return true
    return tail[link] === BORDER ? false : null
  }
}
