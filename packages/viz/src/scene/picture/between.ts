import { lineBoxes } from './line-boxes.ts'
import type { Lines, Things } from './picture.ts'
import { curvesOf, type Prepared } from './prepared.ts'
import { unindexedLines } from './unindexed.ts'

/** What stays from one picture to the next, found once for a whole move. */
export interface Motion {
  /** For each card of the later picture the same thing's card in the earlier one, or -1. */
  readonly cards: Int32Array
  /** For each line of the later picture the line of the earlier one that has the same ends and as many points, or -1. */
  readonly lines: Int32Array
  readonly by: Move
}

/** How far a camera goes with a picture, units of it: what goes as far stays where it is in the window. */
export interface Move {
  readonly x: number
  readonly y: number
}

export function motionOf(before: Prepared, after: Prepared, by: Move): Motion {
  const cards = Int32Array.from(after.things.keys, (key) => before.cardOfKey.get(key) ?? -1)
  const lines = new Int32Array(after.lines.count).fill(-1)
  for (let line = 0; line < lines.length; line++) {
    const [from, to] = [cards[after.lines.from[line]!]!, cards[after.lines.to[line]!]!]
    if (from < 0 || to < 0) continue
    const { starts, lines: out } = before.adjacency.out
    for (let i = starts[from]!; i < starts[from + 1]!; i++)
      if (before.lines.to[out[i]!] === to && points(before.lines, out[i]!) === points(after.lines, line))
        lines[line] = out[i]!
  }
  return { cards, lines, by }
}

const points = ({ starts }: Lines, line: number): number => starts[line + 1]! - starts[line]!

/** The later picture with everything that stays on its way from where it was in the window: `t` from 0 to 1. What is new stands where it will. */
export function between(before: Prepared, after: Prepared, motion: Motion, t: number): Prepared {
  const mix = (earlier: number, later: number): number => earlier + (later - earlier) * t
  const things: Things = {
    ...after.things,
    x: after.things.x.map((x, card) =>
      motion.cards[card]! < 0 ? x : mix(before.things.x[motion.cards[card]!]! + motion.by.x, x),
    ),
    y: after.things.y.map((y, card) =>
      motion.cards[card]! < 0 ? y : mix(before.things.y[motion.cards[card]!]! + motion.by.y, y),
    ),
  }
  const curves = after.lines.curves.slice()
  motion.lines.forEach((earlier, line) => {
    if (earlier < 0) return
    const [start, from] = [after.lines.starts[line]!, before.lines.starts[earlier]!]
    for (let i = 0; i < points(after.lines, line); i++) {
      const by = i % 2 === 0 ? motion.by.x : motion.by.y
      curves[start + i] = mix(before.lines.curves[from + i]! + by, after.lines.curves[start + i]!)
    }
  })
  const lines = { ...after.lines, curves }
  const boxes = lineBoxes(lines, things)
  return {
    ...after,
    things,
    lines,
    boxes,
    lineIndex: unindexedLines(boxes),
    curvesAt: curvesOf({ ...after, things, lines }),
  }
}
