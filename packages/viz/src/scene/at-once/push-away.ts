import type { Picture, Things } from '../picture/picture.ts'

/** A thing that becomes larger, and what gives way to it. */
export interface Growing {
  readonly thing: number
  /** How much it becomes wider and higher, and with it each box around it. */
  readonly dx: number
  readonly dy: number
  /** It, and the boxes around it. */
  readonly around: ReadonlySet<number>
  /** By thing: how far it is pushed away. */
  readonly shiftX: Float64Array
  readonly shiftY: Float64Array
}

/**
 * What stands at the right of what grows, or below it, gives way: in each box around with all that is in it. What lay on nothing else lies on
 * nothing after that. O(n).
 */
export function growing(
  { count, x, y, width, height, box }: Things,
  thing: number,
  dx: number,
  dy: number,
): Growing {
  const around = new Set<number>()
  for (let here = thing; here >= 0; here = box[here]!) around.add(here)
  const [shiftX, shiftY] = [new Float64Array(count), new Float64Array(count)]
  /** By the box that it is in, or -1: what grows there. */
  const growsIn = new Map(Array.from(around, (one) => [box[one]!, one]))
  for (let other = 0; other < count; other++) {
    if (around.has(other)) continue
    const outer = box[other]!
    const beside = growsIn.get(outer)
    if (beside !== undefined) {
      shiftX[other] = x[other]! >= x[beside]! + width[beside]! ? dx : 0
      shiftY[other] = y[other]! >= y[beside]! + height[beside]! ? dy : 0
    } else if (outer >= 0) {
      // A box stands before what is in it.
      shiftX[other] = shiftX[outer]!
      shiftY[other] = shiftY[outer]!
    }
  }
  return { thing, dx, dy, around, shiftX, shiftY }
}

/** Writes the curves of a picture where they are after that: their ends go with what they are at, and what is between gives way itself. */
export function pushCurves(
  { things, lines, direction }: Picture,
  { thing, dx, dy, around, shiftX, shiftY }: Growing,
  into: Float32Array,
): void {
  const right = things.x[thing]! + things.width[thing]!
  const bottom = things.y[thing]! + things.height[thing]!
  const isIn = (one: number, box: number): boolean => {
    let here = one
    while (here >= 0 && here !== box) here = things.box[here]!
    return here === box
  }
  into.set(lines.curves)
  for (let line = 0; line < lines.count; line++) {
    const from = lines.from[line]!
    const to = lines.to[line]!
    // What leaves a box that grows leaves it at a side that moves; a loop is at the right of it.
    const grows = around.has(from)
    const isLoop = from === to
    let beginX = grows && (isLoop || direction === 'right') ? dx : shiftX[from]!
    let beginY = grows && !isLoop && direction === 'down' ? dy : shiftY[from]!
    let endX = shiftX[to]!
    let endY = shiftY[to]!
    if (isLoop || (around.has(to) && isIn(from, to))) {
      endX = beginX
      endY = beginY
    } else if (grows && isIn(to, from)) {
      beginX = endX
      beginY = endY
    }
    const goesWhole = beginX === endX && beginY === endY
    if (goesWhole && beginX === 0 && beginY === 0) continue
    const start = lines.starts[line]!
    const end = lines.starts[line + 1]!
    // The points beside each that the curve goes through lead to it, and move with it.
    for (let through = start; through < end; through += 6) {
      let byX = beginX
      let byY = beginY
      if (!goesWhole && through > start) {
        const isEnd = through + 2 >= end
        byX = isEnd ? endX : lines.curves[through]! >= right ? dx : 0
        byY = isEnd ? endY : lines.curves[through + 1]! >= bottom ? dy : 0
      }
      const last = Math.min(through + 4, end)
      for (let at = Math.max(through - 2, start); at < last; at += 2) {
        into[at]! += byX
        into[at + 1]! += byY
      }
    }
  }
}
