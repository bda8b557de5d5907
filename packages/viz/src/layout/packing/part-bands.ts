import type { Compacting } from './compact-columns.ts'

/**
 * Makes room below a wide open box, and above it, for what stands behind it but comes from above or below it, so that that can stand nearer: by moving apart
 * what is above and what is below in all layers, so that lines stay as straight as they were. Changes `tops` in place. O(v + s).
 * @param box an item of `layer`. @param first, end the layers of its component.
 */
export function partBands(
  input: Compacting,
  tops: Float64Array,
  box: number,
  layer: number,
  first: number,
  end: number,
): void {
  part(input, tops, box, layer, first, end, 1)
  part(input, tops, box, layer, first, end, -1)
}

/** @param way 1 for what stands below the box, -1 for what stands above it. */
function part(
  { layered, order, height, lane, gaps, isBox }: Compacting,
  tops: Float64Array,
  box: number,
  layer: number,
  first: number,
  end: number,
  way: 1 | -1,
): void {
  const { nodeCount, layerStarts, out, into } = layered
  const inLane = (vertex: number): boolean => vertex < nodeCount && lane[vertex] === 1
  const heightOf = (vertex: number): number => (vertex < nodeCount ? height[vertex]! : 0)
  const middle = tops[box]! + heightOf(box) / 2
  /** 1 for what is beyond the box: the last of their layers, seen in the way that is looked. */
  const isBeyond = new Uint8Array(tops.length)
  const outermost = (own: number): number => (way > 0 ? layerStarts[own + 1]! - 1 : layerStarts[own]!)
  const isIn = (at: number, own: number): boolean => at >= layerStarts[own]! && at < layerStarts[own + 1]!

  for (let at = outermost(layer); at !== order.place[box]; at -= way) isBeyond[order.vertices[at]!] = 1
  let needs = -Infinity
  for (let own = layer + 1; own < end; own++) {
    const innermost = spread(own, into)
    if (innermost < 0) continue
    const room = innermost >= nodeCount ? gaps.passing : isBox[innermost] ? gaps.box : gaps.card
    needs = Math.max(
      needs,
      way > 0
        ? tops[box]! + heightOf(box) + room - tops[innermost]!
        : tops[innermost]! + heightOf(innermost) + room - tops[box]!,
    )
  }
  if (needs <= 0 || needs === -Infinity) return
  for (let own = layer - 1; own >= first; own--) spread(own, out)
  for (let at = layerStarts[first]!; at < layerStarts[end]!; at++)
    if (isBeyond[order.vertices[at]!]) tops[order.vertices[at]!]! += way * needs

  /** Follows what is beyond into the next layer: returns the vertex there that is nearest to the box, or -1. */
  function spread(own: number, { starts, neighbors }: typeof out): number {
    let innermost = -1
    for (let at = outermost(own); isIn(at, own); at -= way) {
      const vertex = order.vertices[at]!
      if (!inLane(vertex)) {
        const isAlone = starts[vertex] === starts[vertex + 1]
        if (isAlone && way * (tops[vertex]! + heightOf(vertex) / 2 - middle) <= 0) break
        if (!neighbors.subarray(starts[vertex], starts[vertex + 1]).every((other) => isBeyond[other])) break
        innermost = vertex
      }
      isBeyond[vertex] = 1
    }
    return innermost
  }
}
