import type { Box } from './component-boxes.ts'
import type { Gaps } from './gaps.ts'
import { packBoxes } from './pack-boxes.ts'

/** The left and top of each component, and where the picture without the lane ends. */
export interface Placement {
  readonly left: Float64Array
  readonly top: Float64Array
  readonly right: number
  readonly bottom: number
}

const ASPECT = 1.6

/**
 * Packs the components; those with cards in the outside lane stand in a row below the others, so that nothing is between them and the lane
 * and their columns there do not meet. O(n log n).
 */
export function placeComponents(boxes: readonly Box[], gaps: Gaps): Placement {
  const left = new Float64Array(boxes.length)
  const top = new Float64Array(boxes.length)
  const all = boxes.map((_, component) => component)
  const high = all.filter((component) => !boxes[component]!.lane)
  const low = all.filter((component) => boxes[component]!.lane)

  const { x, y, width, height } = packBoxes(
    high.map((component) => boxes[component]!.width),
    high.map((component) => boxes[component]!.height),
    gaps.component,
    ASPECT,
  )
  high.forEach((component, i) => {
    left[component] = gaps.margin + x[i]!
    top[component] = gaps.margin + y[i]!
  })

  let right = gaps.margin + width
  let bottom = gaps.margin + height
  if (low.length > 0) {
    const tallest = low.reduce((most, component) => Math.max(most, boxes[component]!.height), 0)
    bottom += tallest + (height > 0 ? gaps.component : 0)
    let next = gaps.margin
    for (const component of low) {
      left[component] = next
      top[component] = bottom - boxes[component]!.height
      next += boxes[component]!.width + gaps.component
    }
    right = Math.max(right, next - gaps.component)
  }
  return { left, top, right, bottom }
}
