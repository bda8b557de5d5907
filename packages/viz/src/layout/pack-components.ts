import type { ComponentBox } from './component-boxes.ts'
import type { Gaps } from './gaps.ts'
import { packBoxes, type Packing } from './pack-boxes.ts'

/** The left and top of each component, and what they fill together without the outside lane. */
export interface Packed {
  readonly left: Float64Array
  readonly top: Float64Array
  readonly width: number
  readonly height: number
}

const ASPECT = 1.6

/**
 * Packs components, from 0. The one that reaches to the sides of its box has no other beside it: all others stand below. Those with
 * cards in the outside lane stand in a row below the others, so that nothing is between them and the lane and their columns there do
 * not meet. O(n log n). @param atBorder which reaches to the sides, or -1. @param across how high all may be; Infinity for a shape like a window's.
 */
export function packComponents(
  boxes: readonly ComponentBox[],
  atBorder: number,
  gaps: Gaps,
  across = Infinity,
): Packed {
  const left = new Float64Array(boxes.length)
  const top = new Float64Array(boxes.length)
  const all = boxes.map((_, component) => component)
  const high = all.filter((component) => component !== atBorder && !boxes[component]!.lane)
  const low = all.filter((component) => boxes[component]!.lane)
  const border = boxes[atBorder]
  const lowWidth = low.reduce(
    (sum, component) => sum + boxes[component]!.width + gaps.component,
    -gaps.component,
  )

  const [widths, heights] = [high.map((i) => boxes[i]!.width), high.map((i) => boxes[i]!.height)]
  const packed =
    across === Infinity
      ? packBoxes(widths, heights, gaps.component, ASPECT, Math.max(border?.width ?? 0, lowWidth))
      : turned(
          packBoxes(
            heights,
            widths,
            gaps.component,
            0,
            across - (border ? border.height + gaps.component : 0),
          ),
        )
  const highTop = border && high.length > 0 ? border.height + gaps.component : 0
  high.forEach((component, i) => {
    left[component] = packed.x[i]!
    top[component] = highTop + packed.y[i]!
  })
  let width = Math.max(packed.width, border?.width ?? 0)
  let height = high.length > 0 ? highTop + packed.height : (border?.height ?? 0)

  if (low.length > 0) {
    const tallest = low.reduce((most, component) => Math.max(most, boxes[component]!.height), 0)
    height += tallest + (height > 0 ? gaps.component : 0)
    let next = 0
    for (const component of low) {
      left[component] = next
      top[component] = height - boxes[component]!.height
      next += boxes[component]!.width + gaps.component
    }
    width = Math.max(width, next - gaps.component)
  }
  return { left, top, width, height }
}

const turned = ({ x, y, width, height }: Packing): Packing => ({ x: y, y: x, width: height, height: width })
