import type { Placing, PlacingInput } from './placing/placing.ts'
import { columnsOf } from './widen-gaps.ts'

/** How far the first vertical stands off its column: room for an arrow. */
const FIRST = 20
/** From vertical to vertical, as long as all of them take no more than MOST. */
const NEXT = 7
const MOST = 90
/** From the last vertical to where other lines turn. */
const BEHIND = 10
/** Verticals that end and begin nearer to one another stand in two tracks. */
const APART = 8
/** So far above or below the height at which lines leave a card it is entered, on the side from which the line comes. */
const ENTERS = 8

interface BesideInput {
  /** Of each thing. */
  readonly layer: Int32Array
  /** Edges that join things of one layer. */
  readonly beside: Uint32Array
}

/** Edges that share an end, led along one vertical. */
interface Bundle {
  readonly layer: number
  top: number
  bottom: number
  track: number
}

/** The ways of edges within layers, as far as they are known before there is room for them. */
interface BesideRoutes {
  /** By layer, how much they take behind it. */
  readonly room: ReadonlyMap<number, number>
  /** The points of each, where all stands with that room. */
  lead(placing: Pick<Placing, 'x' | 'width'>): Float64Array[]
}

/**
 * The ways of edges within a layer: out of one card at its right, as all that leaves it, along a vertical behind the column, and back into the
 * right of the other. Edges that share an end share the vertical, others have one of their own where they pass each other; short ones stand
 * nearer to the column. O(m log m + m · tracks).
 */
export function routesBeside(
  { from, to, fromPort, toPort, beside: besideThings }: PlacingInput,
  { y, height }: Pick<Placing, 'y' | 'height'>,
  { layer, beside }: BesideInput,
): BesideRoutes {
  const heightAt = (thing: number, port: number): number =>
    y[thing]! + (Number.isNaN(port) ? height[thing]! / 2 : port)
  const startOf = (edge: number): number => heightAt(from[edge]!, fromPort[edge]!)
  const endOf = (edge: number): number => {
    const middle = heightAt(to[edge]!, toPort[edge]!)
    return middle + (startOf(edge) < middle ? -ENTERS : ENTERS)
  }
  const outs = new Map<number, number>()
  const ins = new Map<number, number>()
  for (const edge of beside) {
    outs.set(from[edge]!, (outs.get(from[edge]!) ?? 0) + 1)
    ins.set(to[edge]!, (ins.get(to[edge]!) ?? 0) + 1)
  }
  const bundles = new Map<string, Bundle>()
  const bundleOf = new Map<number, Bundle>()
  for (const edge of beside) {
    const [tail, head] = [from[edge]!, to[edge]!]
    const byTail = outs.get(tail)! >= ins.get(head)!
    const [start, end] = [startOf(edge), endOf(edge)]
    const key = byTail ? `tail ${tail} ${fromPort[edge]}` : `head ${head} ${toPort[edge]}`
    const [top, bottom] = [Math.min(start, end), Math.max(start, end)]
    let bundle = bundles.get(key)
    if (!bundle) {
      bundle = { layer: layer[tail]!, top, bottom, track: 0 }
      bundles.set(key, bundle)
    }
    bundle.top = Math.min(bundle.top, top)
    bundle.bottom = Math.max(bundle.bottom, bottom)
    bundleOf.set(edge, bundle)
  }
  const byLayer = new Map<number, Bundle[]>()
  for (const bundle of bundles.values()) {
    const known = byLayer.get(bundle.layer)
    if (known) known.push(bundle)
    else byLayer.set(bundle.layer, [bundle])
  }
  /** By layer, how much stands behind its things. */
  const taken = new Map<number, number>()
  besideThings?.behind.forEach((own, thing) =>
    taken.set(layer[thing]!, Math.max(own, taken.get(layer[thing]!) ?? 0)),
  )
  const room = new Map<number, number>()
  const offOf = new Map<Bundle, number>()
  for (const [own, all] of byLayer) {
    const tracks = takeTracks(all)
    const step = Math.min(NEXT, (MOST - FIRST) / Math.max(1, tracks - 1))
    const first = Math.max(FIRST, taken.get(own) ?? 0)
    for (const bundle of all) offOf.set(bundle, first + bundle.track * step)
    room.set(own, first + (tracks - 1) * step + BEHIND)
  }
  return {
    room,
    lead({ x, width }) {
      const columns = columnsOf(layer, { x, width })
      return Array.from(beside, (edge) => {
        const bundle = bundleOf.get(edge)!
        const right = (thing: number): number => x[thing]! + width[thing]!
        const at = columns.get(bundle.layer)!.right + offOf.get(bundle)!
        const [start, end] = [startOf(edge), endOf(edge)]
        return Float64Array.of(right(from[edge]!), start, at, start, at, end, right(to[edge]!), end)
      })
    },
  }
}

/** Gives verticals that pass each other tracks of their own, the short ones first. @returns how many there are. */
function takeTracks(bundles: Bundle[]): number {
  bundles.sort((a, b) => a.bottom - a.top - (b.bottom - b.top) || a.top - b.top)
  const tracks: Bundle[][] = []
  for (const bundle of bundles) {
    const isFree = (taken: readonly Bundle[]): boolean =>
      taken.every(({ top, bottom }) => bottom + APART < bundle.top || top - APART > bundle.bottom)
    const free = tracks.findIndex(isFree)
    bundle.track = free < 0 ? tracks.push([]) - 1 : free
    tracks[bundle.track]!.push(bundle)
  }
  return tracks.length
}
