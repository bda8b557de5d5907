import { CARD } from './measures.ts'
import { FORMS, type Lines, type Picture, type Things } from './picture.ts'

/** So many points has a line from its end through its first turn: a level piece, and a corner. */
const TURN = 7

/** What differs by less stands at the same height, in units of the picture. */
const SAME = 0.5
/** Both ends of a loop beside a header, apart from one another. */
const HEADER_ENDS = CARD.height / 2

/**
 * The curves of lines while cards show their headers alone: what begins or ends at a row does so at the middle of the header. Where the line
 * next runs level, between cards, it stays; on the way there it is stretched, so that it goes there no other way round. Where the data's way
 * is downwards, what met the side of a row meets that of the header; what left the foot of a card leaves that of its header, and what leads back enters there.
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
      if (lines.fromRow[line]! >= 0) liftTurn(first, 2, headerY(from))
      const leavesFoot = FORMS[forms[from]!] === 'card' && isSame(curves[first]!, y[from]! + height[from]!)
      if (leavesFoot) lift(first, first + 2, y[from]! + CARD.height)
      const to = lines.to[line]!
      if (lines.toRow[line]! >= 0) liftTurn(last, -2, headerY(to))
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

  /** Moves an end as far as its line has turned up or down, and makes the plumb piece behind that longer or shorter. */
  function liftTurn(end: number, step: 2 | -2, to: number): void {
    const by = to - curves[end]!
    for (let i = 0; i < TURN; i++) curves[end + i * step] = curves[end + i * step]! + by
    const turned = end + (TURN - 1) * step
    const rise = curves[turned + 3 * step]! - curves[turned]!
    curves[turned + step] = curves[turned]! + rise / 3
    curves[turned + 2 * step] = curves[turned]! + (2 * rise) / 3
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

/** Where a line that meets a row runs beside its card, where the data's way is downwards. */
export const trackAt = ({ curves, starts }: Lines, line: number, isBegin: boolean): number =>
  isBegin ? curves[starts[line]! + 2 * (TURN - 1)]! : curves[starts[line + 1]! - 2 * TURN]!

const isSame = (one: number, other: number): boolean => Math.abs(one - other) < SAME
