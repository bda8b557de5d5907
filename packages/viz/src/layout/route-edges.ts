import type { Cards } from './cards.ts'
import type { ChannelOf } from './find-channels.ts'
import { FAR, type Edges, type Layered } from './insert-dummies.ts'
import type { Order } from './order.ts'
import type { Places } from './place-cards.ts'
import type { Columns } from './place-columns.ts'
import { pointBuffer } from './point-buffer.ts'

/**
 * The way of each edge from the right side of the card that it leaves to the left side of the one that it enters: x and y of each point
 * in turn. From one point to the next it is a straight line if they are level or plumb; otherwise a curve that starts and ends level.
 * An edge from a card to itself has no points.
 */
export interface Routes {
  /** Where the points of each edge start, counted in points; edge count + 1. */
  readonly starts: Uint32Array
  readonly points: Float64Array
}

/** How far a turned edge stays off the sides of its cards, and how far below them it passes. */
const TURN = 14
const BELOW = 8
/** How far below its component an edge passes that found no place within. */
const OUTSIDE = 20
/** From how many times the gap on a turned edge is too steep for a curve. */
const STEEP = 8

/**
 * Leads each edge through its places, in O(n + m + dummies).
 * @param edgeCount of all edges; those that are not drawn get no points. @param drawn which of them each of `edges` is.
 * @param footOf a node: below all of its component.
 */
export function routeEdges(
  edgeCount: number,
  drawn: Uint32Array,
  edges: Edges,
  { nodeCount, layerOf, layerStarts, dummyStarts }: Layered,
  { vertices, place }: Order,
  columns: Columns,
  { columnX, anchorY, x, y }: Places,
  cards: Cards,
  footOf: (node: number) => number,
  channelOf: ChannelOf,
): Routes {
  const rightOf = (layer: number): number => columnX[layer]! + columns.width[layer]!
  const bottomOf = (node: number): number => y[node]! + cards.height[node]!
  const line = pointBuffer()
  const drawnAs = new Int32Array(edgeCount).fill(-1)
  for (let i = 0; i < drawn.length; i++) drawnAs[drawn[i]!] = i
  const starts = new Uint32Array(edgeCount + 1)
  for (let edge = 0; edge < edgeCount; edge++) {
    if (drawnAs[edge]! >= 0) route(drawnAs[edge]!)
    starts[edge + 1] = line.end()
  }
  return { starts, points: line.points() }

  function route(edge: number): void {
    const turned = edges.reversed[edge] === 1
    const from = (turned ? edges.head : edges.tail)[edge]!
    const to = (turned ? edges.tail : edges.head)[edge]!
    line.add(x[from]! + cards.width[from]!, anchorY[from]!)
    if (dummyStarts[edge] === FAR) goOutside(from, to)
    else if (turned) goBack(from, to, dummyStarts[edge]!)
    else goForth(from, to, dummyStarts[edge]!)
    line.add(x[to]!, anchorY[to]!)
  }

  function goForth(from: number, to: number, firstDummy: number): void {
    const start = layerOf[from]!
    let before = from
    for (let layer = start + 1; layer <= layerOf[to]!; layer++) {
      const vertex = layer === layerOf[to] ? to : firstDummy + layer - start - 1
      const channel = channelOf(before, vertex)
      line.add(rightOf(layer - 1), anchorY[before]!)
      if (channel !== undefined) {
        line.add(channel, anchorY[before]!)
        line.add(channel, anchorY[vertex]!)
      }
      line.add(columnX[layer]!, anchorY[vertex]!)
      before = vertex
    }
  }

  /** Out at the right, down and to the left below the card; and below the other card to its left, up and in. */
  function goBack(from: number, to: number, firstDummy: number): void {
    const end = layerOf[to]!
    const start = layerOf[from]!
    const level = Math.max(bottomOf(from), bottomOf(to)) + BELOW
    const heightIn = (layer: number): number => anchorY[firstDummy + layer - end - 1]!
    let height = roomBelow(from, start - end > 1 ? heightIn(start - 1) : level)
    line.add(rightOf(start) + TURN, anchorY[from]!)
    line.add(rightOf(start) + TURN, height)
    for (let layer = start - 1; layer >= end; layer--) {
      const next = layer > end ? heightIn(layer) : roomBelow(to, start - end > 1 ? height : level)
      const left = columnX[layer + 1]!
      const right = rightOf(layer)
      line.add(left, height)
      if (Math.abs(next - height) > STEEP * (left - right)) {
        line.add((left + right) / 2, height)
        line.add((left + right) / 2, next)
      }
      line.add(right, next)
      height = next
    }
    line.add(x[to]! - TURN, height)
    line.add(x[to]! - TURN, anchorY[to]!)
  }

  function goOutside(from: number, to: number): void {
    const right = rightOf(layerOf[from]!) + TURN
    const left = columnX[layerOf[to]!]! - TURN
    line.add(right, anchorY[from]!)
    line.add(right, footOf(from) + OUTSIDE)
    line.add(left, footOf(from) + OUTSIDE)
    line.add(left, anchorY[to]!)
  }

  /** The height nearest to the one that is wished for, between the card and what stands next below it. */
  function roomBelow(node: number, wish: number): number {
    const least = bottomOf(node) + BELOW
    const at = place[node]! + 1
    if (at === layerStarts[layerOf[node]! + 1]) return Math.max(least, wish)
    const next = vertices[at]!
    return Math.max(least, Math.min(wish, (next < nodeCount ? y[next]! : anchorY[next]!) - BELOW))
  }
}
