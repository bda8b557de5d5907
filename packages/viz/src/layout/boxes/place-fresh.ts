import { assignCoordinates } from '../coordinates/assign-coordinates.ts'
import type { Distances } from '../coordinates/distances.ts'
import { drawIn } from '../coordinates/draw-in.ts'
import { leastHeight, squeezeLayers } from '../coordinates/squeeze-layers.ts'
import { stripPorts } from '../coordinates/strip-ports.ts'
import { FAR, type Layered } from '../crossings/layered.ts'
import { boxColumns } from './box-columns.ts'
import { distancesIn } from './box-distances.ts'
import type { BoxInput } from './box-input.ts'
import { freeSegments } from './free-segments.ts'
import { labelRoom } from './label-room.ts'
import type { OrderedBox } from './order-box.ts'
import { packBox, type UnpackedBox } from './pack-box.ts'
import type { PlacedBox } from './placed-box.ts'
import { edgesOfSegments, endsOfSegments } from './segments-of-links.ts'
import { spreadEnds, type Ends } from './spread-ends.ts'

/** Where all stands in a box by itself, whatever the picture was before, and what it has come from. */
export interface FreshBox extends UnpackedBox {
  readonly distances: Distances
  /** Of each vertex: how wide the gap behind it is at least, for what is written on links. */
  readonly label: Float64Array
  readonly placed: PlacedBox
}

/** Finds heights and columns, packs the components, and arranges what has no edges as a grid. O((n + m) log n). */
export function placeFresh(ordered: OrderedBox, input: BoxInput): FreshBox {
  const { width, height, lane, weight, share } = input
  const leaving = { ...input.leaving, at: input.leaving.at.slice() }
  const entering = { ...input.entering, at: input.entering.at.slice() }
  spreadEnds(ordered, leaving, entering, weight, height)
  const { layered, order, segments } = stripPorts(ordered.layered, ordered.order, width.length)
  const ends = endsOfSegments(ordered, segments, leaving, entering)
  const distances = distancesIn(layered, order, input)
  const { edges, looks } = edgesOfSegments(ordered, segments, input)
  const rise = ends.tailAt.map((at, segment) => at - ends.headAt[segment]!)
  const free = freeSegments(layered, lane)
  const tops = assignCoordinates(layered, order, distances, rise, free, pullsOf(edges), share)
  const { isWrapped } = ordered.layers
  squeezeLayers(layered, order, tops, distances, height, (component) => {
    if (!isWrapped[component] && !input.isShaped) return input.across
    const least = leastHeight(layered, order, component, distances, height)
    return isWrapped[component] ? least : Math.max(least, shapedHeight(ordered, component, input))
  })
  // Cards that have been brought into a narrow window have left the lines between them behind, at its sides.
  if (input.across < Infinity) drawIn(layered, order, tops, distances, { rise, free })
  const lines = {
    ...{ layered, order, ...ends, edges, looks, leavingAt: leaving.at, enteringAt: entering.at },
    leftAtRows: withRows(input.leaving, width.length),
    enteredAtRows: withRows(input.entering, width.length),
  }
  const label = labelRoom(ordered, layered, input)
  const isFar = (link: number): boolean => layered.dummyStarts[link] === FAR
  const goesRound = componentsWith(isFar, layered, input)
  // In a window with little room across, the name of a circle stands on its edge.
  const isBack = (link: number): boolean =>
    isFar(link) || (input.across === Infinity && ordered.turned[link] === 1)
  const leadsBack = componentsWith(isBack, layered, input)
  const unpacked = { lines, ...boxColumns(lines, tops, label, input), tops, goesRound, leadsBack }
  return { ...unpacked, label, distances, placed: packBox(unpacked, input, null) }
}

/** No component is lower than this for its shape: a window shows as much whatever it is. */
const LOW = 600

/** How high a component with open boxes is to be for its shape: then lines bend rather than lead the boxes of one layer far apart. */
function shapedHeight(
  { layered, order }: OrderedBox,
  component: number,
  { breadth, isBox, gaps, across, aspect }: BoxInput,
): number {
  const { layerStarts, componentStarts } = layered
  let hasBox = false
  let width = 0
  for (let layer = componentStarts[component]!; layer < componentStarts[component + 1]!; layer++) {
    let widest = 0
    for (let at = layerStarts[layer]!; at < layerStarts[layer + 1]!; at++) {
      const vertex = order.vertices[at]!
      widest = Math.max(widest, breadth[vertex] ?? 0)
      hasBox ||= isBox[vertex] === 1
    }
    width += widest + gaps.layer
  }
  return hasBox && across === Infinity ? Math.max(LOW, width / aspect) : across
}

/** How much each segment pulls what it joins level: more the more edges of the run it stands for, as a line is wider for them. */
const pullsOf = (edges: Float64Array): Float64Array => edges.map((own) => 1 + Math.log2(Math.max(1, own)))

/** By 1 the items at which an end is given. */
function withRows({ at, item }: Ends, itemCount: number): Uint8Array {
  const has = new Uint8Array(itemCount)
  item.forEach((own, link) => {
    if (own >= 0 && !Number.isNaN(at[link]!)) has[own] = 1
  })
  return has
}

/** By 1 the components in which one of some links is. */
function componentsWith(
  links: (link: number) => boolean,
  { layerOf, componentStarts }: Layered,
  { leaving, entering }: BoxInput,
): Uint8Array {
  const inLayer = new Uint8Array(componentStarts.at(-1)!)
  leaving.item.forEach((tail, link) => {
    if (links(link)) inLayer[layerOf[Math.max(tail, entering.item[link]!)]!] = 1
  })
  return new Uint8Array(componentStarts.length - 1).map((_, component) =>
    inLayer.subarray(componentStarts[component], componentStarts[component + 1]).includes(1) ? 1 : 0,
  )
}
