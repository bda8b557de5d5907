import { csrOf } from '@lineagraph/core'
import { FAR, type Layered } from '../crossings/layered.ts'
import type { Order } from '../crossings/order.ts'

/** A graph in layers without the ports at the sides of its box. */
export interface Stripped {
  readonly layered: Layered
  readonly order: Order
  /** The segment that each was before. */
  readonly segments: Uint32Array
}

/** Leaves out the nodes from `itemCount` on, with their layers and what leads to them. O(n + m). */
export function stripPorts(layered: Layered, order: Order, itemCount: number): Stripped {
  const portCount = layered.nodeCount - itemCount
  if (portCount === 0) return { layered, order, segments: layered.weight.map((_, segment) => segment) }

  const { vertexCount, layerOf, layerStarts, componentStarts, out } = layered
  const isPort = (vertex: number): boolean => vertex >= itemCount && vertex < layered.nodeCount
  const renumbered = (vertex: number): number => (vertex < itemCount ? vertex : vertex - portCount)
  const layerCount = layerStarts.length - 1
  const newLayer = new Uint32Array(layerCount + 1)
  const newStarts = [0]
  for (let layer = 0; layer < layerCount; layer++) {
    const isSide = isPort(order.vertices[layerStarts[layer]!]!)
    newLayer[layer + 1] = newLayer[layer]! + (isSide ? 0 : 1)
    if (!isSide) newStarts.push(newStarts.at(-1)! + layerStarts[layer + 1]! - layerStarts[layer]!)
  }

  const vertices = order.vertices.filter((vertex) => !isPort(vertex)).map(renumbered)
  const place = new Uint32Array(vertices.length)
  vertices.forEach((vertex, at) => (place[vertex] = at))
  const newLayerOf = new Uint32Array(vertices.length)
  const kept: number[] = []
  const from: number[] = []
  const to: number[] = []
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    if (isPort(vertex)) continue
    newLayerOf[renumbered(vertex)] = newLayer[layerOf[vertex]!]!
    for (let i = out.starts[vertex]!; i < out.starts[vertex + 1]!; i++) {
      if (isPort(out.neighbors[i]!)) continue
      kept.push(out.edges[i]!)
      from.push(renumbered(vertex))
      to.push(renumbered(out.neighbors[i]!))
    }
  }
  const segments = Uint32Array.from(kept)
  return {
    layered: {
      ...layered,
      nodeCount: itemCount,
      vertexCount: vertices.length,
      layerOf: newLayerOf,
      layerStarts: Uint32Array.from(newStarts),
      componentStarts: componentStarts.map((start) => newLayer[start]!),
      out: csrOf(vertices.length, from, to),
      into: csrOf(vertices.length, to, from),
      weight: segments.map((segment) => layered.weight[segment]!),
      loose: new Uint8Array(segments.length).map((_, i) => layered.loose[segments[i]!]!),
      dummyStarts: layered.dummyStarts.map((first) => (first === FAR ? FAR : first - portCount)),
    },
    order: { vertices, place },
    segments,
  }
}
