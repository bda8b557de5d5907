import type { BoxInput } from './box-input.ts'
import { contentOf, memoryOf, type Content, type Memory } from './memory.ts'
import type { OrderedBox } from './order-box.ts'
import type { FreshBox } from './place-fresh.ts'

/** What layouts before have found out about boxes: their orders and their places. */
export interface LayoutMemory {
  readonly orders: Memory<OrderedBox>
  readonly places: Memory<FreshBox>
}

/** Of 10,000 cards and 20,000 edges in boxes some 300,000. */
const MOST = 1_500_000

/** @param most numbers that each half of it holds. */
export const layoutMemory = (most = MOST): LayoutMemory => ({
  orders: memoryOf(most),
  places: memoryOf(most),
})

/** All that the place of what is in a box depends on, but for where it was before. @param order of the box, with what that came from. */
export const contentOfBox = (
  {
    width,
    height,
    breadth,
    isBox,
    lane,
    singleWidth,
    singleHeight,
    singleIsBox,
    singleIsLinked,
    leaving,
    entering,
    weight,
    label,
    atBorder,
    gaps,
    across,
    aspect,
    share,
  }: BoxInput,
  order: Content,
): Content =>
  contentOf([
    order,
    ...[width, height, breadth, isBox, lane, singleWidth, singleHeight, singleIsBox, singleIsLinked],
    ...[leaving.at, entering.at, leaving.beyond, entering.beyond, weight, label],
    [atBorder, across, aspect, share, ...Object.values(gaps)],
  ])
