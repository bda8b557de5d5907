import { assignCoordinates } from './assign-coordinates.ts'
import { componentBoxes, type ComponentBox } from './component-boxes.ts'
import { layerGap, type Gaps } from './gaps.ts'
import { FAR, type Layered } from './insert-dummies.ts'
import type { OrderedBox } from './order-box.ts'
import type { Order } from './order.ts'
import { packComponents } from './pack-components.ts'
import { placeColumns, type Columns } from './place-columns.ts'
import { placeGrid, type Grid } from './place-grid.ts'
import { spreadEnds, type Ends } from './spread-ends.ts'
import { stripPorts } from './strip-ports.ts'

/** Where all stands in a box, from the left top of what it holds: its sides, its head and the outside lane are left out. */
export interface PlacedBox {
  readonly layered: Layered
  readonly order: Order
  /** Of each layer. */
  readonly columns: Columns
  /** The top of each vertex. */
  readonly y: Float64Array
  /** Of each layer: how deep the edges pass that go round below its component. */
  readonly footOfLayer: Float64Array
  /** Where each segment ends, below the tops of its vertices. */
  readonly tailAt: Float64Array
  readonly headAt: Float64Array
  /** How far below the top of its item each link ends. */
  readonly leavingAt: Float64Array
  readonly enteringAt: Float64Array
  /** What has no edges, below or beside the rest. */
  readonly grid: Grid & { readonly left: number; readonly top: number }
  readonly width: number
  readonly height: number
}

/** What is to be placed in a box: its items and links by local numbers, its singles in their order. */
export interface BoxInput {
  readonly width: Float64Array
  readonly height: Float64Array
  readonly isBox: Uint8Array
  readonly lane: Uint8Array
  readonly singleWidth: Float64Array
  readonly singleHeight: Float64Array
  readonly leaving: Ends
  readonly entering: Ends
  readonly weight: Float64Array
  readonly atBorder: number
  readonly gaps: Gaps
}

/** How far below its component an edge passes that found no place within. */
const OUTSIDE = 20

/** Finds heights and columns, packs the components, and arranges what has no edges as a grid. O((n + m) log n). */
export function placeBox(ordered: OrderedBox, input: BoxInput): PlacedBox {
  const { width, height, lane, leaving, entering, weight, atBorder, gaps, singleWidth } = input
  spreadEnds(ordered, leaving, entering, weight, height)
  const { layered, order, segments } = stripPorts(ordered.layered, ordered.order, width.length)
  const { tailAt, headAt } = endsOfSegments(ordered, segments, leaving, entering)
  const tops = assignCoordinates(
    layered,
    order,
    distances(layered, input),
    tailAt.map((at, segment) => at - headAt[segment]!),
    freeSegments(layered, lane),
  )
  const columns = placeColumns(layered, width, gaps)
  const boxes = componentBoxes(layered, order, columns, tops, height, lane)
  const hasFar = componentsWithFar(layered, input)
  const grid = gridOf(boxes, input)
  const packed = packComponents(
    boxes
      .map((box, component) => (hasFar[component] ? { ...box, height: box.height + OUTSIDE } : box))
      .concat(singleWidth.length > 0 ? [{ ...grid, top: 0, lane: false }] : []),
    atBorder,
    gaps,
  )

  const y = new Float64Array(layered.vertexCount)
  const footOfLayer = new Float64Array(columns.x.length)
  boxes.forEach((box, component) => {
    for (
      let layer = layered.componentStarts[component]!;
      layer < layered.componentStarts[component + 1]!;
      layer++
    ) {
      columns.x[layer]! += packed.left[component]!
      footOfLayer[layer] = packed.top[component]! + box.height + OUTSIDE
      for (let at = layered.layerStarts[layer]!; at < layered.layerStarts[layer + 1]!; at++) {
        const vertex = order.vertices[at]!
        y[vertex] = packed.top[component]! + tops[vertex]! - box.top
      }
    }
  })
  return {
    layered,
    order,
    columns,
    y,
    footOfLayer,
    tailAt,
    headAt,
    leavingAt: leaving.at,
    enteringAt: entering.at,
    grid: { ...grid, left: packed.left[boxes.length] ?? 0, top: packed.top[boxes.length] ?? 0 },
    width: packed.width,
    height: packed.height,
  }
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
    tailAt: Float64Array.from(segments, (segment) => atTail[segment]!),
    headAt: Float64Array.from(segments, (segment) => atHead[segment]!),
  }
}

/** The distance that the tops of two vertices of a layer must keep. Cards in the outside lane are none of the others' business. */
function distances({ nodeCount }: Layered, { height, isBox, lane, gaps }: BoxInput) {
  return (upper: number, lower: number): number => {
    const above = upper < nodeCount
    const below = lower < nodeCount
    if ((above && lane[upper]) || (below && lane[lower])) return -Infinity
    if (!above) return below ? gaps.passing : gaps.edge
    if (!below) return height[upper]! + gaps.passing
    return height[upper]! + (isBox[upper] && isBox[lower] ? gaps.box : gaps.card)
  }
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

function componentsWithFar(
  { layerOf, layerStarts, componentStarts, dummyStarts }: Layered,
  { leaving, entering }: BoxInput,
): Uint8Array {
  const hasFar = new Uint8Array(componentStarts.length - 1)
  const farLayer = new Uint8Array(layerStarts.length)
  for (let link = 0; link < dummyStarts.length; link++)
    if (dummyStarts[link] === FAR) farLayer[layerOf[Math.max(leaving.item[link]!, entering.item[link]!)]!] = 1
  for (let component = 0; component < hasFar.length; component++)
    for (let layer = componentStarts[component]!; layer < componentStarts[component + 1]!; layer++)
      hasFar[component]! |= farLayer[layer]!
  return hasFar
}

/** What has no edges, as wide as the widest component, or as a compact grid where that is wider. */
function gridOf(boxes: readonly ComponentBox[], { singleWidth, singleHeight, gaps }: BoxInput): Grid {
  const widest = boxes.reduce((most, box) => Math.max(most, box.width), 0)
  return placeGrid(singleWidth, singleHeight, layerGap(gaps, 0), gaps.card, widest)
}
