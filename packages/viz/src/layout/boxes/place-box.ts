import { assignCoordinates } from '../coordinates/assign-coordinates.ts'
import { componentBoxes, type ComponentBox } from '../packing/component-boxes.ts'
import { distancesOf, type Distances } from '../coordinates/distances.ts'
import { FAR, type Layered } from '../crossings/layered.ts'
import type { OrderedBox } from './order-box.ts'
import type { Order } from '../crossings/order.ts'
import { packAgain, parcelOf, type Parcel } from '../packing/pack-again.ts'
import { packComponents } from '../packing/pack-components.ts'
import { nearColumns } from '../packing/near-columns.ts'
import { placeColumns, type Columns } from '../packing/place-columns.ts'
import { placeSingles, type ApartSingles, type SinglesInput } from '../packing/place-singles.ts'
import type { Rects } from '../packing/rects.ts'
import { spreadEnds, type Ends } from './spread-ends.ts'
import { turningRoom } from './turning-room.ts'
import { leastHeight, squeezeLayers } from '../coordinates/squeeze-layers.ts'
import { stayInPlace } from '../coordinates/stay-in-place.ts'
import { stripPorts } from '../coordinates/strip-ports.ts'

/** Where all stands in a box, from the left top of what it holds: its sides, its head and the outside lane are left out. */
export interface PlacedBox {
  readonly layered: Layered
  readonly order: Order
  /** Of each vertex. */
  readonly columns: Columns
  /** The top of each vertex. */
  readonly y: Float64Array
  /** Of each layer: how deep the edges pass that go round below its component. */
  readonly footOfLayer: Float64Array
  /** Where each segment ends, below the tops of its vertices. */
  readonly tailAt: Float64Array
  readonly headAt: Float64Array
  /** How many edges of the run each segment stands for. */
  readonly edges: Float64Array
  /** How far below the top of its item each link ends. */
  readonly leavingAt: Float64Array
  readonly enteringAt: Float64Array
  /** Where what has no edges stands, below or beside the rest. */
  readonly singles: { readonly x: Float64Array; readonly y: Float64Array }
  readonly width: number
  readonly height: number
}

/** What is to be placed in a box: its items and links by local numbers, its singles in their order. */
export interface BoxInput extends SinglesInput {
  readonly width: Float64Array
  readonly height: Float64Array
  readonly isBox: Uint8Array
  readonly lane: Uint8Array
  readonly leaving: Ends
  readonly entering: Ends
  readonly weight: Float64Array
  /** How much room along the way of the data what is written on each link takes. */
  readonly label: Float64Array
  readonly atBorder: number
  /** How many times as wide as it is high all is to be, where there is a choice. */
  readonly aspect: number
  /** Of the work for the whole picture, up to 1. */
  readonly share: number
  /** Where items and singles stood in the box before, and how large they were; NaN for what is new. */
  readonly before: (Rects & { readonly singles: Rects }) | null
}

/** How far below its component an edge passes that found no place within. */
const OUTSIDE = 20
/** What differs by less stands at the same place. */
const SAME = 0.01

/** Where all stands in a box by itself, whatever the picture was before, and what it has come from. */
export interface FreshBox {
  readonly own: Unpacked
  /** One for each layer. */
  readonly columns: Columns
  /** The top of each vertex, from any zero of its component. */
  readonly tops: Float64Array
  /** Of each vertex: how wide the gap behind it is at least, for what is written there and for steep lines. */
  readonly behind: Float64Array
  /** 1 for each component in which every layer is to stay one column. */
  readonly isPlain: Uint8Array
  readonly distances: Distances
  readonly placed: PlacedBox
}

/** Finds heights and columns, packs the components, and arranges what has no edges as a grid. O((n + m) log n). */
export function placeFresh(ordered: OrderedBox, input: BoxInput): FreshBox {
  const { width, height, lane, weight, gaps, share } = input
  const leaving = { ...input.leaving, at: input.leaving.at.slice() }
  const entering = { ...input.entering, at: input.entering.at.slice() }
  spreadEnds(ordered, leaving, entering, weight, height)
  const { layered, order, segments } = stripPorts(ordered.layered, ordered.order, width.length)
  const ends = endsOfSegments(ordered, segments, leaving, entering)
  const distances = distancesIn(layered, order, input)
  const edges = edgesOf(ordered, segments, weight)
  const tops = assignCoordinates(
    layered,
    order,
    distances,
    ends.tailAt.map((at, segment) => at - ends.headAt[segment]!),
    freeSegments(layered, lane),
    pullsOf(edges),
    share,
  )
  const { isWrapped } = ordered.layers
  squeezeLayers(layered, order, tops, distances, height, (component) =>
    isWrapped[component] ? leastHeight(layered, order, component, distances, height) : input.across,
  )
  const own = { layered, order, ...ends, edges, leavingAt: leaving.at, enteringAt: entering.at }
  const label = labelRoom(ordered, input)
  const behind = turningRoom(layered, order, tops, ends, edges, label, input)
  label.forEach((room, item) => (behind[item] = Math.max(behind[item]!, room)))
  const least = new Float64Array(layered.layerStarts.length)
  behind.forEach((room, vertex) => {
    const layer = layered.layerOf[vertex]!
    least[layer] = Math.max(least[layer]!, room)
  })
  const columns = placeColumns(layered, width, gaps, least)
  // What goes round below its component passes all layers between.
  const isPlain = componentsWith(layered, input, (link) => layered.dummyStarts[link] === FAR)
  const byItself = { own, columns, behind, isPlain, tops, distances }
  return { ...byItself, placed: packed(byItself, tops, input, null) }
}

/**
 * The box as it is to be shown: where it was in the picture before, and what it holds would not be where it was then, that is brought back
 * there as far as it can. O(n log n).
 */
export function placeAgain(fresh: FreshBox, input: BoxInput): PlacedBox {
  const { own, placed } = fresh
  const { height, before } = input
  if (!before || isWhereItWas(placed, input)) return placed
  const tops = fresh.tops.slice()
  stayInPlace(own.layered, own.order, tops, height, before, fresh.distances)
  return packed(fresh, tops, input, before)
}

type Unpacked = Omit<PlacedBox, 'columns' | 'y' | 'footOfLayer' | 'singles' | 'width' | 'height'>

/** Puts the components beside each other, those that were in the picture `before` where they were. @param tops of vertices, from any zero of their component. */
function packed(
  { own, columns: inLayers, behind, isPlain }: Omit<FreshBox, 'placed'>,
  given: Float64Array,
  input: BoxInput,
  before: BoxInput['before'],
): PlacedBox {
  const { layered, order } = own
  const { height, lane, atBorder, gaps, across, aspect } = input
  const here = { ...input, ...own, columns: inLayers, tops: given, room: behind }
  const { columns, tops } = nearColumns(here, isPlain, across)
  const boxes = componentBoxes(layered, order, columns, tops, height, lane)
  const hasFar = componentsWith(layered, input, (link) => layered.dummyStarts[link] === FAR)
  const apart = placeSingles(boxes, input)
  const all = boxes
    .map((box, component) => (hasFar[component] ? { ...box, height: box.height + OUTSIDE } : box))
    .concat(apart.groups.map((group) => ({ ...group, top: 0, lane: false })))
  const { left, top, ...size } =
    before && !all.some((box) => box.lane)
      ? packAgain(parcelsOf(all, own, columns, tops, apart, input, before), gaps.component, across < Infinity)
      : packComponents(
          all,
          atBorder,
          gaps,
          aspect,
          across,
          input.entering.item.every((item) => item >= 0),
        )

  const y = new Float64Array(layered.vertexCount)
  const footOfLayer = new Float64Array(layered.layerStarts.length - 1)
  boxes.forEach((box, component) => {
    const endLayer = layered.componentStarts[component + 1]!
    for (let layer = layered.componentStarts[component]!; layer < endLayer; layer++) {
      footOfLayer[layer] = top[component]! + box.height + OUTSIDE
      for (let at = layered.layerStarts[layer]!; at < layered.layerStarts[layer + 1]!; at++) {
        const vertex = order.vertices[at]!
        y[vertex] = top[component]! + tops[vertex]! - box.top
        columns.left[vertex]! += left[component]!
        columns.right[vertex]! += left[component]!
      }
    }
  })
  return {
    ...own,
    columns,
    y,
    footOfLayer,
    singles: {
      x: apart.x.map((own, single) => left[boxes.length + apart.groupOf[single]!]! + own),
      y: apart.y.map((own, single) => top[boxes.length + apart.groupOf[single]!]! + own),
    },
    ...size,
  }
}

/** Whether everything that was in the picture before stands where it stood then. */
function isWhereItWas({ columns, y, singles }: PlacedBox, { before }: BoxInput): boolean {
  const isAt = (now: number, then: number): boolean => Number.isNaN(then) || Math.abs(now - then) < SAME
  return (
    before!.x.every((x, item) => isAt(columns.left[item]!, x)) &&
    before!.y.every((top, item) => isAt(y[item]!, top)) &&
    before!.singles.x.every((x, single) => isAt(singles.x[single]!, x)) &&
    before!.singles.y.every((top, single) => isAt(singles.y[single]!, top))
  )
}

/** The components as they are to be packed again, and last what has no edges, group by group. */
function parcelsOf(
  boxes: readonly ComponentBox[],
  { layered, order }: Unpacked,
  columns: Columns,
  tops: Float64Array,
  apart: ApartSingles,
  { width, height, atBorder, singleWidth, singleHeight }: BoxInput,
  before: NonNullable<BoxInput['before']>,
): Parcel[] {
  const { nodeCount, layerStarts, componentStarts } = layered
  const x = columns.left.slice(0, nodeCount)
  const inGroups = { ...apart, width: singleWidth, height: singleHeight }
  return boxes.map((box, component) => {
    const end = componentStarts[component + 1]
    const group = apart.groups[component + 1 - componentStarts.length]
    if (end === undefined) return parcelOf(box, group!.members, inGroups, before.singles)
    const items = order.vertices
      .subarray(layerStarts[componentStarts[component]!], layerStarts[end])
      .filter((vertex) => vertex < nodeCount)
    const parcel = parcelOf(box, items, { x, y: tops, width, height }, before, box.top)
    // What reaches to the sides of its box has them right beside it.
    return component === atBorder ? { ...parcel, left: 0, top: Math.max(0, box.top) } : parcel
  })
}

/** Where each segment ends, below the tops of its vertices; 0 for one whose ends need not be level. */
function endsOfSegments(
  { layered, turned }: OrderedBox,
  segments: Uint32Array,
  leaving: Ends,
  entering: Ends,
): Pick<PlacedBox, 'tailAt' | 'headAt'> {
  const { tailSegment, headSegment, weight } = layered
  const atTail = new Float64Array(weight.length)
  const atHead = new Float64Array(weight.length)
  for (let link = 0; link < turned.length; link++) {
    if (turned[link] || tailSegment[link] === FAR) continue
    if (leaving.item[link]! >= 0) atTail[tailSegment[link]!] = leaving.at[link]!
    if (entering.item[link]! >= 0) atHead[headSegment[link]!] = entering.at[link]!
  }
  return {
    tailAt: picked(atTail, segments),
    headAt: picked(atHead, segments),
  }
}

/** Of each item: how wide the gap behind it is at least, so that what is written on its links to the next layer stands free there. */
function labelRoom(
  { passed, turned }: OrderedBox,
  { width, leaving, entering, label }: BoxInput,
): Float64Array {
  const room = new Float64Array(width.length)
  for (let link = 0; link < label.length; link++) {
    const [tail, head] = [leaving.item[link]!, entering.item[link]!]
    if (tail < 0 || head < 0 || turned[link] || passed[link]! > 0) continue
    room[tail] = Math.max(room[tail]!, label[link]!)
  }
  return room
}

/** Cards in the outside lane are none of the others' business. */
function distancesIn(layered: Layered, order: Order, { height, isBox, lane, gaps }: BoxInput): Distances {
  const { nodeCount } = layered
  return distancesOf(layered, order, (upper, lower) => {
    const above = upper < nodeCount
    const below = lower < nodeCount
    if ((above && lane[upper]) || (below && lane[lower])) return -Infinity
    if (!above) return below ? gaps.passing : gaps.edge
    if (!below) return height[upper]! + gaps.passing
    return height[upper]! + (isBox[upper] && isBox[lower] ? gaps.box : gaps.card)
  })
}

/** The segments whose ends need not be level: those of turned links at their items, and those of the outside lane. */
function freeSegments({ nodeCount, out, loose }: Layered, lane: Uint8Array): Uint8Array {
  const free = loose.slice()
  for (let vertex = 0; vertex < out.starts.length - 1; vertex++)
    for (let i = out.starts[vertex]!; i < out.starts[vertex + 1]!; i++) {
      const other = out.neighbors[i]!
      if ((vertex < nodeCount && lane[vertex]) || (other < nodeCount && lane[other])) free[out.edges[i]!] = 1
    }
  return free
}

function picked(values: Float64Array, indexes: Uint32Array): Float64Array {
  const found = new Float64Array(indexes.length)
  for (let i = 0; i < indexes.length; i++) found[i] = values[indexes[i]!]!
  return found
}

/** How many edges of the run each segment stands for. */
function edgesOf({ layered, passed }: OrderedBox, segments: Uint32Array, weight: Float64Array): Float64Array {
  const { nodeCount, vertexCount, tailSegment, headSegment, dummyStarts } = layered
  const total = new Float64Array(layered.weight.length)
  for (let link = 0; link < weight.length; link++) {
    const first = dummyStarts[link]!
    if (first === FAR) continue
    // The segments of dummies come first, in their order; then that between the way of a link and its other end.
    for (let dummy = first; dummy < first + passed[link]!; dummy++) total[dummy - nodeCount]! += weight[link]!
    const last = tailSegment[link]! < vertexCount - nodeCount ? headSegment[link]! : tailSegment[link]!
    total[last]! += weight[link]!
  }
  return picked(total, segments)
}

/** How much each segment pulls what it joins level: more the more edges of the run it stands for, as a line is wider for them. */
const pullsOf = (edges: Float64Array): Float64Array => edges.map((own) => 1 + Math.log2(Math.max(1, own)))

/** Marks the components that have a link of a kind. @param isOne whether a link is. */
function componentsWith(
  { layerOf, componentStarts }: Layered,
  { leaving, entering }: BoxInput,
  isOne: (link: number) => boolean,
): Uint8Array {
  const inLayer = new Uint8Array(componentStarts.at(-1)!)
  leaving.item.forEach((tail, link) => {
    if (isOne(link)) inLayer[layerOf[Math.max(tail, entering.item[link]!)]!] = 1
  })
  return new Uint8Array(componentStarts.length - 1).map((_, component) =>
    inLayer.subarray(componentStarts[component], componentStarts[component + 1]).includes(1) ? 1 : 0,
  )
}
