import { isCrowded } from './is-crowded.ts'
import type { ChannelOf } from './find-channels.ts'
import { beginOfGap, endOfGap } from '../packing/place-columns.ts'
import type { PlacedBox } from './placed-box.ts'
import { widthOf } from './spread-ends.ts'

/** From how many times the gap on curves would lie on each other where they run side by side. */
const STEEP = 1.5
/** What rises less is no matter: twice the radius of a corner. */
const LEAST_RISE = 28
/** What is free between two curves at their steepest, in units of the picture. */
const APART = 2
/** The part of a gap that curves slide in at most. */
const MOST = 0.5

/** Where in a gap a curve begins and ends, when others run beside it; null for the whole gap. */
export type SlideOf = (
  from: number,
  to: number,
  fromY: number,
  toY: number,
) => { readonly begin: number; readonly end: number } | null

interface Curve {
  readonly from: number
  readonly to: number
  readonly segment: number
  readonly fromY: number
  readonly toY: number
  readonly width: number
}

/**
 * Has curves that climb or fall side by side through one gap begin one after the other, as far apart as they are wide, since curves that are only
 * shifted along their way lie on each other where they are steep. They take turns as channels do, so that none crosses another for it.
 * O(s log s). @param channelOf what turns in a channel is no curve.
 */
export function findSlides(
  { layered, order, columns, y, tailAt, headAt, edges, looks }: PlacedBox,
  lane: Uint8Array,
  channelOf: ChannelOf,
): SlideOf {
  const { nodeCount, layerOf, layerStarts, out, loose } = layered
  const inLane = (vertex: number): boolean => vertex < nodeCount && lane[vertex] === 1
  /** By segment; NaN for one that has no slide. */
  const begins = new Float64Array(edges.length).fill(NaN)
  const ends = new Float64Array(edges.length)
  /** By layer: 1 where a curve behind it has a slide. */
  const hasSlides = new Uint8Array(layerStarts.length)
  for (let layer = 0; layer + 1 < layerStarts.length; layer++) {
    if (isCrowded(layered, order, layer) || steepBehind(layer) < 2) continue
    /** By where the gap begins, of which one layer may have several, and by whether they fall. */
    const inGap = new Map<number, readonly [Curve[], Curve[]]>()
    for (let at = layerStarts[layer]!; at < layerStarts[layer + 1]!; at++) {
      const from = order.vertices[at]!
      for (let i = out.starts[from]!; i < out.starts[from + 1]!; i++) {
        if (!isCurve(from, i)) continue
        const [to, segment] = [out.neighbors[i]!, out.edges[i]!]
        const fromY = y[from]! + tailAt[segment]!
        const toY = y[to]! + headAt[segment]!
        const key = beginOfGap(columns, from)
        let here = inGap.get(key)
        if (!here) inGap.set(key, (here = [[], []]))
        const width = widthOf(Math.max(1, edges[segment]!))
        here[toY > fromY ? 1 : 0].push({ from, to, segment, fromY, toY, width })
      }
    }
    for (const [rising, falling] of inGap.values()) {
      for (const beside of besideEachOther(rising))
        slide(beside, layer, (a, b) => a.fromY - b.fromY || a.toY - b.toY)
      for (const beside of besideEachOther(falling))
        slide(beside, layer, (a, b) => b.fromY - a.fromY || b.toY - a.toY)
    }
  }
  return (from, to, fromY, toY) => {
    if (hasSlides[layerOf[from]!] === 0) return null
    for (let i = out.starts[from]!; i < out.starts[from + 1]!; i++) {
      const segment = out.edges[i]!
      if (out.neighbors[i] !== to || Number.isNaN(begins[segment]!)) continue
      if (isSame(y[from]! + tailAt[segment]!, fromY) && isSame(y[to]! + headAt[segment]!, toY))
        return { begin: begins[segment]!, end: ends[segment]! }
    }
    return null
  }

  /** How many curves behind a layer are so steep that they would lie on each other: where fewer than two are, none slides. */
  function steepBehind(layer: number): number {
    let count = 0
    for (let at = layerStarts[layer]!; at < layerStarts[layer + 1]!; at++) {
      const from = order.vertices[at]!
      for (let i = out.starts[from]!; i < out.starts[from + 1]!; i++)
        if (isSteep(from, out.neighbors[i]!, riseOf(from, i)) && isCurve(from, i)) count++
    }
    return count
  }

  /** @param i of a segment among all that lead out. */
  function riseOf(from: number, i: number): number {
    return Math.abs(y[out.neighbors[i]!]! + headAt[out.edges[i]!]! - (y[from]! + tailAt[out.edges[i]!]!))
  }

  function isCurve(from: number, i: number): boolean {
    const [to, segment] = [out.neighbors[i]!, out.edges[i]!]
    if (loose[segment] || inLane(from) || inLane(to) || riseOf(from, i) < LEAST_RISE) return false
    return Number.isNaN(
      channelOf(from, to, y[from]! + tailAt[segment]!, y[to]! + headAt[segment]!, looks[segment]!),
    )
  }

  function isSteep(from: number, to: number, rise: number): boolean {
    return rise > STEEP * (endOfGap(columns, to) - beginOfGap(columns, from))
  }

  /** Where two are steep, all that run beside them take turns. @param byBegin in which order. */
  function slide(beside: Curve[], layer: number, byBegin: (a: Curve, b: Curve) => number): void {
    beside.sort(byBegin)
    const isNew = (curve: Curve, i: number): boolean => i === 0 || !areOne(curve, beside[i - 1]!)
    const steep = beside.filter(
      (curve, i) => isSteep(curve.from, curve.to, Math.abs(curve.toY - curve.fromY)) && isNew(curve, i),
    )
    if (steep.length < 2) return
    const steps = beside.map((curve, i) =>
      i > 0 && isNew(curve, i) ? APART + (curve.width + beside[i - 1]!.width) / 2 : 0,
    )
    const all = steps.reduce((sum, step) => sum + step, 0)
    let done = 0
    beside.forEach(({ from, to, segment }, i) => {
      const [left, right] = [beginOfGap(columns, from), endOfGap(columns, to)]
      const scale = Math.min(1, (MOST * (right - left)) / all)
      done += steps[i]!
      begins[segment] = left + scale * done
      ends[segment] = right - scale * (all - done)
    })
    hasSlides[layer] = 1
  }
}

/** What differs by less is at the same height. */
const isSame = (one: number, other: number): boolean => Math.abs(one - other) < 0.01

/** Whether two lie on each other, as lines do that run on together. */
const areOne = (one: Curve, other: Curve): boolean =>
  one.from === other.from && one.to === other.to && one.fromY === other.fromY && one.toY === other.toY

/** Curves in groups: those of one overlap in height, one with the next. */
function besideEachOther(curves: Curve[]): Curve[][] {
  const groups: Curve[][] = []
  let bottom = -Infinity
  const top = ({ fromY, toY }: Curve): number => Math.min(fromY, toY)
  for (const curve of curves.sort((one, other) => top(one) - top(other))) {
    if (top(curve) >= bottom) groups.push([])
    groups.at(-1)!.push(curve)
    bottom = Math.max(bottom, curve.fromY, curve.toY)
  }
  return groups
}
