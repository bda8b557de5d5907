import type { Placing, PlacingInput } from './placing/placing.ts'

/** How far the first vertical stands off its column, and the next ones; all of them take no more than this part of the gap, and then share it. */
const FIRST = 10
const NEXT = { most: 7, least: 4 } as const
const PART = 0.3
/** What is free beside the outermost columns. */
const MARGIN = 30
/** Verticals that end and begin nearer to one another stand in two tracks. */
const APART = 8

interface BesideInput {
  /** Of each thing. */
  readonly layer: Int32Array
  /** The layers as they were wished for: below 0 upstream of what the picture is about, from 0 on downstream. */
  readonly wished: Int32Array
  /** Edges that join things of one layer. */
  readonly beside: Uint32Array
}

/** Edges that share an end, led along one vertical. */
interface Bundle {
  readonly edges: number[]
  readonly layer: number
  readonly isRight: boolean
  top: number
  bottom: number
  track: number
}

/**
 * The ways of edges within a layer: out of one card and into the other at the same side, the one towards what the picture is about, along a
 * vertical beside the column. Edges that share an end share the vertical, others have one of their own where they pass each other; short ones
 * stand nearer to the column. O(m log m + m · tracks). @returns the points of each.
 */
export function routesBeside(
  { from, to, fromPort, toPort }: PlacingInput,
  { x, y, width, height }: Pick<Placing, 'x' | 'y' | 'width' | 'height'>,
  { layer, wished, beside }: BesideInput,
): Float64Array[] {
  const heightAt = (thing: number, port: number): number =>
    y[thing]! + (Number.isNaN(port) ? height[thing]! / 2 : port)
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
    const [startY, endY] = [heightAt(tail, fromPort[edge]!), heightAt(head, toPort[edge]!)]
    const key = byTail ? `tail ${tail} ${startY}` : `head ${head} ${endY}`
    const [top, bottom] = [Math.min(startY, endY), Math.max(startY, endY)]
    let bundle = bundles.get(key)
    if (!bundle) {
      bundle = {
        ...{ edges: [], layer: layer[tail]!, isRight: wished[tail]! < 0 },
        ...{ top, bottom, track: 0 },
      }
      bundles.set(key, bundle)
    }
    bundle.edges.push(edge)
    bundle.top = Math.min(bundle.top, top)
    bundle.bottom = Math.max(bundle.bottom, bottom)
    bundleOf.set(edge, bundle)
  }
  const sides = new Map<number, Bundle[]>()
  for (const bundle of bundles.values()) {
    const key = 2 * bundle.layer + (bundle.isRight ? 1 : 0)
    const known = sides.get(key)
    if (known) known.push(bundle)
    else sides.set(key, [bundle])
  }
  const columns = columnsOf(layer, x, width)
  const offOf = new Map<Bundle, number>()
  for (const own of sides.values()) {
    const tracks = takeTracks(own)
    const room = PART * gapAt(columns, own[0]!.layer, own[0]!.isRight)
    const places = Math.max(1, Math.min(tracks, 1 + Math.floor((room - FIRST) / NEXT.least)))
    const step = places > 1 ? Math.min(NEXT.most, (room - FIRST) / (places - 1)) : 0
    for (const bundle of own) offOf.set(bundle, FIRST + (bundle.track % places) * step)
  }
  return Array.from(beside, (edge) => {
    const [tail, head, bundle] = [from[edge]!, to[edge]!, bundleOf.get(edge)!]
    const column = columns.get(bundle.layer)!
    const side = (thing: number): number => (bundle.isRight ? x[thing]! + width[thing]! : x[thing]!)
    const at = bundle.isRight ? column.right + offOf.get(bundle)! : column.left - offOf.get(bundle)!
    const [startY, endY] = [heightAt(tail, fromPort[edge]!), heightAt(head, toPort[edge]!)]
    return Float64Array.of(side(tail), startY, at, startY, at, endY, side(head), endY)
  })
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

interface Column {
  readonly left: number
  readonly right: number
}

function columnsOf(layer: Int32Array, x: Float64Array, width: Float64Array): Map<number, Column> {
  const columns = new Map<number, Column>()
  layer.forEach((own, thing) => {
    const known = columns.get(own)
    columns.set(own, {
      left: Math.min(known?.left ?? Infinity, x[thing]!),
      right: Math.max(known?.right ?? -Infinity, x[thing]! + width[thing]!),
    })
  })
  return columns
}

function gapAt(columns: ReadonlyMap<number, Column>, layer: number, isRight: boolean): number {
  const [own, other] = [columns.get(layer)!, columns.get(isRight ? layer + 1 : layer - 1)]
  if (!other) return MARGIN / PART
  return isRight ? other.left - own.right : own.left - other.right
}
