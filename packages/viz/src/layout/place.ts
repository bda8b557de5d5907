import { cutGraph, type CutGraph } from './boxes/cut-graph.ts'
import { atOtherSide } from './find-tracks.ts'
import { findCircles } from './layers/find-circles.ts'
import type { keepLayers } from './keep-layers.ts'
import { leadToRows } from './lead-to-rows.ts'
import { laneAround } from './lane-around.ts'
import { layersInBox } from './boxes/layer-box.ts'
import { layoutMemory, type LayoutMemory } from './boxes/layout-memory.ts'
import { fillBoxes } from './boxes/fill-boxes.ts'
import type { OrderedBoxes } from './boxes/order-boxes.ts'
import { placesKept } from './boxes/places-kept.ts'
import type { Placing, PlacingInput } from './placing/placing.ts'
import { routeEdges } from './routing/route-edges.ts'
import { standBoxes, type Standing } from './boxes/stand-boxes.ts'
import { turnInput, turnPlacing } from './turn-round.ts'

/**
 * Places things and open boxes, each box a layered graph of its own, at any mix of levels. Circles are opened, things get layers, long
 * edges get places to pass, crossings are reduced, heights are found that keep long edges straight, and components are packed. From outside
 * in each box is put in an order that follows the order around it; from inside out each gets its size. The same input always gives the
 * same picture, in whatever order its edges come. O((n + m + pieces) log n), without recursion.
 *
 * In steps of some milliseconds, so that whoever takes them can do something else in between, or leave it unfinished.
 * @param memory of the pictures before: boxes that did not change since are not laid out again. The picture is the same without it.
 * @param keep what keeps layers that are given: only the lineage view gives any, and loads it.
 */
export function* placeInSteps(
  given: PlacingInput,
  memory: LayoutMemory = layoutMemory(),
  keep?: typeof keepLayers,
): Generator<void, Placing> {
  return yield* given.direction === 'right' ? placeLevel(given, memory, keep) : placeDown(given, memory, keep)
}

/** So often sides are chosen at most, as long as some line would be nearer at the other one; where more than so many edges are, once. */
const [TRIES, LARGE] = [3, 2000]

/**
 * Places what leads downwards. Where edges meet rows, things stand otherwise once lines run at their sides: sides are chosen by where all stood then, and what
 * has the fewest lines at the further side stays.
 */
function* placeDown(
  given: PlacingInput,
  memory: LayoutMemory,
  keep?: typeof keepLayers,
): Generator<void, Placing> {
  const placed = function* (input: PlacingInput): Generator<void, Placing> {
    return turnPlacing(yield* placeLevel(turnInput(input), memory, keep))
  }
  if (!meetsRows(given)) return yield* placed(given)
  const { free, choose } = leadToRows(given)
  let found = yield* placed(free)
  let chosen = choose(found)
  let least = Infinity
  for (let tries = given.from.length > LARGE ? 1 : TRIES; tries > 0 && least > 0; tries--) {
    const wide = yield* placed(chosen.input)
    const next = choose(wide)
    const far = atOtherSide(chosen.tracks, next.tracks)
    if (far < least) {
      found = chosen.restore(wide)
      least = far
    }
    chosen = next
  }
  return found
}

/** Whether any edge is to meet a row, the data going down. */
const meetsRows = ({ fromPort, toPort }: PlacingInput): boolean =>
  [fromPort, toPort].some((ports) => ports.some((port) => !Number.isNaN(port)))

/** Places what leads to the right. */
function* placeLevel(
  level: PlacingInput,
  memory: LayoutMemory,
  keep?: typeof keepLayers,
): Generator<void, Placing> {
  const kept = (level.layer && keep?.(level, level.layer)) ?? null
  const whole = kept?.input ?? level
  const cut = cutGraph(whole)
  const input = whole.before ? { ...whole, before: placesKept(whole.before, cut) } : whole
  yield
  const { ordered, placed, room } = yield* fillBoxes(input, cut, memory)
  yield
  const standing = standBoxes(input, cut, ordered, placed, memory)
  yield
  const placing: Placing = {
    ...{ x: standing.x, y: standing.y, width: standing.width, height: standing.height },
    layer: layersIn(input.count, cut, ordered),
    aspect: room.aspect.slice(0, input.count),
    reversed: reversedEdges(input.from.length, cut, ordered),
    circle: findCircles(input.count, input.from, input.to),
    ...routedIn(input, standing),
  }
  return kept ? kept.restore(placing) : placing
}

/** Of each thing among what stands in the same box; -1 for what has no edge. */
function layersIn(count: number, { graphs }: CutGraph, { outsideIn, ordered }: OrderedBoxes): Int32Array {
  const layer = new Int32Array(count).fill(-1)
  for (const own of outsideIn) {
    const graph = graphs[own]!
    const all = layersInBox(graph, ordered[own]!.layers)
    graph.items.forEach((item, i) => (layer[item] = all[i]!))
  }
  return layer
}

function reversedEdges(
  edgeCount: number,
  { pieces, linkOf }: CutGraph,
  { ordered }: OrderedBoxes,
): Uint8Array {
  const reversed = new Uint8Array(edgeCount)
  for (let piece = 0; piece < pieces.edge.length; piece++)
    if (ordered[pieces.box[piece]!]!.turned[linkOf[piece]!]) reversed[pieces.edge[piece]!] = 1
  return reversed
}

/** So wide is a lane at least, where that is room for its name: it is read whole at three fifths of the size. */
const NAMED = 260

/** The ways of its edges, how large the picture is, and where its outside lane is. */
function routedIn(
  { gaps, lane, direction }: PlacingInput,
  standing: Standing,
): Pick<Placing, 'routes' | 'lane' | 'totalWidth' | 'totalHeight'> {
  const { contentWidth, contentHeight, placedLane } = standing
  const routes = routeEdges(standing)
  const right = Math.max(contentWidth, placedLane?.right ?? 0)
  const bottom = placedLane ? placedLane.foot + gaps.laneInside : contentHeight
  const whole = placedLane && {
    x: gaps.margin - gaps.laneInside,
    y: gaps.margin + placedLane.top,
    width: right + 2 * gaps.laneInside,
    height: bottom - placedLane.top,
  }
  return {
    routes,
    lane:
      whole && laneAround(whole, lane, standing, routes, direction === 'right' ? NAMED : 0, gaps.laneInside),
    totalWidth: right + 2 * gaps.margin,
    totalHeight: bottom + 2 * gaps.margin,
  }
}
