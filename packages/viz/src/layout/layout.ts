import { csrOf } from '@lineagraph/core'
import { assignCoordinates } from './assign-coordinates.ts'
import { assignLayers } from './assign-layers.ts'
import type { Cards } from './cards.ts'
import { componentBoxes } from './component-boxes.ts'
import { findChannels } from './find-channels.ts'
import { findComponents } from './find-components.ts'
import { LINEAGE_GAPS, type Gaps } from './gaps.ts'
import { initialOrder } from './initial-order.ts'
import { insertDummies, type Edges, type Layered } from './insert-dummies.ts'
import { openCircles } from './open-circles.ts'
import { placeCards } from './place-cards.ts'
import { placeColumns } from './place-columns.ts'
import { placeComponents } from './place-components.ts'
import { reduceCrossings } from './reduce-crossings.ts'
import { routeEdges, type Routes } from './route-edges.ts'
import { spreadSingles } from './spread-singles.ts'

export interface LayoutInput {
  readonly nodeCount: number
  /** Of each card. */
  readonly width: Float64Array
  readonly height: Float64Array
  /** Where edges meet the sides of each card, from its top; in the middle by default. */
  readonly anchor?: Float64Array
  /** 1 for cards that stand in the outside lane at the picture's foot, in the column of their layer. */
  readonly lane?: Uint8Array
  /** The nodes that each edge leads from and to. */
  readonly from: Uint32Array
  readonly to: Uint32Array
  readonly gaps?: Partial<Gaps>
}

export interface Layout {
  /** The left top of each card. */
  readonly x: Float64Array
  readonly y: Float64Array
  /** The layer of each node in its component, from 0 at the left; -1 for a node without an edge to another node. */
  readonly layer: Int32Array
  /** The weakly connected component of each node; nodes without edges share one. */
  readonly component: Uint32Array
  /** 1 for each edge that leads to the left, so that its circle opens: it leaves at the right, goes round below and enters at the left. */
  readonly reversed: Uint8Array
  readonly routes: Routes
  /** The top of the outside lane; the picture's height where there is none. */
  readonly laneTop: number
  readonly width: number
  readonly height: number
}

/**
 * A layered picture from left to right: circles are opened, nodes get layers, long edges get places to pass, crossings are reduced, heights
 * are found that keep long edges straight, and components are packed. The same graph always gives the same picture, in whatever
 * order its edges come. O((n + m) log n), without recursion.
 */
export function layout(input: LayoutInput): Layout {
  const { nodeCount, width, height, from, to } = input
  const gaps = { ...LINEAGE_GAPS, ...input.gaps }
  const lane = input.lane ?? new Uint8Array(nodeCount)
  const anchor = input.anchor ?? height.map((value) => value / 2)
  const cards: Cards = { width, height, anchor, lane }

  // In the order of their ends, so that nothing depends on the order in which they come.
  const drawn = csrOf(nodeCount, from, to).edges.filter((edge) => from[edge] !== to[edge])
  const turned = openCircles(nodeCount, pick(from, drawn), pick(to, drawn))
  const edges = edgesToRight(pick(from, drawn), pick(to, drawn), turned)

  const out = csrOf(nodeCount, edges.tail, edges.head)
  const components = findComponents(out)
  const layer = assignLayers(out, csrOf(nodeCount, edges.head, edges.tail), components)
  spreadSingles(layer, components, width, height, gaps)
  const layered = insertDummies(layer, edges, components)

  const inLane = new Uint8Array(layered.vertexCount)
  inLane.set(lane)
  const order = initialOrder(layered, inLane)
  reduceCrossings(layered, order, inLane)

  const heights = assignCoordinates(
    layered,
    order,
    distances(layered, cards, gaps),
    freeSegments(layered, inLane),
  )
  const columns = placeColumns(layered, width, gaps)
  const boxes = componentBoxes(layered, order, columns, heights, cards)
  const placement = placeComponents(boxes, gaps)
  const places = placeCards(layered, order, columns, heights, cards, boxes, placement, gaps)

  const footOf = (node: number): number => {
    const component = components.componentOf[node]!
    return placement.top[component]! + boxes[component]!.height
  }
  const channelOf = findChannels(layered, order, columns, places, inLane)
  const routes = routeEdges(
    from.length,
    drawn,
    edges,
    layered,
    order,
    columns,
    places,
    cards,
    footOf,
    channelOf,
  )

  const reversed = new Uint8Array(from.length)
  for (let i = 0; i < drawn.length; i++) reversed[drawn[i]!] = turned[i]!
  return {
    x: places.x,
    y: places.y,
    layer: Int32Array.from(layer, (own, node) =>
      components.componentOf[node] === components.singles ? -1 : own,
    ),
    component: components.componentOf,
    reversed,
    routes,
    laneTop: places.laneTop,
    width: places.width,
    height: places.height,
  }
}

const pick = (values: Uint32Array, indexes: Uint32Array): Uint32Array =>
  indexes.map((index) => values[index]!)

function edgesToRight(from: Uint32Array, to: Uint32Array, reversed: Uint8Array): Edges {
  return {
    tail: from.map((node, edge) => (reversed[edge] ? to[edge]! : node)),
    head: to.map((node, edge) => (reversed[edge] ? from[edge]! : node)),
    reversed,
  }
}

/** The distance that two vertices of a layer must keep from one another. Cards in the outside lane are none of the others' business. */
function distances({ nodeCount }: Layered, { height, anchor, lane }: Cards, gaps: Gaps) {
  return (upper: number, lower: number): number => {
    const aboveCard = upper < nodeCount
    const belowCard = lower < nodeCount
    if ((aboveCard && lane[upper]) || (belowCard && lane[lower])) return -Infinity
    const gap = aboveCard && belowCard ? gaps.card : aboveCard || belowCard ? gaps.passing : gaps.edge
    return (aboveCard ? height[upper]! - anchor[upper]! : 0) + gap + (belowCard ? anchor[lower]! : 0)
  }
}

/** The segments whose ends need not be level: those of turned edges at their cards, and those of the outside lane. */
function freeSegments({ out, loose }: Layered, lane: Uint8Array): Uint8Array {
  const free = loose.slice()
  for (let vertex = 0; vertex < lane.length; vertex++)
    for (let i = out.starts[vertex]!; i < out.starts[vertex + 1]!; i++)
      if (lane[vertex] || lane[out.neighbors[i]!]) free[out.edges[i]!] = 1
  return free
}
