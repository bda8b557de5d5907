import { gapWithLevel, type Gaps } from '../placing/gaps.ts'
import { BELOW, deepestBelow } from '../placing/loops.ts'
import type { Layered } from '../crossings/layered.ts'
import type { Order } from '../crossings/order.ts'
import type { Columns } from './place-columns.ts'
import { skyline } from './skyline.ts'

/** What is to be compacted: a component in layers, its columns as they stand beside each other, and the heights that all of it has. */
export interface Compacting {
  readonly layered: Layered
  readonly order: Order
  readonly columns: Columns
  /** The top of each vertex, and where each segment ends below the tops of its vertices. */
  readonly tops: Float64Array
  readonly tailAt: Float64Array
  readonly headAt: Float64Array
  /** Of each item. */
  readonly width: Float64Array
  readonly height: Float64Array
  readonly sheets: Float64Array
  readonly isBox: Uint8Array
  readonly lane: Uint8Array
  /** Of each vertex: how wide the gap behind it is at least. */
  readonly room: Float64Array
  readonly gaps: Gaps
}

/** What is won is worth no ragged columns where it is less than about a card. Units of the picture. */
export const WORTH = 120
/** Where the outside lane is, below all else. */
const FOOT = 1e9
/** What comes nearer by less is as far apart as it should be. */
const SAME = 0.01

/** Between two layers: what overlaps in height, the lines included, so that it is led through one gap. */
interface Cluster {
  top: number
  bottom: number
  edges: number
  room: number
  readonly before: number[]
  readonly behind: number[]
  isFed: boolean
  left: number
}

/**
 * Moves what stands behind a wide open box, but above or below it, to the left as far as there is free room, by changing `columns`: a layer is then no
 * longer one column. What stands in one column by about as much as a card stays there. Lines turn where nothing else is, as before.
 * O((v + s) log v) for the vertices and segments of the component. @param first, end its layers.
 */
export function compactColumns(input: Compacting, first: number, end: number): void {
  const { layered, order, columns, tops, width, height, lane, gaps } = input
  const { nodeCount, layerStarts } = layered
  const { left, right } = columns
  const reached = skyline()
  const slimmest = slimmestIn(input, first, end)
  const [besideCard, besideEdge] = [gaps.card / 2 - SAME, gaps.edge / 2 - SAME]
  const loops = feetOfLoops(input, first, end)

  const extent = (vertex: number): [number, number] => {
    if (vertex >= nodeCount) return [tops[vertex]! - besideEdge, tops[vertex]! + besideEdge]
    if (lane[vertex]) return [FOOT, 2 * FOOT]
    const bottom = tops[vertex]! + height[vertex]! + besideCard
    return [tops[vertex]! - besideCard, Math.max(bottom, (loops.get(vertex) ?? -Infinity) + besideEdge)]
  }
  const stand = (vertex: number, at: number, layer: number): void => {
    left[vertex] = at
    right[vertex] = at + (vertex < nodeCount ? width[vertex]! : slimmest[layer - first]!)
    const [top, bottom] = extent(vertex)
    // In the outside lane what is in one layer is at one height.
    reached.raise(top, bottom, Math.max(right[vertex]!, reached.most(top, bottom)))
  }

  for (let at = layerStarts[first]!; at < layerStarts[first + 1]!; at++) stand(order.vertices[at]!, 0, first)
  for (let layer = first; layer + 1 < end; layer++) {
    const clusters = clustersBehind(input, layer, extent)
    const level =
      columns.levelBehind[order.vertices[layerStarts[layer]!]!]! +
      columns.levelBefore[order.vertices[layerStarts[layer + 1]!]!]!
    for (const cluster of clusters) {
      const reach = reached.most(cluster.top, cluster.bottom)
      cluster.left = reach === 0 ? 0 : reach + gapWithLevel(gaps, cluster.edges, cluster.room, level)
      for (const vertex of cluster.before) right[vertex] = reach
    }
    align(clusters)
    for (const { top, bottom, left: at } of clusters) reached.raise(top, bottom, at)
    for (const cluster of clusters)
      for (const vertex of cluster.behind) stand(vertex, cluster.left, layer + 1)
  }
  let furthest = 0
  for (let at = layerStarts[first]!; at < layerStarts[end]!; at++)
    furthest = Math.max(furthest, right[order.vertices[at]!]!)
  // What leaves its box goes on level to the side of that.
  for (let at = layerStarts[end - 1]!; at < layerStarts[end]!; at++) right[order.vertices[at]!] = furthest
}

/** How deep below its item what leads back passes: of each item that has such a line. */
function feetOfLoops(
  { layered, order, tops, height, sheets }: Compacting,
  first: number,
  end: number,
): Map<number, number> {
  const { nodeCount, layerStarts, out, into, loose, weight } = layered
  const feet = new Map<number, number>()
  const bottomOf = (item: number): number => tops[item]! + height[item]! + sheets[item]!
  for (let layer = first; layer < end; layer++)
    for (let at = layerStarts[layer]!; at < layerStarts[layer + 1]!; at++) {
      const item = order.vertices[at]!
      if (item >= nodeCount) continue
      const bottom = bottomOf(item)
      const isLast = at + 1 === layerStarts[layer + 1]
      const room = isLast ? Infinity : tops[order.vertices[at + 1]!]! - bottom
      let [count, deepest] = [0, -Infinity]
      for (const { starts, neighbors, edges } of [out, into])
        for (let i = starts[item]!; i < starts[item + 1]!; i++) {
          if (!loose[edges[i]!]) continue
          const other = neighbors[i]!
          const wish = other < nodeCount ? Math.max(bottom, bottomOf(other)) + BELOW : tops[other]!
          deepest = Math.max(deepest, wish - bottom)
          count += weight[edges[i]!]!
        }
      if (count > 0) feet.set(item, bottom + deepestBelow(count, deepest, room))
    }
  return feet
}

/** Of each layer the width of its slimmest item: lines that pass alone take no less, so that columns go on in one line. */
function slimmestIn({ layered, order, width }: Compacting, first: number, end: number): Float64Array {
  const slimmest = new Float64Array(end - first)
  for (let layer = first; layer < end; layer++) {
    let least = Infinity
    for (let at = layered.layerStarts[layer]!; at < layered.layerStarts[layer + 1]!; at++)
      least = Math.min(least, width[order.vertices[at]!] ?? Infinity)
    slimmest[layer - first] = least === Infinity ? 0 : least
  }
  return slimmest
}

/** From top to bottom. */
function clustersBehind(
  { layered, order, tops, tailAt, headAt, lane, room }: Compacting,
  layer: number,
  extent: (vertex: number) => [number, number],
): Cluster[] {
  const { nodeCount, layerStarts, out, into } = layered
  const heightAt = (vertex: number, at: number): number =>
    vertex < nodeCount && lane[vertex] ? 1.5 * FOOT : tops[vertex]! + at
  const all: Cluster[] = []
  for (let at = layerStarts[layer]!; at < layerStarts[layer + 1]!; at++) {
    const vertex = order.vertices[at]!
    const edges = out.starts[vertex + 1]! - out.starts[vertex]!
    if (edges === 0) continue
    let [top, bottom] = extent(vertex)
    for (let i = out.starts[vertex]!; i < out.starts[vertex + 1]!; i++) {
      const head = heightAt(out.neighbors[i]!, headAt[out.edges[i]!]!)
      const tail = heightAt(vertex, tailAt[out.edges[i]!]!)
      top = Math.min(top, head, tail)
      bottom = Math.max(bottom, head, tail)
    }
    const own = { top, bottom, edges, room: room[vertex] ?? 0, left: 0, isFed: false }
    all.push({ ...own, before: [vertex], behind: [] })
  }
  for (let at = layerStarts[layer + 1]!; at < layerStarts[layer + 2]!; at++) {
    const vertex = order.vertices[at]!
    const [top, bottom] = extent(vertex)
    const isFed = into.starts[vertex + 1]! > into.starts[vertex]!
    all.push({ top, bottom, edges: 0, room: 0, left: 0, isFed, before: [], behind: [vertex] })
  }
  all.sort((a, b) => a.top - b.top || a.bottom - b.bottom)
  const clusters: Cluster[] = []
  for (const one of all) {
    const last = clusters.at(-1)
    if (!last || one.top >= last.bottom) {
      clusters.push(one)
      continue
    }
    last.bottom = Math.max(last.bottom, one.bottom)
    last.edges += one.edges
    last.room = Math.max(last.room, one.room)
    last.isFed ||= one.isFed
    for (const vertex of one.before) last.before.push(vertex)
    for (const vertex of one.behind) last.behind.push(vertex)
  }
  return clusters
}

/** Brings into one column what would stand in about one; and what nothing feeds into a column of those that something does. */
function align(clusters: readonly Cluster[]): void {
  const columns: number[] = []
  let last = -Infinity
  for (const { left } of clusters.filter(({ isFed }) => isFed).sort((a, b) => a.left - b.left)) {
    if (left - last > WORTH) columns.push(left)
    else columns[columns.length - 1] = left
    last = left
  }
  for (const cluster of clusters) cluster.left = columns.find((at) => at >= cluster.left) ?? cluster.left
}
