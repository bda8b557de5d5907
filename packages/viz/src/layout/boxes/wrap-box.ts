import type { Csr } from '@lineagraph/core'
import type { Components } from '../layers/find-components.ts'
import type { Leaves } from '../layers/find-leaves.ts'
import { spreadLeaves } from '../layers/spread-leaves.ts'
import { stayInLayers } from '../layers/stay-in-layers.ts'
import { PASSING, roomByShape, wrapLayers } from '../layers/wrap-layers.ts'

/** How much room there is for layers, and how much items take of it. */
export interface BoxWrap {
  /** Of each item along its layer and across it. */
  readonly extent: Float64Array
  readonly breadth: Float64Array
  /** How long a layer may be; Infinity where that follows from the shape of all. */
  readonly most: number
  /** What stays free between two items, and what a line takes that passes between them. */
  readonly gap: number
  readonly passing: number
  /** By how much a gap between layers is wider that so many lines lead through. */
  readonly widening: (lines: number) => number
  /** How many times as broad as long what is in the box is to be. */
  readonly aspect: number
  /** Whether leaves of fans may stand in the layers beside their own, among other things. */
  readonly spreads: boolean
  /** The layer of each item in the picture before; -1 for what is new. */
  readonly before: Int32Array | null
}

/** The component that reaches to the sides of its box, and the nodes of the sides; -1 for what there is not. */
interface BoxEnds {
  readonly atBorder: number
  readonly left: number
  readonly right: number
}

/**
 * Lets layers that are too long become several: where there is no bound the leaves of fans, if any are given, stand in the layers beside them, and what is still far longer than
 * all is broad is broken into rows; where there is a bound everything is. What was in the picture before keeps its layer, where it can. Changes `layer` in place. @param graph whose edges lead to higher layers.
 * @returns 1 for each component of which a layer has been broken since it was too long for its shape.
 */
export function wrapBox(
  layer: Uint32Array,
  { out, into, componentOf, count }: Components & { readonly out: Csr; readonly into: Csr },
  ends: BoxEnds,
  fans: Leaves | null,
  { extent, breadth, most, gap, passing, widening, aspect, before }: BoxWrap,
): Uint8Array {
  const isBounded = most < Infinity
  const along = extent.map((own) => own + gap)
  if (!isBounded && fans) {
    const spread = Int32Array.from(layer.subarray(0, extent.length))
    spreadLeaves(spread, componentOf, count, fans, { extent: along, breadth, widening, passing, aspect })
    betweenEnds(layer, spread, componentOf, count, ends)
  }
  const room = isBounded
    ? most
    : roomByShape(layer, componentOf, count, along, breadth, fans ? PASSING.any : PASSING.hops)
  const degree = ({ starts }: Csr, node: number): number => starts[node + 1]! - starts[node]!
  wrapLayers(
    layer,
    componentOf,
    (node) => degree(into, node),
    (node) => degree(out, node),
    { extent, most: room, gap },
  )
  if (before && fans) {
    const fresh = Int32Array.from(layer.subarray(0, extent.length))
    const linked = { out, into, componentOf, count, way: fans.way }
    const stayed = stayInLayers(fresh, before, linked, { extent: along, most: most + gap })
    betweenEnds(layer, stayed, componentOf, count, ends)
  }
  return new Uint8Array(count).map((_, component) =>
    typeof room !== 'number' && room[component]! < Infinity ? 1 : 0,
  )
}

/** Counts the layers of items from the first, behind the left side of the box; its right side is behind the last. */
function betweenEnds(
  layer: Uint32Array,
  spread: Int32Array,
  componentOf: Uint32Array,
  componentCount: number,
  { atBorder, left, right }: BoxEnds,
): void {
  const first = new Int32Array(componentCount).fill(0x7fffffff)
  spread.forEach((own, item) => (first[componentOf[item]!] = Math.min(first[componentOf[item]!]!, own)))
  if (left >= 0) first[atBorder]!--
  let last = 0
  spread.forEach((own, item) => {
    layer[item] = own - first[componentOf[item]!]!
    if (componentOf[item] === atBorder) last = Math.max(last, layer[item]!)
  })
  if (right >= 0) layer[right] = last + 1
}
