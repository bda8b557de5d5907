import type { BoxGraph } from './box-graph.ts'
import { bundleCrowd } from './bundle-crowd.ts'
import { bundleLinks } from './bundle-links.ts'
import { centreTrunks } from '../crossings/centre-trunks.ts'
import { findLeaves } from '../layers/find-leaves.ts'
import { initialOrder } from '../crossings/initial-order.ts'
import { FAR, type Layered } from '../crossings/layered.ts'
import { insertDummies } from '../crossings/insert-dummies.ts'
import type { LinkEnds } from './link-ends.ts'
import { layerBox, type BoxLayers } from './layer-box.ts'
import type { Order } from '../crossings/order.ts'
import { orderTwins } from '../crossings/order-twins.ts'
import { reduceCrossings } from '../crossings/reduce-crossings.ts'
import { shareWays } from './share-ways.ts'
import { BORDER } from './split-edges.ts'
import type { BoxWrap } from './wrap-box.ts'

/** Where links go through the sides of a box: places on its left and right side, from top to bottom. */
export interface Ports {
  readonly leftCount: number
  readonly rightCount: number
  /** Of each link the port that it comes from, or goes to; -1 where it ends inside. */
  readonly leftOf: Int32Array
  readonly rightOf: Int32Array
}

/** What stands in a box in layers, each in the order from top to bottom. */
export interface OrderedBox {
  readonly layers: BoxLayers
  /** Its nodes are the items of the box, then the ports at its left side, then those at its right. */
  readonly layered: Layered
  readonly order: Order
  readonly turned: Uint8Array
  /** How many dummies each link has. */
  readonly passed: Uint32Array
  /** 1 for each layer of ports. */
  readonly fixed: Uint8Array
  /** The last vertex before the end of a link (-1), in the way of the data, or the first after its begin (1). */
  readonly vertexBeside: (link: number, step: -1 | 1) => number
}

/**
 * Gives what stands in a box layers, and an order with few crossings, among the ports, whose order is given.
 * @param ends of the edges whose links these are. @param lane 1 for each item in the outside lane. @param isBox 1 for each that is an open box.
 * @param share of the work for the whole picture that this box gets, up to 1. @param wrap where its layers have bounds.
 * @param given the layers, where they are not to be found, and whether they have been broken.
 */
export function* orderBox(
  graph: BoxGraph,
  ports: Ports,
  ends: LinkEnds,
  lane: Uint8Array,
  isBox: Uint8Array,
  share: number,
  wrap: BoxWrap | null,
  given: { readonly layer: Uint32Array; readonly isBroken: boolean } | null = null,
): Generator<void, OrderedBox> {
  const { items, tail, head } = graph
  const firstRight = items.length + ports.leftCount
  const nodeCount = firstRight + ports.rightCount
  const from = tail.map((item, link) => (item === BORDER ? items.length + ports.leftOf[link]! : item))
  const to = head.map((item, link) => (item === BORDER ? firstRight + ports.rightOf[link]! : item))
  // Where layers have a bound all of them are broken, leaves or not.
  const large = wrap?.most === Infinity ? isBox : new Uint8Array(items.length)
  const fans = wrap?.spreads ? findLeaves(large, tail, head, ends.from, ends.to) : null
  const layers = layerBox(graph, wrap && { room: wrap, fans }, given?.layer ?? null)
  yield
  const { turned, layer, componentOf, componentCount, atBorder, isWrapped, lastLayer } = layers
  const nodeLayer = new Uint32Array(nodeCount)
  nodeLayer.set(layer)
  nodeLayer.fill(lastLayer, firstRight)
  const nodeComponent = new Uint32Array(nodeCount).fill(atBorder)
  nodeComponent.set(componentOf)

  const edges = {
    tail: new Uint32Array(from.map((node, link) => (turned[link] ? to[link]! : node))),
    head: new Uint32Array(to.map((node, link) => (turned[link] ? from[link]! : node))),
    reversed: turned,
    look: graph.look,
  }
  const between = edges.tail.map((node, link) => nodeLayer[edges.head[link]!]! - nodeLayer[node]! - 1)
  // Where layers have been broken, most links pass some: side by side they would take more room than the cards.
  const mayShare = (link: number): boolean =>
    turned[link] === 0 && (given?.isBroken || isWrapped[nodeComponent[edges.tail[link]!]!] === 1)
  const shared = shareWays(bundleLinks(graph, ends, fans), ends, between, mayShare)
  const bundles = bundleCrowd(shared, edges, nodeLayer, isBox)
  const components = { count: componentCount, componentOf: nodeComponent }
  const layered = insertDummies(nodeLayer, edges, components, bundles, share)
  const inLane = new Uint8Array(layered.vertexCount)
  inLane.set(lane)
  const order = initialOrder(layered, inLane)
  const fixed = new Uint8Array(layered.layerStarts.length - 1)
  if (ports.leftCount > 0) keepOrder(items.length)
  if (ports.rightCount > 0) keepOrder(firstRight)
  yield* reduceCrossings(layered, order, inLane, fixed, share)
  orderTwins(layered, order, inLane, fixed)
  if (fans) centreTrunks(layered, order, inLane, fans.way)

  const { dummyStarts, layerOf } = layered
  const passed = edges.tail.map((node, link) =>
    dummyStarts[link] === FAR ? 0 : layerOf[edges.head[link]!]! - layerOf[node]! - 1,
  )
  return {
    layers,
    layered,
    order,
    turned,
    passed,
    fixed,
    vertexBeside(link, step) {
      if (passed[link] === 0) return (step < 0 ? from : to)[link]!
      const isLast = step < 0 === (turned[link] === 0)
      return dummyStarts[link]! + (isLast ? passed[link]! - 1 : 0)
    },
  }

  /** A layer of ports, which stand in the order of their numbers. */
  function keepOrder(firstPort: number): void {
    const portLayer = layered.layerOf[firstPort]!
    fixed[portLayer] = 1
    for (let at = layered.layerStarts[portLayer]!; at < layered.layerStarts[portLayer + 1]!; at++) {
      const port = firstPort + at - layered.layerStarts[portLayer]!
      order.vertices[at] = port
      order.place[port] = at
    }
  }
}
