import { LOOKS } from '../crossings/find-ways.ts'
import { beginOfGap, endOfGap } from '../packing/place-columns.ts'
import type { PlacedBox } from './placed-box.ts'

/** From how many times the gap on an edge is too steep for a curve. */
const STEEP = 8
/** What rises less keeps its curve even where others of its bundle turn into a channel: twice the radius of a corner. */
const LEAST_RISE = 28
/** The part of the gap, in its middle, over which channels are spread. */
const SPREAD = 0.4

/** Where between two columns what leads from one vertex to the next turns down or up, by the height of both ends; NaN where it is a curve. @param look of what leads there. */
export type ChannelOf = (from: number, to: number, fromY: number, toY: number, look: number) => number

/**
 * Finds channels for the steep segments and for those of the outside lane, and for the others of the same bundle: those of one thing or
 * dummy in one direction and of one look, and of one place at its side where that is given, as rows have and the sides of boxes; these share a
 * channel. Channels are in an order in which verticals do not cross what turns into them. O(s log s). @param lane of each item.
 */
export function findChannels(
  { layered, order, columns, y, tailAt, headAt, looks, leftAtRows, enteredAtRows }: PlacedBox,
  lane: Uint8Array,
): ChannelOf {
  const { nodeCount, vertexCount, layerOf, layerStarts, out, into } = layered
  const inLane = (vertex: number): boolean => vertex < nodeCount && lane[vertex] === 1
  const isSteep = (from: number, to: number, rise: number): boolean => {
    const gap = endOfGap(columns, to) - beginOfGap(columns, from)
    return Math.abs(rise) > STEEP * gap || (rise !== 0 && inLane(from) !== inLane(to))
  }
  const isBundledAtTail = (from: number, to: number): boolean => {
    const [tailHas, headHas] = [leftAtRows[from] === 1, enteredAtRows[to] === 1]
    if (tailHas !== headHas && from < nodeCount && to < nodeCount) return tailHas
    return out.starts[from + 1]! - out.starts[from]! > into.starts[to + 1]! - into.starts[to]!
  }
  /** By the end that more segments of this gap share, or that has rows where the other has none; apart for each direction and each side of a column. */
  const bundleOf: ChannelOf = (from, to, fromY, toY, look) => {
    const byTail = isBundledAtTail(from, to)
    const vertex = byTail ? from : to
    const isAtRow = (byTail ? leftAtRows : enteredAtRows)[vertex] === 1
    const place = isAtRow ? 1 + Math.round(byTail ? fromY : toY) : 0
    return 4 * ((LOOKS * place + look) * vertexCount + vertex) + (byTail ? 2 : 0) + (toY > fromY ? 1 : 0)
  }

  const channelX = channelsByBundle(4 * vertexCount)
  /** By layer: 1 where any channel is behind it. Most have none, and a look into the map is slow. */
  const hasChannels = new Uint8Array(layerStarts.length)
  for (let layer = 0; layer + 1 < layerStarts.length; layer++) {
    /** By where the gap begins, of which one layer may have several: what turns in it, and where it ends. */
    const inGap = new Map<number, { readonly bundles: number[]; readonly end: number }>()
    for (let at = layerStarts[layer]!; at < layerStarts[layer + 1]!; at++) {
      const from = order.vertices[at]!
      for (let i = out.starts[from]!; i < out.starts[from + 1]!; i++) {
        const to = out.neighbors[i]!
        const fromY = y[from]! + tailAt[out.edges[i]!]!
        const toY = y[to]! + headAt[out.edges[i]!]!
        if (!isSteep(from, to, toY - fromY)) continue
        const bundle = bundleOf(from, to, fromY, toY, looks[out.edges[i]!]!)
        hasChannels[layer] = 1
        if (!Number.isNaN(channelX.of(bundle))) continue
        channelX.set(bundle, Infinity) // until its place is found
        const begin = beginOfGap(columns, from)
        const { bundles, end } = inGap.get(begin) ?? { bundles: [], end: Infinity }
        bundles.push(bundle)
        inGap.set(begin, { bundles, end: Math.min(end, endOfGap(columns, to)) })
      }
    }
    // Those that rise turn the sooner the higher they begin, those that fall the later.
    const keyOf = (bundle: number): number => {
      const place = Math.floor(bundle / (4 * LOOKS * vertexCount))
      const height = place > 0 ? place : y[Math.floor(bundle / 4) % vertexCount]!
      return (bundle % 2 === 1 ? -1 : 1) * height
    }
    for (const [begin, { bundles, end }] of inGap) {
      bundles.sort((a, b) => (a % 2) - (b % 2) || keyOf(a) - keyOf(b) || a - b)
      bundles.forEach((bundle, i) => {
        const part = (1 - SPREAD) / 2 + (SPREAD * (i + 0.5)) / bundles.length
        channelX.set(bundle, begin + part * (end - begin))
      })
    }
  }
  return (from, to, fromY, toY, look) =>
    hasChannels[layerOf[from]!] === 0 || Math.abs(toY - fromY) < LEAST_RISE
      ? NaN
      : channelX.of(bundleOf(from, to, fromY, toY, look))
}

/** The channels of bundles, NaN where there is none: a column for the first of them, which most are of, since a look into a map is slow. */
function channelsByBundle(columnLength: number) {
  const column = new Float64Array(columnLength).fill(NaN)
  const rest = new Map<number, number>()
  return {
    of: (bundle: number): number => (bundle < columnLength ? column[bundle]! : (rest.get(bundle) ?? NaN)),
    set(bundle: number, x: number): void {
      if (bundle < columnLength) column[bundle] = x
      else rest.set(bundle, x)
    },
  }
}
