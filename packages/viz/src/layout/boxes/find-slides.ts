import { isCrowded } from './is-crowded.ts'
import type { ChannelOf } from './find-channels.ts'
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
  readonly fromY: number
  readonly toY: number
  readonly width: number
}

interface Slide {
  readonly fromY: number
  readonly toY: number
  readonly begin: number
  readonly end: number
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
  const { nodeCount, vertexCount, layerOf, layerStarts, out, loose } = layered
  const inLane = (vertex: number): boolean => vertex < nodeCount && lane[vertex] === 1
  const slides = new Map<number, Slide[]>()
  /** By layer: 1 where a curve behind it has a slide. */
  const hasSlides = new Uint8Array(layerStarts.length)
  for (let layer = 0; layer + 1 < layerStarts.length; layer++) {
    if (isCrowded(layered, order, layer)) continue
    /** By where the gap begins, of which one layer may have several, and by whether they fall. */
    const inGap = new Map<number, readonly [Curve[], Curve[]]>()
    for (let at = layerStarts[layer]!; at < layerStarts[layer + 1]!; at++) {
      const from = order.vertices[at]!
      if (inLane(from)) continue
      for (let i = out.starts[from]!; i < out.starts[from + 1]!; i++) {
        const [to, segment] = [out.neighbors[i]!, out.edges[i]!]
        const fromY = y[from]! + tailAt[segment]!
        const toY = y[to]! + headAt[segment]!
        if (loose[segment] || inLane(to) || Math.abs(toY - fromY) < LEAST_RISE) continue
        if (!Number.isNaN(channelOf(from, to, fromY, toY, looks[segment]!))) continue
        const key = columns.right[from]!
        let here = inGap.get(key)
        if (!here) inGap.set(key, (here = [[], []]))
        here[toY > fromY ? 1 : 0].push({ from, to, fromY, toY, width: widthOf(Math.max(1, edges[segment]!)) })
      }
    }
    for (const [rising, falling] of inGap.values()) {
      for (const beside of besideEachOther(rising))
        slide(beside.sort((a, b) => a.fromY - b.fromY || a.toY - b.toY))
      for (const beside of besideEachOther(falling))
        slide(beside.sort((a, b) => b.fromY - a.fromY || b.toY - a.toY))
    }
  }
  return (from, to, fromY, toY) =>
    hasSlides[layerOf[from]!] === 0
      ? null
      : (slides
          .get(from * vertexCount + to)
          ?.find((one) => isSame(one.fromY, fromY) && isSame(one.toY, toY)) ?? null)

  function isSteep({ from, to, fromY, toY }: Curve): boolean {
    return Math.abs(toY - fromY) > STEEP * (columns.left[to]! - columns.right[from]!)
  }

  /** Where two are steep, all that run beside them take turns. @param beside in the order in which they begin. */
  function slide(beside: readonly Curve[]): void {
    const isNew = (curve: Curve, i: number): boolean => i === 0 || !areOne(curve, beside[i - 1]!)
    if (beside.filter((curve, i) => isSteep(curve) && isNew(curve, i)).length < 2) return
    const steps = beside.map((curve, i) =>
      i > 0 && isNew(curve, i) ? APART + (curve.width + beside[i - 1]!.width) / 2 : 0,
    )
    const all = steps.reduce((sum, step) => sum + step, 0)
    let done = 0
    beside.forEach(({ from, to, fromY, toY }, i) => {
      const [left, right] = [columns.right[from]!, columns.left[to]!]
      const scale = Math.min(1, (MOST * (right - left)) / all)
      done += steps[i]!
      const own = { fromY, toY, begin: left + scale * done, end: right - scale * (all - done) }
      const key = from * vertexCount + to
      const known = slides.get(key)
      if (known) known.push(own)
      else slides.set(key, [own])
      hasSlides[layerOf[from]!] = 1
    })
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
