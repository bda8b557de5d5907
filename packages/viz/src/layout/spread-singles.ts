import type { Components } from './find-components.ts'
import { layerGap, type Gaps } from './gaps.ts'

const ASPECT = 1.6

/** Spreads the nodes without edges over layers, row by row, so that they make a compact grid. Changes `layer` in place. O(n). */
export function spreadSingles(
  layer: Uint32Array,
  { componentOf, singles }: Components,
  width: Float64Array,
  height: Float64Array,
  gaps: Gaps,
): void {
  let widest = 0
  let heights = 0
  for (let node = 0; node < layer.length; node++)
    if (componentOf[node] === singles) {
      widest = Math.max(widest, width[node]!)
      heights += height[node]! + gaps.card
    }
  const columns = Math.max(1, Math.round(Math.sqrt((ASPECT * heights) / (widest + layerGap(gaps, 0)))))
  let count = 0
  for (let node = 0; node < layer.length; node++)
    if (componentOf[node] === singles) layer[node] = count++ % columns
}
