import { grouped } from '@lineagraph/core'
import { ICONS } from '../../tokens/icons.ts'
import { pointAlong, TRIED_ALONG } from './along-curve.ts'
import type { Transform } from '../camera/camera.ts'
import { isClearOfLines } from './clear-of-lines.ts'
import type { Fitter } from './cut-text.ts'
import { DETAIL } from '../picture/measures.ts'
import type { Mark } from './marks.ts'
import { STROKES } from '../picture/picture.ts'
import type { PlacesTaken } from './places-taken.ts'
import type { Prepared } from '../picture/prepared.ts'
import { startSheet } from './sheet.ts'

/** The pill on a back edge: the circle that it closes. CSS pixels of the window. */
export interface CirclePill {
  readonly circle: number
  readonly line: number
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const HEIGHT = 22
/** So far beside its line it stands, in CSS pixels. */
const BESIDE = 3
/** Where it stands by its line, in turn: below or above it; on it; at one of its sides, where it may be as near to another circle. */
const BY = [
  [
    [0, 1],
    [0, -1],
  ],
  [[0, 0]],
  [
    [1, 0],
    [-1, 0],
  ],
] as const
const ON = BY[1]

/**
 * One for each circle that is drawn, below, above, on or beside one of its back edges that are seen, where no other line is under it; or, where all is full of
 * lines, on its back edge, over others too, but on no thing: with all its words, or with as many as there is room for. Takes their places.
 */
export function circlePills(
  picture: Prepared,
  inside: readonly number[],
  transform: Transform,
  fitter: Pick<Fitter, 'width'>,
  places: PlacesTaken,
): CirclePill[] {
  const { x, y, k } = transform
  if (k < DETAIL.name || picture.circles.length === 0) return []
  const { lines, circles, boxes } = picture
  const curves = picture.curvesAt(k)
  const backs = new Map<number, number[]>()
  for (const line of inside) {
    const circle = lines.circles[line]!
    if (circle < 0 || STROKES[lines.strokes[line]!] !== 'back') continue
    const known = backs.get(circle)
    if (known) known.push(line)
    else backs.set(circle, [line])
  }
  const length = (line: number): number =>
    boxes[4 * line + 2]! - boxes[4 * line]! + boxes[4 * line + 3]! - boxes[4 * line + 1]!
  const { bounds } = picture
  const [leftmost, rightmost] = [bounds.x * k + x + 4, (bounds.x + bounds.width) * k + x - 4]
  /** What is seen of a picture as a whole is all that is seen of its pills. */
  const within = (left: number, width: number): number =>
    rightmost - leftmost < width ? left : Math.max(leftmost, Math.min(left, rightmost - width))
  const pills: CirclePill[] = []
  for (const [circle, own] of backs) {
    const size = grouped(circles[circle]!.size)
    const count = picture.backsOf[circle]!
    const texts = [
      `Circle of ${size} · ${grouped(count)} ${count === 1 ? 'edge' : 'edges'} back`,
      `Circle of ${size}`,
      size,
    ].map((text) => ({ text, width: fitter.width(text, 11, 500) + 39 }))
    const longest = own
      .sort((one, other) => length(other) - length(one) || one - other)
      .slice(0, 3)
      .flatMap((line) => {
        const along = pointAlong(lines, curves, line)
        return along ? [{ line, along }] : []
      })
    /** @param isOver whether other lines may run under it. */
    const place = (
      { text, width }: (typeof texts)[number],
      { line, along }: (typeof longest)[number],
      sides: (typeof BY)[number],
      isOver = false,
    ): CirclePill | null => {
      const trials = TRIED_ALONG.flatMap((part) => sides.map((side) => ({ side, part })))
      return firstOf(trials, ({ side: [right, down], part }) => {
        const [px, py] = along(part)
        const left = within(px * k + x - width / 2 + right * (width / 2 + BESIDE), width)
        const top = py * k + y - HEIGHT / 2 + down * (HEIGHT / 2 + BESIDE)
        const taken = [left - 2, top - 1, left + width + 2, top + HEIGHT + 1] as const
        const isFree =
          places.isFree(...taken) &&
          (isOver || isClearOfLines(picture, transform, ...taken, sides === ON ? line : -1))
        return isFree ? { circle, line, text, x: left, y: top, width, height: HEIGHT } : null
      })
    }
    const trials = BY.flatMap((sides) =>
      texts.flatMap((text) => longest.map((way) => ({ sides, text, way }))),
    )
    const overLines = texts.flatMap((text) => longest.map((way) => ({ text, way })))
    const pill =
      firstOf(trials, ({ sides, text, way }) => place(text, way, sides)) ??
      firstOf(overLines, ({ text, way }) => place(text, way, ON, true))
    if (!pill) continue
    places.take(pill.x, pill.y, pill.x + pill.width, pill.y + pill.height)
    pills.push(pill)
  }
  return pills
}

/** What the first of some trials gives that succeeds, or null. */
function firstOf<Trial, Result>(
  trials: readonly Trial[],
  attempt: (trial: Trial) => Result | null,
): Result | null {
  for (const trial of trials) {
    const result = attempt(trial)
    if (result !== null) return result
  }
  return null
}

export function circlePillMarks(pills: readonly CirclePill[]): Mark[] {
  const sheet = startSheet()
  for (const { text, x, y, width, height } of pills) {
    sheet.rect(
      0,
      { radius: 11, fill: 'surface', stroke: 'error', lineWidth: 1 },
      x + 0.5,
      y + 0.5,
      width - 1,
      height - 1,
    )
    sheet.path({ d: ICONS.repeat, x: x + 10, y: y + 4.5, scale: 13 / 24, stroke: 'error', lineWidth: 2 })
    sheet.text({ x: x + 29, y: y + 15, text, size: 11, weight: 500, fill: 'error' })
  }
  return sheet.marks()
}
