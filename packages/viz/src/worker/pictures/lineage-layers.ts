import { csrOf, type Neighbourhood, type Visible } from '@lineagraph/core'
import { assignLayers } from '../../layout/layers/assign-layers.ts'
import { findComponents } from '../../layout/layers/find-components.ts'
import { openCircles } from '../../layout/layers/open-circles.ts'
import { hopsOf, UNREACHED } from './hops-of.ts'

/** So many layers stand beside each other in a window, and so many times as many as hops are worth it that all lineage leads to the right. */
const FEW_LAYERS = 5
const TIMES_HOPS = 2

/** What is near in a lineage view, and by hops where it is that. */
interface Near {
  readonly visible: Visible
  readonly near: Neighbourhood | null
  readonly hops: object | null
}

/** The layers of a lineage view as far as they are known before it is laid out. */
export interface LineageLayers {
  /** About how many stand beside each other. */
  readonly count: number
  /** Of each thing its layer, negative upstream of what the view is about; null where they are found by the layout. */
  readonly layer: Int32Array | null
  /** 1 for what stands in a band before all else; null where nothing does. */
  readonly band: Uint8Array | null
}

/**
 * As long as it takes few layers, all lineage leads to the right. Where things that are equally near feed each other again and again, that would
 * put neighbours of what the view is about many layers off: then a layer is a hop, and some lineage leads back or stays within a layer. Where the
 * way is downwards, what is outside stands in a band before all else, where it may. O(n + m).
 * @returns null where boxes cut across layers.
 */
export function lineageLayers(composed: Near, direction: 'right' | 'down'): LineageLayers | null {
  const { visible, near } = composed
  if (!near || visible.isBox.includes(1)) return null
  const along = layersAlong(visible)
  const count = 1 + most(along)
  const hops = layersByHops(composed, count)
  if (direction === 'down' && hasBand(visible)) {
    const inside = hops ?? along
    const first = inside.reduce((least, own) => Math.min(least, own), 0) - 1
    const layer = inside.map((own, thing) => (visible.lane[thing] ? first : own))
    return { count, layer, band: visible.lane }
  }
  return hops
    ? { count: most(hops) + most(hops.map((hop) => -hop)) + 1, layer: hops, band: null }
    : { count, layer: null, band: null }
}

/**
 * Whether what is outside may stand in a band across the picture, before all else: a lane at the side would take the width of a narrow window.
 * Where something inside feeds it, a band would tear it from the hop that it is, and its lineage would lead back up through all the others: there it
 * stands in its hop, and its outline alone says what it is.
 */
const hasBand = ({ lane, lines: { from, to } }: Visible): boolean =>
  lane.includes(1) && !to.some((end, line) => lane[end] === 1 && lane[from[line]!] === 0)

/** Of each thing its hop, where layers along the lineage are too many; else null. */
function layersByHops({ visible, near, hops }: Near, count: number): Int32Array | null {
  if (!near || !hops) return null
  const layer = hopsOf(near, visible)
  if (layer.includes(UNREACHED)) return null
  const span = most(layer) + most(layer.map((hop) => -hop)) + 1
  return count > Math.max(FEW_LAYERS, TIMES_HOPS * span) ? layer : null
}

/** Layers in which everything leads to the right, but for one edge of each circle. */
function layersAlong({ things, lines: { from, to, weights } }: Visible): Int32Array {
  const count = things.length
  const turned = openCircles(count, from, to, weights)
  const others = Uint32Array.from(from.keys()).filter((line) => from[line] !== to[line])
  const tails = others.map((line) => (turned[line] ? to : from)[line]!)
  const heads = others.map((line) => (turned[line] ? from : to)[line]!)
  const out = csrOf(count, tails, heads)
  return Int32Array.from(assignLayers(out, csrOf(count, heads, tails), findComponents(out)))
}

const most = (values: Int32Array): number => values.reduce((found, own) => Math.max(found, own), 0)
