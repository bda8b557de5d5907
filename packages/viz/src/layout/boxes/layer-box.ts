import { csrOf } from '@lineagraph/core'
import { assignLayers, countFromZero } from '../layers/assign-layers.ts'
import type { BoxGraph } from './box-graph.ts'
import { findComponents } from '../layers/find-components.ts'
import { openCircles } from '../layers/open-circles.ts'
import { BORDER } from './split-edges.ts'
import { stayTurned } from '../layers/stay-turned.ts'
import type { Leaves } from '../layers/find-leaves.ts'
import { tightenLayers } from '../layers/tighten-layers.ts'
import { wrapBox, type BoxWrap } from './wrap-box.ts'

/** The layers of what stands in a box. */
export interface BoxLayers {
  /** 1 for each link that leads to a lower layer. */
  readonly turned: Uint8Array
  /** Of each item, from 0 in each component; from 1 where links come through the left side of the box, which then is layer 0. */
  readonly layer: Uint32Array
  readonly componentOf: Uint32Array
  readonly componentCount: number
  /** The component that reaches to the sides of the box, or -1. */
  readonly atBorder: number
  /** 1 for each component of which a layer has become several, since it was too long for its shape. */
  readonly isWrapped: Uint8Array
  /** The layer of the right side of the box. */
  readonly lastLayer: number
}

/**
 * Opens circles and gives layers; what goes through the sides of the box is short in sum as all else. O(n + m) a pass.
 * @param wrap where layers have bounds, of how much room there is or by their shape. @param given the layer of each item, where that is not to be
 * found: no link leads within one.
 */
export function layerBox(
  { items, tail, head, weight, cut }: BoxGraph,
  wrap: { readonly room: BoxWrap; readonly fans: Leaves | null } | null,
  given: Uint32Array | null = null,
): BoxLayers {
  const enters = tail.includes(BORDER)
  const leaves = head.includes(BORDER)
  const left = items.length
  const right = left + (enters ? 1 : 0)
  const nodeCount = right + (leaves ? 1 : 0)
  // One more edge from side to side, so that what hangs on one of them and what hangs on the other is one component.
  const across = enters && leaves ? 1 : 0
  const from = new Uint32Array(tail.length + across).fill(left)
  const to = new Uint32Array(tail.length + across).fill(right)
  tail.forEach((item, link) => item !== BORDER && (from[link] = item))
  head.forEach((item, link) => item !== BORDER && (to[link] = item))
  const toCut = new Uint8Array(from.length)
  toCut.set(cut)
  const weights = new Float64Array(from.length).fill(1)
  weights.set(weight)
  const turned = given
    ? Uint8Array.from(from, (node, link) => (given[node]! > given[to[link]!]! ? 1 : 0))
    : stayTurned(
        openCircles(nodeCount, from, to, weights, toCut),
        wrap?.room.before ?? null,
        nodeCount,
        from,
        to,
      )
  const starts = from.map((node, link) => (turned[link] ? to[link]! : node))
  const ends = to.map((node, link) => (turned[link] ? from[link]! : node))
  const out = csrOf(nodeCount, starts, ends)
  const components = findComponents(out)
  const into = csrOf(nodeCount, ends, starts)
  const layer = given ? countFromZero(given, components) : assignLayers(out, into, components)
  const atBorder = nodeCount > left ? components.componentOf[left]! : -1
  const members: number[] = []
  let least = Infinity
  let most = 0
  for (let node = 0; node < nodeCount; node++) {
    if (components.componentOf[node] !== atBorder) continue
    members.push(node)
    if (node >= left) continue
    least = Math.min(least, layer[node]!)
    most = Math.max(most, layer[node]!)
  }
  // The sides stand before the first and behind the last of the items.
  for (const node of members) layer[node]! += 1 - least
  if (enters) layer[left] = 0
  if (leaves) layer[right] = most - least + 2
  tightenLayers(layer, out, into, members, new Uint8Array(layer.length).fill(1, left))
  const sides = { atBorder, left: enters ? left : -1, right: leaves ? right : -1 }
  const isWrapped = wrap
    ? wrapBox(layer, { out, into, ...components }, sides, wrap.fans, wrap.room)
    : new Uint8Array(components.count)

  return {
    turned: turned.subarray(0, tail.length),
    layer: layer.slice(0, left),
    componentOf: components.componentOf.slice(0, left),
    componentCount: components.count,
    atBorder,
    isWrapped,
    lastLayer: leaves ? layer[right]! : 0,
  }
}

/** The layers of the items of a box, from 0 in each component: what reaches to its left side begins behind the layer of its ports. */
export function layersInBox(
  { tail }: Pick<BoxGraph, 'tail'>,
  { layer, componentOf, atBorder }: BoxLayers,
): Int32Array {
  const first = tail.includes(BORDER) ? 1 : 0
  return Int32Array.from(layer, (own, item) => own - (componentOf[item] === atBorder ? first : 0))
}
