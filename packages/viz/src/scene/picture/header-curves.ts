import { CARD } from './measures.ts'
import { FORMS, type Lines, type Picture, type Things } from './picture.ts'

/** What differs by less stands at the same height, in units of the picture. */
const SAME = 0.5
/** Both ends of a loop beside a header, apart from one another. */
const HEADER_ENDS = CARD.height / 2

/**
 * The curves of lines while cards show their headers alone: what begins or ends at a row does so at the middle of the header. Where the line
 * next runs level, between cards, it stays; on the way there it is stretched, so that it goes there no other way round. Where the data's way
 * is downwards, what left the foot of a card leaves that of its header, and what leads back enters there.
 */
export function headerCurves(lines: Lines, things: Things, direction: Picture['direction']): Float32Array {
  const { y, height, forms } = things
  const curves = lines.curves.slice()
  for (let line = 0; line < lines.count; line++) {
    const [start, end] = [lines.starts[line]!, lines.starts[line + 1]!]
    if (end - start < 8) continue
    const [first, last] = [start + 1, end - 1]
    if (direction === 'down') {
      const from = lines.from[line]!
      const leavesFoot = FORMS[forms[from]!] === 'card' && isSame(curves[first]!, y[from]! + height[from]!)
      if (leavesFoot) lift(first, first + 2, y[from]! + CARD.height)
      const to = lines.to[line]!
      const entersFoot = FORMS[forms[to]!] === 'card' && isSame(curves[last]!, y[to]! + height[to]!)
      if (entersFoot) lift(last, last - 2, y[to]! + CARD.height)
      continue
    }
    const fromY = lines.fromRow[line]! >= 0 ? headerY(lines.from[line]!) : curves[first]!
    const toY = lines.toRow[line]! >= 0 ? headerY(lines.to[line]!) : curves[last]!
    if (lines.from[line] === lines.to[line] && lines.fromRow[line]! !== lines.toRow[line]!) {
      drawIn(first, last, headerY(lines.from[line]!))
      continue
    }
    if (end - start === 8) {
      lift(first, first + 2, fromY)
      lift(last, last - 2, toY)
      continue
    }
    const [settled, before] = [levelFrom(first, last, 6), levelFrom(last, first, -6)]
    if (settled === last) stretch(first, last, fromY, toY)
    else {
      stretch(first, settled, fromY, curves[settled]!)
      stretch(last, before, toY, curves[before]!)
    }
  }
  return curves

  function headerY(thing: number): number {
    return y[thing]! + CARD.height / 2
  }

  /** Moves a loop from row to row to the height of a header, and its ends so close to one another that both meet that. */
  function drawIn(first: number, last: number, to: number): void {
    const middle = (curves[first]! + curves[last]!) / 2
    const share = Math.min(1, HEADER_ENDS / Math.abs(curves[last]! - curves[first]!))
    for (let at = first; at <= last; at += 2) curves[at] = to + (curves[at]! - middle) * share
  }

  /** Moves an end and its handle by as much. */
  function lift(end: number, handle: number, to: number): void {
    const by = to - curves[end]!
    curves[end] = to
    curves[handle] = curves[handle]! + by
  }

  /** Where a line that has left the height of its end is level again, or else its other end. */
  function levelFrom(end: number, other: number, step: 6 | -6): number {
    for (let at = end + step; at !== other; at += step)
      if (!isSame(curves[at]!, curves[end]!) && isSame(curves[at + step]!, curves[at]!)) return at
    return other
  }

  function stretch(end: number, until: number, endY: number, untilY: number): void {
    const [from, to] = [curves[end]!, curves[until]!]
    const step = until > end ? 2 : -2
    if (isSame(from, to)) {
      lift(end, end + step, endY)
      lift(until, until - step, untilY)
      return
    }
    for (let at = end; at !== until + step; at += step)
      curves[at] = endY + ((curves[at]! - from) * (untilY - endY)) / (to - from)
  }
}

const isSame = (one: number, other: number): boolean => Math.abs(one - other) < SAME
