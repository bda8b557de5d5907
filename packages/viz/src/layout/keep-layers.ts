import { csrOf, strongComponents } from '@lineagraph/core'
import { BACK } from './crossings/find-ways.ts'
import { findCircles } from './layers/find-circles.ts'
import { openCircles } from './layers/open-circles.ts'
import type { Placing, PlacingInput } from './placing/placing.ts'
import { roomAcross } from './boxes/room-across.ts'
import { routesBeside } from './routes-beside.ts'
import { widenGaps } from './widen-gaps.ts'
import { PASSING, roomByShape, wrapLayers } from './layers/wrap-layers.ts'

/** An input whose layers are given, as the engine takes it, and the way back from its placing. */
export interface KeptLayers {
  readonly input: PlacingInput
  restore(placing: Placing): Placing
}

/**
 * Prepares what has its layers given for an engine in which every edge leads to another layer. An edge to a lower layer that is in no circle is
 * laid out the other way round, as a curve of its own that runs back; one in a circle leads round below what it passes, as circles do. An edge
 * within a layer is left out, and led behind its column in the end, where room is made for it. O(n log n + m).
 */
export function keepLayers(given: PlacingInput, wished: Int32Array): KeptLayers {
  const { count, from, to, fromPort, toPort, weight, label, cut, look, beside: besideThings } = given
  const { layer, isBroken } = rowsOf(given, wished)
  const { componentOf } = strongComponents(csrOf(count, from, to))
  const rise = (edge: number): number => layer[to[edge]!]! - layer[from[edge]!]!
  const isCircular = (edge: number): boolean => componentOf[from[edge]!] === componentOf[to[edge]!]
  const isMirrored = (edge: number): boolean => rise(edge) < 0 && !isCircular(edge)
  const all = Uint32Array.from(from.keys())
  const isBeside = (edge: number): boolean => rise(edge) === 0 && from[edge] !== to[edge]
  const kept = all.filter((edge) => !isBeside(edge))
  const beside = all.filter(isBeside)
  // Behind a column that edges run beside, all others are level as far as these take room.
  const alone = new Set(Array.from(beside, (edge) => layer[from[edge]!]!))
  const roomBehind = (room: number, thing: number): number => (alone.has(layer[thing]!) ? 0 : room)
  const turned = openCircles(
    count,
    beside.map((edge) => from[edge]!),
    beside.map((edge) => to[edge]!),
    beside.map((edge) => weight[edge]!),
    cut && Uint8Array.from(beside, (edge) => cut[edge]!),
  )
  return {
    input: {
      ...given,
      from: kept.map((edge) => (isMirrored(edge) ? to : from)[edge]!),
      to: kept.map((edge) => (isMirrored(edge) ? from : to)[edge]!),
      fromPort: Float64Array.from(kept, (edge) => (isMirrored(edge) ? toPort : fromPort)[edge]!),
      toPort: Float64Array.from(kept, (edge) => (isMirrored(edge) ? fromPort : toPort)[edge]!),
      weight: kept.map((edge) => weight[edge]!),
      ...(label && { label: Float64Array.from(kept, (edge) => label[edge]!) }),
      // What runs back is drawn otherwise than what runs with the flow.
      look: Uint8Array.from(kept, (edge) => (look?.[edge] ?? 0) | (isMirrored(edge) ? BACK : 0)),
      ...(cut && { cut: Uint8Array.from(kept, (edge) => cut[edge]!) }),
      ...(besideThings && { beside: { ...besideThings, behind: besideThings.behind.map(roomBehind) } }),
      ...{ layer, isBroken },
    },
    restore(close) {
      const ways = routesBeside(given, close, { layer, beside })
      const placing = widenGaps(close, layer, ways.room)
      const reversed = new Uint8Array(from.length)
      kept.forEach((edge, i) => (reversed[edge] = isMirrored(edge) ? 1 : placing.reversed[i]!))
      beside.forEach((edge, i) => (reversed[edge] = turned[i]!))
      const own = ways.lead(placing)
      const starts = new Uint32Array(from.length + 1)
      const points: Float64Array[] = new Array<Float64Array>(from.length)
      kept.forEach((edge, i) => {
        const way = pointsOf(placing, i)
        points[edge] = isMirrored(edge) ? backwards(way) : way
      })
      beside.forEach((edge, i) => (points[edge] = own[i]!))
      points.forEach((way, edge) => (starts[edge + 1] = starts[edge]! + way.length / 2))
      const joined = new Float64Array(2 * starts.at(-1)!)
      points.forEach((way, edge) => joined.set(way, 2 * starts[edge]!))
      return {
        ...placing,
        reversed,
        beside: Uint8Array.from(all, (edge) => (isBeside(edge) ? 1 : 0)),
        circle: findCircles(count, from, to),
        lane: placing.lane ?? bandAround(given, placing),
        routes: { starts, points: joined },
      }
    },
  }
}

/** The lane around what stands before all else, as wide as the picture: before its things is room for its name. */
function bandAround({ band, gaps }: PlacingInput, { x, width, totalHeight }: Placing): Placing['lane'] {
  if (!band?.includes(1)) return null
  let right = 0
  for (let thing = 0; thing < band.length; thing++)
    if (band[thing]) right = Math.max(right, x[thing]! + width[thing]!)
  const [before, side] = [gaps.margin - gaps.lane, gaps.margin - gaps.laneInside]
  return { x: before, y: side, width: right + gaps.laneInside - before, height: totalHeight - 2 * side }
}

/** As long as all things are no more than this a hop stays one column, however long: what leads from one of it to another runs beside it. */
const FEW = 150

/** Layers from 0, each as so many rows as it takes where it is longer than there is room for, or of very many things far longer than all are wide. */
function rowsOf(
  given: PlacingInput,
  wished: Int32Array,
): { readonly layer: Int32Array; readonly isBroken: boolean } {
  const { count, from, to, gaps, width } = given
  const least = wished.reduce((one, other) => Math.min(one, other), 0)
  const layer = new Uint32Array(wished.map((own) => own - least))
  const last = lastOf(layer)
  const { across, extent } = roomAcross(given)
  const together = new Uint32Array(count)
  const [along, breadth] = [extent.map((own) => own + gaps.card), width.map((own) => own + gaps.layer)]
  const byShape = (): Float64Array => roomByShape(layer, together, 1, along, breadth, PASSING.hops)
  const unbounded = count > FEW ? byShape() : Infinity
  const most = given.across < Infinity ? across[count]! : unbounded
  const enters = new Uint32Array(count)
  const leaves = new Uint32Array(count)
  for (const node of to) enters[node]!++
  for (const node of from) leaves[node]!++
  wrapLayers(
    layer,
    together,
    (node) => enters[node]!,
    (node) => leaves[node]!,
    { extent, most, gap: gaps.card },
  )
  return { layer: Int32Array.from(layer), isBroken: given.across === Infinity && lastOf(layer) > last }
}

const lastOf = (layer: Uint32Array): number => layer.reduce((most, own) => Math.max(most, own), 0)

const pointsOf = ({ routes: { starts, points } }: Placing, edge: number): Float64Array =>
  points.subarray(2 * starts[edge]!, 2 * starts[edge + 1]!)

function backwards(way: Float64Array): Float64Array {
  const turned = new Float64Array(way.length)
  for (let i = 0; i < way.length; i += 2) {
    turned[i] = way[way.length - 2 - i]!
    turned[i + 1] = way[way.length - 1 - i]!
  }
  return turned
}
