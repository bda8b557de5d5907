import { componentBoxes, type ComponentBox } from '../packing/component-boxes.ts'
import { nearColumns } from '../packing/near-columns.ts'
import { packAgain } from '../packing/pack-again.ts'
import { parcelOf, type Parcel } from '../packing/parcel.ts'
import { packComponents } from '../packing/pack-components.ts'
import type { Columns } from '../packing/place-columns.ts'
import { placeSingles, type ApartSingles } from '../packing/place-singles.ts'
import type { BoxInput } from './box-input.ts'
import { withDeeperFeet } from './deeper-feet.ts'
import type { BoxLines, PlacedBox } from './placed-box.ts'
import { roomAtEnds } from './room-at-ends.ts'

/** The components of a box, each from any zero of its own. */
export interface UnpackedBox {
  readonly lines: BoxLines
  /** One for each layer. */
  readonly columns: Columns
  /** The top of each vertex. */
  readonly tops: Float64Array
  /** Of each vertex: how wide the gap behind it is at least, for what is written there and for steep lines. */
  readonly behind: Float64Array
  /** 1 for each component below which a line goes round: it passes all columns, and so each layer stays one. */
  readonly goesRound: Uint8Array
  /** 1 for each component with an edge that leads back below what it passes. */
  readonly leadsBack: Uint8Array
}

/** How far below its component an edge passes that found no place within; and what is free there where one leads back, for the name of its circle. */
const OUTSIDE = 20

/**
 * Brings columns behind wide boxes near, and puts the components and what has no edges beside each other; those that were in the picture `before`
 * where they were. O(n log n).
 */
export function packBox(
  { lines, columns: inLayers, tops: given, behind, goesRound, leadsBack }: UnpackedBox,
  input: BoxInput,
  before: BoxInput['before'],
): PlacedBox {
  const { layered, order } = lines
  const { height, lane, atBorder, free, gaps, across, aspect } = input
  const compacting = {
    ...input,
    ...lines,
    width: input.breadth,
    columns: inLayers,
    tops: given,
    room: behind,
  }
  const { columns, tops } = nearColumns(compacting, goesRound, across)
  const behindLast = roomAtEnds(layered, columns, free)
  const measured = componentBoxes(layered, order, columns, tops, height, lane)
  const boxes = withDeeperFeet(measured, layered, order, tops, height, lane)
  const apart = placeSingles(boxes, input, before && before.singles)
  const all = boxes
    .map((box, component) => ({
      ...box,
      width: box.width + behindLast[component]!,
      height: box.height + (leadsBack[component] ? OUTSIDE : 0),
    }))
    .concat(apart.groups.map((group) => ({ ...group, top: 0, lane: false })))
  const { left, top, ...size } = before
    ? packAgain(parcelsOf(all, lines, columns, tops, apart, input, before), gaps.component, across < Infinity)
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
    ...lines,
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

/** The components as they are to be packed again, and last what has no edges, group by group. */
function parcelsOf(
  boxes: readonly ComponentBox[],
  { layered, order }: BoxLines,
  columns: Columns,
  tops: Float64Array,
  apart: ApartSingles,
  { width, height, lane, atBorder, singleWidth, singleHeight }: BoxInput,
  before: NonNullable<BoxInput['before']>,
): Parcel[] {
  const { nodeCount, layerStarts, componentStarts } = layered
  const x = columns.left.slice(0, nodeCount)
  // How high what is in the outside lane stands follows from the rest.
  const y = tops.slice(0, nodeCount).map((top, item) => (lane[item] ? NaN : top))
  const inGroups = { ...apart, width: singleWidth, height: singleHeight }
  return boxes.map((box, component) => {
    const end = componentStarts[component + 1]
    const group = apart.groups[component + 1 - componentStarts.length]
    if (end === undefined) return parcelOf(box, group!.members, inGroups, before.singles)
    const items = order.vertices
      .subarray(layerStarts[componentStarts[component]!], layerStarts[end])
      .filter((vertex) => vertex < nodeCount)
    const parcel = parcelOf(box, items, { x, y, width, height }, before, box.top)
    // What reaches to the sides of its box has them right beside it.
    return component === atBorder ? { ...parcel, left: 0, top: Math.max(0, box.top) } : parcel
  })
}
