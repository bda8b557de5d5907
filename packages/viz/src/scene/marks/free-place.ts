import { linesOf } from '../picture/adjacency.ts'
import { SHEETS } from '../picture/measures.ts'
import { siblingsIn } from '../picture/siblings.ts'
import { isClearOfLines } from './clear-of-lines.ts'
import { formOf } from './detail.ts'
import type { Point, Sides } from './hit-test.ts'
import type { Pen } from './pen.ts'

/** So far from the upper left corner of its box a label begins at most, CSS pixels: further off it would name what is there. */
const REACH: Point = { x: 240, y: 48 }
/** What is free between a label and the outline of its box, and between it and what stands in that: beside, and over or under it. CSS pixels. */
const INSET: Point = { x: 4, y: 1.5 }
const APART: Point = { x: 3, y: 1 }
/** What it keeps off lines. */
const OFF_LINES = 2
/** What ends the last gap. */
const BEYOND: Sides = { left: Infinity, top: -Infinity, right: Infinity, bottom: Infinity }

/**
 * The left and top of a place for something so large where nothing is drawn at the head of an open box, from the corner of that, CSS pixels: in the corner, or right
 * behind or below what stands in the box; the highest place, and of those the first. Null where there is none. Each has more room the nearer one is, so
 * that zooming in moves a label to the head, not to and fro; and what is in the window makes no difference.
 */
export function freePlaceIn(
  { picture, transform: { k } }: Pick<Pen, 'picture' | 'transform'>,
  box: number,
  width: number,
  height: number,
): readonly [x: number, y: number] | null {
  const { things } = picture
  const [x, y] = [things.x[box]!, things.y[box]!]
  const last = Math.min(REACH.x, things.width[box]! * k - INSET.x - width)
  const lowest = Math.min(REACH.y, things.height[box]! * k - INSET.y - height)
  if (INSET.x > last || INSET.y > lowest) return null
  const inside = thingsAtHead()
  const tops = inside.map(({ bottom }) => bottom + APART.y).filter((top) => top > INSET.y && top <= lowest)
  for (const top of [INSET.y, ...tops.sort((one, other) => one - other)]) {
    let left = INSET.x
    for (const one of [...inside, BEYOND]) {
      if (one.top >= top + height + APART.y || one.bottom <= top - APART.y) continue
      if (left + width + APART.x <= one.left && isClear(left, top)) return [left, top]
      left = Math.max(left, one.right + APART.x)
      if (left > last) break
    }
  }
  return null

  /** What may be in the way, from left to right. */
  function thingsAtHead(): Sides[] {
    const found: Sides[] = []
    for (const thing of linesOf(siblingsIn(things), box + 1)) {
      const [left, top] = [(things.x[thing]! - x) * k, (things.y[thing]! - y) * k]
      if (left > last + width + APART.x || top > lowest + height + APART.y) continue
      const out = formOf(picture, thing) === 'stack' ? SHEETS : 0
      const [right, bottom] = [
        left + (things.width[thing]! + out) * k,
        top + (things.height[thing]! + out) * k,
      ]
      found.push({ left, top, right, bottom })
    }
    return found.sort((one, other) => one.left - other.left)
  }

  function isClear(left: number, top: number): boolean {
    const [l, t] = [left - OFF_LINES, top - OFF_LINES]
    const [r, b] = [left + width + OFF_LINES, top + height + OFF_LINES]
    return isClearOfLines(picture, { x: -x * k, y: -y * k, k }, l, t, r, b)
  }
}
