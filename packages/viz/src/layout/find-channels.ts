import type { Layered } from './insert-dummies.ts'
import type { Order } from './order.ts'
import type { Places } from './place-cards.ts'
import type { Columns } from './place-columns.ts'

/** From how many times the gap on an edge is too steep for a curve. */
const STEEP = 8
/** What rises less keeps its curve even where others of its bundle turn into a channel: twice the radius of a corner. */
const LEAST_RISE = 28
/** The part of the gap, in its middle, over which channels are spread. */
const SPREAD = 0.4

/** Where between two columns an edge from one vertex to the next turns down or up, or undefined where it is a curve. */
export type ChannelOf = (from: number, to: number) => number | undefined

/**
 * Finds channels for the steep segments and for those of the outside lane, and for the others of the same bundle: those of one vertex in
 * one direction, which share a channel. Channels are in an order in which verticals do not cross what turns into them. O(s log s).
 */
export function findChannels(
  { vertexCount, layerOf, layerStarts, out, into }: Layered,
  { vertices }: Order,
  columns: Columns,
  { columnX, anchorY }: Places,
  lane: Uint8Array,
): ChannelOf {
  const isSteep = (from: number, to: number): boolean => {
    const layer = layerOf[from]!
    const gap = columnX[layer + 1]! - columnX[layer]! - columns.width[layer]!
    const rise = Math.abs(anchorY[to]! - anchorY[from]!)
    return rise > STEEP * gap || (rise > 0 && lane[from] !== lane[to])
  }
  /** The end that more segments of this gap share, apart for each direction and each side of a column. */
  const bundleOf = (from: number, to: number): number => {
    const byTail = out.starts[from + 1]! - out.starts[from]! > into.starts[to + 1]! - into.starts[to]!
    return 4 * (byTail ? from : to) + (byTail ? 2 : 0) + (anchorY[to]! > anchorY[from]! ? 1 : 0)
  }

  const channelX = new Float64Array(4 * vertexCount).fill(NaN)
  for (let layer = 0; layer + 1 < layerStarts.length; layer++) {
    const bundles: number[] = []
    for (let at = layerStarts[layer]!; at < layerStarts[layer + 1]!; at++) {
      const from = vertices[at]!
      for (let i = out.starts[from]!; i < out.starts[from + 1]!; i++) {
        const to = out.neighbors[i]!
        if (!isSteep(from, to)) continue
        const bundle = bundleOf(from, to)
        if (Number.isNaN(channelX[bundle])) bundles.push(bundle)
        channelX[bundle] = 0
      }
    }
    // Those that rise turn the sooner the higher they begin, those that fall the later.
    const keyOf = (bundle: number): number => (bundle % 2 === 1 ? -1 : 1) * anchorY[bundle >>> 2]!
    bundles.sort((a, b) => (a % 2) - (b % 2) || keyOf(a) - keyOf(b) || a - b)
    const right = columnX[layer]! + columns.width[layer]!
    bundles.forEach((bundle, i) => {
      const part = (1 - SPREAD) / 2 + (SPREAD * (i + 0.5)) / bundles.length
      channelX[bundle] = right + part * (columnX[layer + 1]! - right)
    })
  }
  return (from, to) => {
    const x = channelX[bundleOf(from, to)]!
    return Number.isNaN(x) || Math.abs(anchorY[to]! - anchorY[from]!) < LEAST_RISE ? undefined : x
  }
}
