import type { Distances } from './distances.ts'
import { joinLevel } from './join-level.ts'
import type { Layered } from '../crossings/layered.ts'
import type { Order } from '../crossings/order.ts'
import { pickHeights } from './pick-heights.ts'
import { dummiesAt, type Pulls } from './pulls.ts'
import { settleBlocks } from './settle-blocks.ts'
import { stackLayers } from './stack-layers.ts'
import { standBlocks } from './stand-blocks.ts'
import { sweepLayers } from './sweep-layers.ts'

/**
 * How much more a segment counts in sweeps the more of its ends are places where a long edge passes: long edges are to be straight.
 * Source: Gansner, Koutsofios, North, Vo 1993, doi:10.1109/32.221135.
 */
const WEIGHT = [1, 2, 8] as const

/** So often each layer listens to the one before it, from left to right and back, so that news gets through the picture; then to both. */
const TO_ONE_SIDE = 2
const TO_BOTH = 1
/** So often what is nearly level is made level: that brings other segments nearly level. */
const JOINS = 2
/** Of how far off a segment may be to be made level: in a dense picture few can be, or all gets long. */
const PARTS = [1, 0.4, 0.15] as const
/**
 * With more vertices than this layers listen to both sides from the first, what is nearly level is made level once, and only the first part is tried:
 * more of it takes its time there, and does not make edges shorter.
 */
const HUGE = 100_000

/**
 * A height for each vertex, such that edges are short in sum, the picture is low, long edges are straight and many others level. All layers
 * begin as stacks and are swept to where edges are shortest; what is more or less level then is made level, and the best measure of that taken; and
 * what has become longer than need be is settled. O((n + m) log m).
 * @param distances that vertices keep from those above them. @param rise of each segment that is level: how far below its left
 * vertex the right one stands then. @param free segments that need not be level, by 1. @param pull of each segment: how much its length counts.
 * @param share of the work that it may take.
 */
export function assignCoordinates(
  layered: Layered,
  order: Order,
  distances: Distances,
  rise: Float64Array,
  free: Uint8Array,
  pull: Float64Array,
  share = 1,
): Float64Array {
  const pulls: Pulls = { rise, free, pull }
  const longPulls: Pulls = { rise, free, pull: longPull(layered, pull) }
  const isHuge = layered.vertexCount > HUGE
  const toOneSide = isHuge ? 0 : TO_ONE_SIDE
  const joins = isHuge ? 1 : JOINS
  const parts = isHuge ? PARTS.slice(0, 1) : PARTS
  const swept = stackLayers(layered, order, distances)
  for (let round = 0; round < toOneSide + TO_BOTH; round++) {
    const both = round >= toOneSide
    sweepLayers(layered, order, swept, distances, longPulls, { left: true, right: both, fromLeft: true })
    sweepLayers(layered, order, swept, distances, longPulls, { left: both, right: true, fromLeft: false })
  }
  const pictures = parts.map((part) => {
    let y = swept
    for (let round = 0; round < joins; round++)
      y = standBlocks(layered, order, joinLevel(layered, order, y, pulls, part), y, distances)
    return y
  })
  const y = pickHeights(layered, order, pulls, pictures)
  settleBlocks(layered, order, y, distances, pulls, share)
  return y
}

function longPull({ nodeCount, out }: Layered, pull: Float64Array): Float64Array {
  const long = new Float64Array(pull.length)
  for (let vertex = 0; vertex + 1 < out.starts.length; vertex++)
    for (let i = out.starts[vertex]!; i < out.starts[vertex + 1]!; i++) {
      const segment = out.edges[i]!
      long[segment] = pull[segment]! * WEIGHT[dummiesAt(nodeCount, vertex, out.neighbors[i]!)]
    }
  return long
}
