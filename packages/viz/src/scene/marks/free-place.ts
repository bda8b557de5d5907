import { linesInside } from '../camera/in-window.ts'
import { linesOf } from '../picture/adjacency.ts'
import { SHEETS } from '../picture/measures.ts'
import { siblingsIn } from '../picture/siblings.ts'
import { drawnFor } from '../picture/trunks.ts'
import { formOf } from './detail.ts'
import type { Point, Sides } from './hit-test.ts'
import { linesDrawn, type LinesDrawn } from './lines-drawn.ts'
import type { Pen } from './pen.ts'

/** So far from the upper left corner of its box a label is looked for, CSS pixels: further off it would name what is there. */
const REACH = { x: 400, y: 48 } as const
/** What is free between a label and the outline of its box, and between it and what stands in that: beside, and over or under it. CSS pixels. */
const INSET: Point = { x: 4, y: 1.5 }
const APART: Point = { x: 3, y: 1 }
/** How far apart heights are tried at least; and places at one height, where lines are in the way. CSS pixels. */
const [DOWN, ALONG] = [2, 8]
/** So far below the first one a height is tried whatever stands there, and so on. CSS pixels. */
const LINE = 12
/** The number of no line. */
const NONE = -1

/** The left and top of a place for something so large, from the upper left corner of the box; null where there is none. CSS pixels. */
export type FreePlace = (width: number, height: number) => readonly [x: number, y: number] | null

/** Where at the head of an open box nothing is drawn: the highest place, and of those the first. It depends on the scale alone, not on what of the box is in the window. */
export function freePlaceIn(
  { picture, transform: { k } }: Pick<Pen, 'picture' | 'transform'>,
  box: number,
): FreePlace {
  const { things } = picture
  const [x, y] = [things.x[box]!, things.y[box]!]
  const head = {
    width: Math.min(things.width[box]! * k, REACH.x),
    height: Math.min(things.height[box]! * k, REACH.y),
  }
  let inside: readonly Sides[] | undefined
  let lines: LinesDrawn | undefined

  return (width, height) => {
    const [first, last] = [INSET.x, head.width - INSET.x - width]
    if (first > last) return null
    inside ??= thingsAtHead()
    for (const top of heightsFor(inside, height)) {
      const bottom = top + height
      let from = first
      for (const one of inside) {
        if (one.top >= bottom + APART.y || one.bottom <= top - APART.y) continue
        const place = clearFrom(from, one.left - APART.x - width)
        if (place !== null) return [place, top]
        from = Math.max(from, one.right + APART.x)
      }
      const place = clearFrom(from, last)
      if (place !== null) return [place, top]

      function clearFrom(begin: number, end: number): number | null {
        for (let at = begin; at <= Math.min(last, end); at += ALONG)
          if (isClear(at, top, width, height)) return at
        return null
      }
    }
    return null
  }

  /** From left to right. */
  function thingsAtHead(): Sides[] {
    const found: Sides[] = []
    for (const thing of linesOf(siblingsIn(things), box + 1)) {
      const [left, top] = [(things.x[thing]! - x) * k, (things.y[thing]! - y) * k]
      if (left > head.width || top > head.height) continue
      const out = formOf(picture, thing) === 'stack' ? SHEETS : 0
      const [width, height] = [things.width[thing]! + out, things.height[thing]! + out]
      found.push({ left, top, right: left + width * k, bottom: top + height * k })
    }
    return found.sort((one, other) => one.left - other.left)
  }

  /** From the top of the box down: there, line by line, and right below or above what stands in it. */
  function heightsFor(things: readonly Sides[], height: number): number[] {
    const [first, last] = [INSET.y, head.height - INSET.y - height]
    const beside = things.flatMap(({ top, bottom }) => [bottom + APART.y, top - APART.y - height])
    const below = Array.from({ length: Math.floor(REACH.y / LINE) }, (_, i) => first + i * LINE)
    const heights = first <= last ? [first] : []
    for (const top of [...below, ...beside]
      .filter((top) => top > first && top <= last)
      .sort((one, other) => one - other))
      if (top - heights.at(-1)! >= DOWN) heights.push(top)
    return heights
  }

  function isClear(left: number, top: number, width: number, height: number): boolean {
    lines ??= linesAtHead()
    return lines.isAlone(NONE, left, top, left + width, top + height, true)
  }

  function linesAtHead(): LinesDrawn {
    const part = { x, y, width: head.width / k, height: head.height / k }
    const seen = drawnFor(picture.trunksAt(k), linesInside(picture, part))
    return linesDrawn(picture, seen, { x: -x * k, y: -y * k, k }, head)
  }
}
