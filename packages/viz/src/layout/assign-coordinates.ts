import { alignBlocks, rowsByPlace } from './align-blocks.ts'
import { compactBlocks } from './compact-blocks.ts'
import { settleBlocks } from './settle-blocks.ts'
import type { Distances } from './distances.ts'
import { findConflicts } from './find-conflicts.ts'
import type { Layered } from './insert-dummies.ts'
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
  for (let component = 0; component + 1 < componentStarts.length; component++) {
    const members = vertices.subarray(
      layerStarts[componentStarts[component]!]!,
      layerStarts[componentStarts[component + 1]!]!,
    )
    if (members.every((vertex) => out.starts[vertex] === out.starts[vertex + 1])) {
      for (const y of heights) for (const vertex of members) y[vertex] = heights[0]![vertex]!
      continue
    }
    const ranges = heights.map((y) => rangeOf(y, members))
    const flattest = Math.min(...ranges.map(({ least, most }) => most - least))
    heights.forEach((y, i) => {
      const by = CORNERS[i]!.fromTop ? -ranges[i]!.least : flattest - ranges[i]!.most
      for (const vertex of members) y[vertex]! += by
    })
  }
}

function rangeOf(y: Float64Array, members: Uint32Array): { readonly least: number; readonly most: number } {
  let least = Infinity
  let most = -Infinity
  for (const vertex of members) {
    least = Math.min(least, y[vertex]!)
    most = Math.max(most, y[vertex]!)
  }
  return { least, most }
}
