import { WINDOW_ASPECT } from './aspects.ts'
import { compactColumns, WORTH, type Compacting } from './compact-columns.ts'
import { partBands } from './part-bands.ts'
import type { Columns } from './place-columns.ts'

/** In larger components columns stay as they are: no window shows one whole. */
const MOST_VERTICES = 4000

/**
 * Where wide open boxes stand among cards, brings what is behind them, but not right behind, as near as it can be, so that a box does not lengthen
 * all that has nothing to do with it. Other components keep their columns. O(boxes · n log n).
 * @param goesRound 1 for each component below which a line goes round: it passes all columns, and so they stay.
 * @param bound how high all may be; Infinity where it may be as high as it likes. @returns the columns, and the heights, which differ where room has been made.
 */
export function nearColumns(
  input: Compacting,
  goesRound: Uint8Array,
  bound: number,
): { readonly columns: Columns; readonly tops: Float64Array } {
  const { layered, order, isBox } = input
  const { componentStarts, layerStarts } = layered
  const columns = { ...input.columns, left: input.columns.left.slice(), right: input.columns.right.slice() }
  let { tops } = input
  for (let component = 0; component + 1 < componentStarts.length; component++) {
    const [first, end] = [componentStarts[component]!, componentStarts[component + 1]!]
    const vertices = order.vertices.subarray(layerStarts[first], layerStarts[end])
    if (goesRound[component] || vertices.length > MOST_VERTICES) continue
    const wide = vertices.filter((vertex) => isBox[vertex] && isWide(vertex))
    if (wide.length === 0) continue
    const here = { ...input, columns, tops }
    compactColumns(here, first, end)
    // Where it has bounds, nothing may become higher.
    if (bound < Infinity) continue
    const before = shapeOf(vertices, columns, tops)
    const kept = { left: columns.left.slice(), right: columns.right.slice() }
    const parted = tops.slice()
    for (const box of wide) partBands(here, parted, box, layered.layerOf[box]!, first, end)
    compactColumns({ ...here, tops: parted }, first, end)
    if (shapeOf(vertices, columns, parted) < before) tops = parted
    else for (const vertex of vertices) keep(vertex, kept)
  }
  return { columns, tops }

  /** Whether it is far wider than something else in its layer. */
  function isWide(vertex: number): boolean {
    const layer = layered.layerOf[vertex]!
    return order.vertices
      .subarray(layerStarts[layer], layerStarts[layer + 1])
      .some((other) => input.width[vertex]! - (input.width[other] ?? 0) > WORTH)
  }

  /** How large a window has to be to show all: its height. */
  function shapeOf(vertices: Uint32Array, { right }: Columns, at: Float64Array): number {
    let [top, bottom, width] = [Infinity, -Infinity, 0]
    for (const vertex of vertices) {
      width = Math.max(width, right[vertex]!)
      if (input.lane[vertex]) continue
      top = Math.min(top, at[vertex]!)
      bottom = Math.max(bottom, at[vertex]! + (input.height[vertex] ?? 0))
    }
    return Math.max(width / WINDOW_ASPECT, bottom - top)
  }

  function keep(vertex: number, kept: Pick<Columns, 'left' | 'right'>): void {
    columns.left[vertex] = kept.left[vertex]!
    columns.right[vertex] = kept.right[vertex]!
  }
}
