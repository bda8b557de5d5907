import { csrOf } from '@lineagraph/core'
import { assignLayers } from '../layout/assign-layers.ts'
import { findComponents } from '../layout/find-components.ts'
import { openCircles } from '../layout/open-circles.ts'
import type { Composed } from './composed.ts'
import { hopsOf, UNREACHED } from './hops-of.ts'

/** So many layers stand beside each other in a window, and so many more than hops are no harm. */
const FEW_LAYERS = 5
const MORE_THAN_HOPS = 1

/** The layers of a lineage view as far as they are known before it is laid out. */
export interface LineageLayers {
  /** About how many stand beside each other. */
  readonly count: number
  /** Of each thing its hop, where layers are hops; else null. */
  readonly layer: Int32Array | null
}

/**
 * As long as it takes few layers, all lineage leads to the right. Where things that are equally near feed each other again and again, that would
 * put neighbours of what the view is about many layers off: then a layer is a hop, and some lineage leads back or stays within a layer. O(n + m).
 * @returns null where boxes cut across layers.
 */
export function lineageLayers({ visible, near, hops }: Composed): LineageLayers | null {
  const { things, isBox, lines } = visible
  if (!near || isBox.includes(1)) return null
  const longest = longestWay(things.length, lines.from, lines.to)
  const layer = hopsOf(near, visible)
  if (!hops || layer.includes(UNREACHED)) return { count: longest, layer: null }
  let [least, most] = [0, 0]
  for (const hop of layer) [least, most] = [Math.min(least, hop), Math.max(most, hop)]
  const count = most - least + 1
  return longest > Math.max(FEW_LAYERS, count + MORE_THAN_HOPS)
    ? { count, layer }
    : { count: longest, layer: null }
}

/** How many layers it takes so that everything leads to the right, but for one edge of each circle. */
function longestWay(count: number, from: Uint32Array, to: Uint32Array): number {
  if (count === 0) return 0
  const turned = openCircles(count, from, to)
  const others = Uint32Array.from(from.keys()).filter((line) => from[line] !== to[line])
  const tails = others.map((line) => (turned[line] ? to : from)[line]!)
  const heads = others.map((line) => (turned[line] ? from : to)[line]!)
  const out = csrOf(count, tails, heads)
  const layer = assignLayers(out, csrOf(count, heads, tails), findComponents(out))
  return 1 + layer.reduce((most, own) => Math.max(most, own), 0)
}
