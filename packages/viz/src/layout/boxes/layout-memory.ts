import type { BoxInput } from './box-input.ts'
import { contentOf, memoryOf, type Content, type Memory } from './memory.ts'
import type { OrderedBox } from './order-box.ts'
import type { Turns } from './find-turns.ts'
import type { FreshBox } from './place-fresh.ts'
import type { PlacedBox } from './placed-box.ts'

/** What layouts before have found out about boxes: their orders, their places, and where their lines turn. */
export interface LayoutMemory {
  readonly orders: Memory<OrderedBox>
  readonly places: Memory<FreshBox>
  /** Of boxes whose places are remembered. */
  readonly turns: WeakMap<PlacedBox, Turns>
}

/** Of 10,000 cards and 20,000 edges in boxes some 300,000. */
const MOST = 1_500_000

/** @param most numbers that each half of it holds. */
export const layoutMemory = (most = MOST): LayoutMemory => ({
  orders: memoryOf(most),
  places: memoryOf(most),
  turns: new WeakMap(),
})

/** All that the place of what is in a box depends on, but for where it was before. @param order of the box, with what that came from. */
export const contentOfBox = (
  {
    width,
    height,
    breadth,
    sheets,
    beside,
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
    free,
    gaps,
    across,
    aspect,
    isShaped,
    share,
  }: BoxInput,
  order: Content,
): Content =>
  contentOf([
    order,
    ...(beside ? [beside.before, beside.behind, beside.middle, beside.around, [beside.reach]] : []),
    ...(beside ? [beside.loops.top, beside.loops.bottom] : []),
    ...[width, height, breadth, sheets, isBox, lane, singleWidth, singleHeight, singleIsBox, singleIsLinked],
    ...[leaving.at, entering.at, leaving.beyond, entering.beyond, weight, label],
    [atBorder, free.left, free.right, across, aspect, isShaped ? 1 : 0, share, ...Object.values(gaps)],
  ])
