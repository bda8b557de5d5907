import type { Csr } from '@lineagraph/core'
import { alignBlocks, rowsByPlace } from './align-blocks.ts'
import { compactBlocks } from './compact-blocks.ts'
import { settleBlocks } from './settle-blocks.ts'
import type { Distances } from './distances.ts'
import { findConflicts } from './find-conflicts.ts'
import type { Layered } from './layered.ts'
import type { Order } from './order.ts'

const CORNERS = [
  { fromLeft: true, fromTop: true },
  { fromLeft: true, fromTop: false },
  { fromLeft: false, fromTop: true },
  { fromLeft: false, fromTop: false },
]

/**
 * A height for each vertex, such that long edges are straight and each vertex stands near the middle of its neighbours: the picture is
 * built from each corner, and each vertex takes the middle of its four heights. O(n + m).
 * Source: Brandes, Köpf 2002, doi:10.1007/3-540-45848-4_3.
 * @param distances that vertices keep from those above them. @param rise of each segment that is level: how far below its left
 * vertex the right one stands then. @param barred segments that need not be level, by 1. @param pull of each segment: what pulls more
 * is kept straighter. @param share of the work that it may take.
 */
export function assignCoordinates(
  layered: Layered,
  order: Order,
  distances: Distances,
  rise: Float64Array,
  barred: Uint8Array,
  pull: Float64Array,
  share = 1,
): Float64Array {
  const rows = rowsByPlace(layered, order)
  sortTwins(rows.into, rise, 1)
  sortTwins(rows.out, rise, -1)
  const conflict = findConflicts(layered, order, rows)
  for (let segment = 0; segment < barred.length; segment++) conflict[segment]! |= barred[segment]!
  const heights = CORNERS.map((corner) => {
    const blocks = alignBlocks(layered, order, rows, rise, conflict, corner, pull)
    return compactBlocks(layered, order, blocks, corner, distances)
  })
  bringTogether(layered, order, heights)
  const y = middleOf(heights as [Float64Array, Float64Array, Float64Array, Float64Array])
  settleBlocks(layered, order, y, distances, rise, barred, pull, share)
  return y
}

/** Puts segments between the same two vertices in the order of the heights that they want: the median of them is the middle one. Changes `edges` in place. */
function sortTwins({ starts, neighbors, edges }: Csr, rise: Float64Array, way: 1 | -1): void {
  for (let vertex = 0; vertex + 1 < starts.length; vertex++)
    for (let first = starts[vertex]!, end = first; first < starts[vertex + 1]!; first = end) {
      while (end < starts[vertex + 1]! && neighbors[end] === neighbors[first]) end++
      if (end - first > 1) edges.subarray(first, end).sort((a, b) => way * (rise[a]! - rise[b]!) || a - b)
    }
}

/** The mean of the second and the third of the four heights of each vertex. */
function middleOf([a, b, c, d]: readonly [
  Float64Array,
  Float64Array,
  Float64Array,
  Float64Array,
]): Float64Array {
  const middle = new Float64Array(a.length)
  for (let vertex = 0; vertex < middle.length; vertex++) {
    const lowest = Math.min(Math.min(a[vertex]!, b[vertex]!), Math.min(c[vertex]!, d[vertex]!))
    const highest = Math.max(Math.max(a[vertex]!, b[vertex]!), Math.max(c[vertex]!, d[vertex]!))
    middle[vertex] = (a[vertex]! + b[vertex]! + c[vertex]! + d[vertex]! - lowest - highest) / 2
  }
  return middle
}

/**
 * Moves each component's pictures onto its flattest one, which starts at 0, at the side from which they were built. Where a component
 * has no segments nothing tells where a vertex belongs: it piles up from the top.
 */
function bringTogether(
  { componentStarts, layerStarts, out }: Layered,
  { vertices }: Order,
  heights: readonly Float64Array[],
): void {
  const least = new Float64Array(heights.length)
  const most = new Float64Array(heights.length)
  for (let component = 0; component + 1 < componentStarts.length; component++) {
    const start = layerStarts[componentStarts[component]!]!
    const end = layerStarts[componentStarts[component + 1]!]!
    if (!hasSegments(start, end)) {
      for (const y of heights)
        for (let at = start; at < end; at++) y[vertices[at]!] = heights[0]![vertices[at]!]!
      continue
    }
    let flattest = Infinity
    for (let i = 0; i < heights.length; i++) {
      measure(i, start, end)
      flattest = Math.min(flattest, most[i]! - least[i]!)
    }
    for (let i = 0; i < heights.length; i++) {
      const y = heights[i]!
      const by = CORNERS[i]!.fromTop ? -least[i]! : flattest - most[i]!
      for (let at = start; at < end; at++) y[vertices[at]!]! += by
    }
  }

  function hasSegments(start: number, end: number): boolean {
    for (let at = start; at < end; at++)
      if (out.starts[vertices[at]!]! < out.starts[vertices[at]! + 1]!) return true
    return false
  }

  function measure(i: number, start: number, end: number): void {
    const y = heights[i]!
    least[i] = Infinity
    most[i] = -Infinity
    for (let at = start; at < end; at++) {
      const height = y[vertices[at]!]!
      if (height < least[i]!) least[i] = height
      if (height > most[i]!) most[i] = height
    }
  }
}
