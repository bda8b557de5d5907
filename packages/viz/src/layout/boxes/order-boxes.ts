import { BACK } from '../crossings/find-ways.ts'
import type { BoxGraph } from './box-graph.ts'
import { boxPorts } from './box-ports.ts'
import { linkEnds } from './link-ends.ts'
import type { CutGraph } from './cut-graph.ts'
import { layersInBox } from './layer-box.ts'
import type { LayoutMemory } from './layout-memory.ts'
import { contentOf, type Content } from './memory.ts'
import { orderBox, type OrderedBox } from './order-box.ts'
import { LONG } from '../layers/wrap-layers.ts'
import { pick, pickFlags, pickLayers } from './pick.ts'
import { layerGap } from '../placing/gaps.ts'
import type { PlacingInput } from '../placing/placing.ts'
import type { Room } from './room-across.ts'
import { shareOfBox } from './share-work.ts'
import { inOrderBefore } from './stay-in-order.ts'

/** Layers of a picture that leads to the right are broken for their length up to so many items: nobody reads more, and their lines would take twice as long. */
const MOST_BROKEN = 10_000

/** The open boxes, each with what is in it in layers and in order. */
export interface OrderedBoxes {
  /** Their numbers: the picture first, each before those in it. */
  readonly outsideIn: readonly number[]
  /** By number; undefined for what is no box. */
  readonly ordered: readonly (OrderedBox | undefined)[]
  /** Of each all that its order depends on, and how it came out. */
  readonly contents: readonly (Content | undefined)[]
}

/**
 * Orders what is in each box from outside in, so that it follows the order around it. What was in the picture before keeps its order.
 * Boxes that `memory` knows are not ordered again.
 */
export function* orderBoxes(
  input: PlacingInput,
  { pieces, graphs, linkOf }: CutGraph,
  { across, aspect, extent, breadth }: Room,
  memory: LayoutMemory,
): Generator<void, OrderedBoxes> {
  const { count, isBox, lane, gaps } = input
  const ordered: (OrderedBox | undefined)[] = []
  const contents: Content[] = []
  const outsideIn = [count]
  // What leads back around a box keeps apart in it, too.
  const leadsBack = new Uint8Array(input.from.length)
  for (const own of outsideIn) {
    const { links } = graphs[own]!
    const look = graphs[own]!.look.map((plain, link) => plain | leadsBack[pieces.edge[links[link]!]!]!)
    const graph = { ...graphs[own]!, look }
    const { items, singles, tail, head, cut } = graph
    const ports = boxPorts(links, pieces, linkOf, ordered)
    const ends = linkEnds(graph, pieces, input)
    const laneOf = pickFlags(lane, items)
    const isBoxOf = pickFlags(isBox, items)
    const share = shareOfBox(own, input, { pieces, graphs })
    const layers = own === count && input.layer ? fromZero(pickLayers(input.layer, items)) : null
    const along = pick(extent, items)
    const isBounded = across[own]! < Infinity
    // What is given by hops is broken already, and what is no longer than this has no layer that is: it is remembered whatever it takes.
    const mayBreak =
      !layers && items.length <= MOST_BROKEN && along.reduce((sum, one) => sum + one + gaps.card, 0) > LONG
    const wrap =
      isBounded || input.wraps || mayBreak
        ? {
            extent: along,
            most: across[own]!,
            gap: gaps.card,
            passing: gaps.passing,
            widening: (lines: number): number => layerGap(gaps, lines) - gaps.layer,
            breadth: pick(breadth, items, -gaps.layer),
            aspect: aspect[own]!,
            spreads: isBounded || input.wraps === true,
            before: input.wraps && input.before ? layersBefore(input.before.layer, items) : null,
          }
        : null
    const given = layers && { layer: layers, isBroken: input.isBroken === true }
    const content = contentOf([
      [items.length, share, across[own]!, wrap?.aspect ?? 0],
      ...[tail, head, cut, look, ports.leftOf, ports.rightOf, ends.from, ends.to, laneOf, isBoxOf],
      ...[wrap?.extent ?? [], wrap?.breadth ?? [], layers ?? [], [given?.isBroken ? 1 : 0]],
    ])
    const known = memory.orders.known(content)
    let fresh = known && (!wrap?.before || isAsBefore(graph, known, wrap.before)) ? known : undefined
    if (!fresh) {
      const whole = wrap?.before ? contentOf([content, wrap.before]) : content
      fresh =
        memory.orders.known(whole) ??
        memory.orders.keep(whole, yield* orderBox(graph, ports, ends, laneOf, isBoxOf, share, wrap, given))
    }
    ordered[own] = input.before ? inOrderBefore(fresh, laneOf, pick(input.before.y, items)) : fresh
    ordered[own].turned.forEach((is, link) => is && (leadsBack[pieces.edge[links[link]!]!] = BACK))
    contents[own] = contentOf([content, ordered[own].layers.layer, ordered[own].order.vertices])
    for (const vertex of ordered[own].order.vertices)
      if (vertex < items.length && isBox[items[vertex]!]) outsideIn.push(items[vertex]!)
    for (const single of singles) if (isBox[single]) outsideIn.push(single)
  }
  return { outsideIn, ordered, contents }
}

/** Layers of items, from 0. */
function fromZero(layer: Int32Array): Uint32Array {
  const least = layer.reduce((one, other) => Math.min(one, other), Infinity)
  return new Uint32Array(layer.map((own) => own - least))
}

/** Null where nothing of it was there: a box that has been opened just now is laid out as it would be by itself. */
function layersBefore(layer: Int32Array, items: Uint32Array): Int32Array | null {
  const before = pickLayers(layer, items)
  return before.some((own) => own >= 0) ? before : null
}

/** Whether all of what is in a box was in the picture before, in the layers that it has now. */
const isAsBefore = (graph: BoxGraph, { layers }: OrderedBox, before: Int32Array): boolean =>
  layersInBox(graph, layers).every((own, item) => own === before[item])
