import { FAR } from '../crossings/layered.ts'
import { passedBy, type Routed } from '../boxes/routed.ts'
import { BORDER } from '../boxes/split-edges.ts'
import { partAt } from '../placing/part-at.ts'
import type { Way } from './way.ts'

/** What differs by less stands at the same place. */
const SAME = 0.01
/** What is further from the side of its box has something between. */
const PADDING = 17
/** What a curve that goes through the side of a box keeps off its corners. */
const CORNER = 9

/** Whether a curve from the last point to what is at `inner` goes well through the sides of all boxes that were left since. */
export function leavesAtOnce(routed: Routed, { last, left }: Way, inner: number, rise: number): boolean {
  const { x, width } = routed
  for (let i = 0; i < left.length; i++) {
    const box = left[i]!
    const side = x[box]! + width[box]!
    if (!isNear(routed, box, side - last[0]!, i)) return false
    if (!isBeside(routed, box, last[1]! + rise * partAt((side - last[0]!) / (inner - last[0]!)))) return false
  }
  return true
}

/** The same for the sides of all boxes that are entered. */
export function entersAtOnce(
  routed: Routed,
  { last, entered }: Way,
  inner: number,
  rise: number,
  endY: number,
): boolean {
  for (const box of entered)
    if (!isBeside(routed, box, endY - rise * partAt((inner - routed.x[box]!) / (inner - last[0]!))))
      return false
  return true
}

/** Where the first thing or place stands that a piece comes to in the boxes which it enters. They are put into `way.entered`. */
export function innerLeft(routed: Routed, { entered }: Way, piece: number, side: number): number {
  const { pieces, to, x, boxes, linkOf, localOf } = routed
  if (entered.length > 0) entered.length = 0
  let at = side
  for (let next = piece; pieces.head[next] !== BORDER;) {
    const item = pieces.head[next]!
    if (item === to[pieces.edge[next]!]) return x[item]!
    entered.push(item)
    next++
    const { placed, left } = boxes[item]!
    if (placed.layered.dummyStarts[linkOf[next]!] === FAR) return x[item]!
    const inside = localOf[pieces.head[next]!]!
    const first = passedBy(routed, next) > 0 ? placed.layered.dummyStarts[linkOf[next]!]! : inside
    at = left + placed.columns.left[first]!
    if (first !== inside) return at
  }
  return at
}

/**
 * Whether nothing can be between the last point and the right side of the box that was left as number i, nor on from there in its column.
 * @param ahead how far that side is.
 */
function isNear({ boxes, boxOf, localOf, x, width }: Routed, box: number, ahead: number, i: number): boolean {
  const { placed, left } = boxes[boxOf[box]!]!
  const columnEnd = left + placed.columns.right[localOf[box]!]!
  return ahead < (i + 1) * PADDING && columnEnd - (x[box]! + width[box]!) < SAME
}

const isBeside = ({ y, height }: Routed, box: number, at: number): boolean =>
  at > y[box]! + CORNER && at < y[box]! + height[box]! - CORNER
