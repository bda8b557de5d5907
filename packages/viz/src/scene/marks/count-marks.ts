import { hasCornerBadge } from './badge-marks.ts'
import { groundIn } from './box-marks.ts'
import { countPieces } from './count-pieces.ts'
import { roomOn } from './count-room.ts'
import { detailAt, drawnRect, formOf } from './detail.ts'
import { pointOnCubic } from './hit-test.ts'
import { shortCount } from './line-width.ts'
import type { LinesDrawn } from './lines-drawn.ts'
import type { TextMark } from './marks.ts'
import type { Size } from '../camera/camera.ts'
import { BOX, SHEETS } from '../picture/measures.ts'
import { FORMS, type Form, type Picture, type Rect } from '../picture/picture.ts'
import type { PlacesTaken } from './places-taken.ts'
import { linesAt, type Prepared } from '../picture/prepared.ts'
import type { Pen } from './pen.ts'

/** The count of a line, placed. */
export interface CountMark extends TextMark {
  readonly line: number
}

/** A line's count is written from here on. */
const LEAST_COUNT = 5
const COUNTED: ReadonlySet<Form> = new Set<Form>(['container', 'box', 'stack'])
/** So many places on a piece of a line, from its middle outwards. */
const placesOn = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => 0.5 + ((i % 2 === 0 ? 1 : -1) * Math.ceil(i / 2)) / (count + 4))
/** Where on a piece of a line its count is tried, the best first. */
const [TRIED, TRIED_TIGHT] = [placesOn(21), placesOn(61)]
/** So many that found no room are tried again: where more of them are, there is none, and to look for it would take longer than a frame. */
const MOST_TIGHT = 100

/** Whether a count belongs on a line: it stands for more than a few edges, and a container is at an end of it. */
export function isCounted(
  { from, to, weights }: Pick<Picture['lines'], 'from' | 'to' | 'weights'>,
  { forms }: Pick<Picture['things'], 'forms'>,
  line: number,
): boolean {
  const holds = (thing: number): boolean => COUNTED.has(FORMS[forms[thing]!]!)
  return weights[line]! >= LEAST_COUNT && (holds(from[line]!) || holds(to[line]!))
}

/** What is written on a line: how many edges it stands for, or nothing. */
export const countOn = (
  lines: Pick<Picture['lines'], 'from' | 'to' | 'weights'>,
  things: Pick<Picture['things'], 'forms'>,
  line: number,
): string => (isCounted(lines, things, line) ? shortCount(lines.weights[line]!) : '')

/** How far a mark on a corner stands out, CSS pixels. */
const CORNER = 6

/** Takes the places of what stands on the screen: things, and the headers of boxes. */
export function takeThings(places: PlacesTaken, pen: Pen, things: readonly number[]): void {
  const { picture, transform } = pen
  const { x, y, k } = transform
  const detail = detailAt(k)
  for (const thing of things) {
    const rect = drawnRect(picture, thing, detail)
    const form = formOf(picture, thing)
    const height = form === 'box' ? BOX.head : rect.height
    const [left, top] = [rect.x * k + x, rect.y * k + y]
    const right = left + rect.width * k
    const sheets = form === 'stack' ? SHEETS * k : 0
    places.take(left, top, right + sheets, top + height * k + sheets)
    // What stands on its upper corners: the sign of a difference, and where names are all that is told a badge.
    if (picture.changes) places.take(right - 3 * CORNER, top - CORNER, right + CORNER, top)
    if (hasCornerBadge(pen, thing)) places.take(right, top - CORNER, right + CORNER, top + CORNER)
  }
}

/** How far an outline reaches to each side, CSS pixels. */
const OUTLINE = 1

/** Takes the places of the outlines of boxes, and of the lane: what is written in a box may stand anywhere within. */
export function takeOutlines(
  places: PlacesTaken,
  { picture, transform: { x, y, k } }: Pen,
  boxes: readonly number[],
): void {
  const outline = ({ x: from, y: begin, width, height }: Rect): void => {
    const [left, top] = [from * k + x, begin * k + y]
    const [right, bottom] = [left + width * k, top + height * k]
    for (const side of [top, bottom]) places.take(left, side - OUTLINE, right, side + OUTLINE)
    for (const side of [left, right]) places.take(side - OUTLINE, top, side + OUTLINE, bottom)
  }
  for (const box of boxes) outline(drawnRect(picture, box, detailAt(k)))
  if (picture.lane) outline(picture.lane)
}

/**
 * Places the counts of lines at the edges of containers: each on its own line, where no other runs and nothing stands; what stands for most
 * first. Those that found no room with ground around them are tried once more, tighter and in more places. All of a count is in the window. What has
 * no such place is left out.
 * @param drawn where lines run that a count may not stand on; null where it stands over all others.
 */
export function countMarks(
  pen: Pen,
  picture: Prepared,
  inside: readonly number[],
  places: PlacesTaken,
  drawn: LinesDrawn | null,
  size: Size,
): CountMark[] {
  const { transform, fitter } = pen
  const { x, y, k } = transform
  if (detailAt(k) === 'tile') return []
  const { things } = picture
  const lines = linesAt(picture, k)
  const counted = inside
    .filter((line) => isCounted(lines, things, line))
    .sort((one, other) => lines.weights[other]! - lines.weights[one]! || one - other)
  const marks: CountMark[] = []
  const curves = picture.curvesAt(k)
  const left = counted.filter((line) => !placeOf(line, false))
  for (const line of left.slice(0, MOST_TIGHT)) placeOf(line, true)
  return marks

  /** Whether there was a place. */
  function placeOf(line: number, isTight: boolean): boolean {
    const text = countOn(lines, things, line)
    const half = fitter.width(text, 11, 500) / 2
    const runsUnder = roomOn(lines, curves, line, k)
    let bent: Place | null = null
    const put = (place: Place): true => {
      places.take(...sidesOf(...place, half))
      marks.push(markOf(line, text, ...place))
      return true
    }
    for (const piece of countPieces(picture, curves, line, isSeen, isTight ? Infinity : undefined))
      for (const t of isTight ? TRIED_TIGHT : TRIED) {
        const [px, py] = pointOnCubic(curves, piece, t)
        const [cx, cy] = [px * k + x, py * k + y]
        const sides = sidesOf(cx, cy, half)
        if (!isInWindow(...sides)) continue
        if (!(drawn?.isAlone(line, ...sides, isTight) ?? true) || !places.isFree(...sides)) continue
        // What is asked for is said also where its line is too short to be seen beside it.
        const runs = !drawn && isTight ? 'straight' : runsUnder(piece, t, half, isTight)
        if (runs === 'straight') return put([cx, cy])
        if (runs === 'gently') bent ??= [cx, cy]
      }
    return bent !== null && put(bent)
  }

  function markOf(line: number, text: string, cx: number, cy: number): CountMark {
    return {
      ...{
        kind: 'text',
        line,
        x: cx,
        y: cy + 4,
        text,
        size: 11,
        weight: 500,
        fill: 'ink2',
        anchor: 'middle',
      },
      halo: groundIn(picture, commonBox(things.box, lines.from[line]!, lines.to[line]!)),
    }
  }

  /** Whether a piece, which is within its four points, may be seen. */
  function isSeen(piece: number): boolean {
    const at = (i: number, by: number): number[] => [0, 2, 4, 6].map((j) => curves[piece + i + j]! * k + by)
    const [xs, ys] = [at(0, x), at(1, y)]
    return (
      Math.max(...xs) > 0 &&
      Math.min(...xs) < size.width &&
      Math.max(...ys) > 0 &&
      Math.min(...ys) < size.height
    )
  }

  function isInWindow(left: number, top: number, right: number, bottom: number): boolean {
    return left >= 0 && top >= 0 && right <= size.width && bottom <= size.height
  }
}

/** The middle of a count, CSS pixels of the window. */
type Place = readonly [x: number, y: number]

/** The rectangle that a count takes with what is free around it. */
const sidesOf = (cx: number, cy: number, half: number): [number, number, number, number] => [
  cx - half - 2,
  cy - 7,
  cx + half + 2,
  cy + 7,
]

/** Takes the places of counts that stand already. */
export function takeCounts(places: PlacesTaken, { fitter }: Pen, counts: readonly CountMark[]): void {
  for (const { x, y, text } of counts) places.take(...sidesOf(x, y - 4, fitter.width(text, 11, 500) / 2))
}

/** The innermost box around two things, or -1. A box stands before what is in it, so the later of two is the inner one. */
function commonBox(box: Int32Array, one: number, other: number): number {
  let [a, b] = [box[one]!, box[other]!]
  while (a !== b) {
    if (a > b) a = box[a]!
    else b = box[b]!
  }
  return a
}
