import type { ComponentBox } from './component-boxes.ts'
import type { Gaps } from '../placing/gaps.ts'
import { linkedFirst } from './linked-first.ts'
import { packBest, packBoxes, type Packing } from './pack-boxes.ts'

/** The left and top of each component, and what they fill together without the outside lane. */
export interface Packed {
  readonly left: Float64Array
  readonly top: Float64Array
  readonly width: number
  readonly height: number
}

/**
 * Packs components, from 0. The one that reaches to the sides of its box has no other beside it: all others stand below. Those with
 * cards in the outside lane stand in a row below the others, so that nothing is between them and the lane and their columns there do
 * not meet. What has no edges comes last. O(n log n). @param atBorder which reaches to the sides, or -1. @param aspect how many times as wide as it is high all is to be.
 * @param across how high all may be; Infinity where that follows from the aspect. What then does not fit below the one that reaches to the sides
 * stands behind it, where nothing leaves through that side: `isClosedBehind`.
 */
export function packComponents(
  boxes: readonly ComponentBox[],
  atBorder: number,
  gaps: Gaps,
  aspect: number,
  across = Infinity,
  isClosedBehind = false,
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
  const tallest = (components: readonly number[]): number =>
    components.reduce((most, i) => Math.max(most, boxes[i]!.height), 0)
  const below = across - (border ? border.height + gaps.component : 0)
  const isBehind =
    border !== undefined && high.length > 0 && isClosedBehind && tallest(high) > below && across < Infinity
  const isApart = high.map((i) => (boxes[i]!.isApart ? 1 : 0))
  const packed =
    across === Infinity
      ? linkedFirst(
          packBest(widths, heights, gaps.component, aspect, {
            width: Math.max(border?.width ?? 0, lowWidth),
            height: Math.max(tallest(low), border?.height ?? 0),
          }),
          { width: widths, height: heights },
          isApart,
        )
      : turned(
          linkedFirst(
            packBoxes(heights, widths, gaps.component, 0, isBehind ? across : below),
            { width: heights, height: widths },
            isApart,
          ),
        )
  const highLeft = isBehind ? border.width + gaps.component : 0
  const highTop = border && !isBehind && high.length > 0 ? border.height + gaps.component : 0
  high.forEach((component, i) => {
    left[component] = highLeft + packed.x[i]!
    top[component] = highTop + packed.y[i]!
  })
  let width = Math.max(highLeft + packed.width, border?.width ?? 0)
  let height = high.length > 0 ? highTop + packed.height : (border?.height ?? 0)
  if (isBehind) height = Math.max(height, border.height)

  if (low.length > 0) {
    height += tallest(low) + (height > 0 ? gaps.component : 0)
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
