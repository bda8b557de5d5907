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
  for (let line = 0; line < lines.count; line++) {
    const [from, to] = [lines.from[line]!, lines.to[line]!]
    const [start, end] = [lines.starts[line]!, lines.starts[line + 1]!]
    // What leaves a box that grows leaves it at a side that moves; a loop is at the right of it.
    const [grows, isLoop] = [around.has(from), from === to]
    let beginX = grows && (isLoop || direction === 'right') ? dx : shiftX[from]!
    let beginY = grows && !isLoop && direction === 'down' ? dy : shiftY[from]!
    let [endX, endY] = [shiftX[to]!, shiftY[to]!]
    if (isLoop || (around.has(to) && isIn(from, to))) [endX, endY] = [beginX, beginY]
    else if (grows && isIn(to, from)) [beginX, beginY] = [endX, endY]
    if (beginX === endX && beginY === endY) {
      for (let at = start; at < end; at += 2) {
        into[at] = lines.curves[at]! + beginX
        into[at + 1] = lines.curves[at + 1]! + beginY
      }
      continue
    }
    for (let at = start; at < end; at += 2) {
      // The points beside each that the curve goes through lead to it, and move with it.
      const through = start + 6 * Math.floor((at - start + 2) / 6)
      const [isBegin, isEnd] = [through === start, through + 2 >= end]
      const pushedX = lines.curves[through]! >= right ? dx : 0
      const pushedY = lines.curves[through + 1]! >= bottom ? dy : 0
      into[at] = lines.curves[at]! + (isBegin ? beginX : isEnd ? endX : pushedX)
      into[at + 1] = lines.curves[at + 1]! + (isBegin ? beginY : isEnd ? endY : pushedY)
    }
  }
}
