import { grouped } from '@lineagraph/core'
import { ICONS } from '../../tokens/icons.ts'
import { pointAlong, TRIED_ALONG } from './along-curve.ts'
import type { Transform } from '../camera/camera.ts'
import { isClearOfHeads } from './clear-of-heads.ts'
import { isClearOfLines } from './clear-of-lines.ts'
import type { Fitter } from './cut-text.ts'
import { DETAIL } from '../picture/measures.ts'
import type { Mark } from './marks.ts'
import { STROKES, type Rect } from '../picture/picture.ts'
import type { PlacesTaken } from './places-taken.ts'
import { circlesClosed, type Prepared } from '../picture/prepared.ts'
import { startSheet } from './sheet.ts'

/** The pill on a back edge: the circle that it closes, or those that the edges close that it is drawn for. CSS pixels of the window. */
export interface CirclePill {
  readonly circles: readonly number[]
  readonly line: number
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How a pill is made, CSS pixels: how high it is, how far beside its line it stands, where in it its icon and its words begin, and how much is around the words. */
interface Make {
  readonly height: number
  readonly beside: number
  readonly icon: { readonly x: number; readonly size: number }
  readonly textX: number
  readonly pad: number
}
const HIGH: Make = { height: 22, beside: 3, icon: { x: 10, size: 13 }, textX: 29, pad: 39 }
/** As low as its words let it be: where the picture is smaller than its own size, and rows stand close. */
const LOW: Make = { height: 16, beside: 2, icon: { x: 6, size: 10 }, textX: 20, pad: 27 }

/** At one scale all are made alike. */
const makeAt = (k: number): Make => (k >= 1 ? HIGH : LOW)

/** Where a pill stands by its line, in turn: below or above it; on it, in its own middle or nearer to its sides; at one of its sides, where it may be as near to another circle. */
const [BESIDE, ON, ASIDE] = [
  [
    [0, 1],
    [0, -1],
  ],
  [
    [0, 0],
    [0, 0.5],
    [0, -0.5],
  ],
  [
    [1, 0],
    [-1, 0],
  ],
] as const
type Box = readonly [left: number, top: number, right: number, bottom: number]
type Along = (part: number) => readonly [x: number, y: number]
type Sides = typeof BESIDE | typeof ON | typeof ASIDE

/**
 * One for each circle that is drawn, or for several where one line is drawn for their back edges, below, above, on or beside one of its back edges that are seen, where no other line is under it; or, where all is full of
 * lines, on its back edge, over others too, but on no thing and no arrowhead: with all its words, or with as many as there is room for. On what
 * is seen of its line, and on that only where as much of the line is seen as it hides. Takes their places.
 * @param window units of the picture.
 */
export function circlePills(
  picture: Prepared,
  inside: readonly number[],
  transform: Transform,
  window: Rect,
  fitter: Pick<Fitter, 'width'>,
  places: PlacesTaken,
): CirclePill[] {
  const { x, y, k } = transform
  if (k < DETAIL.name || picture.circles.length === 0) return []
  const { lines, circles, boxes } = picture
  const curves = picture.curvesAt(k)
  const trunks = picture.trunksAt(k)
  const backs = new Map<number, number[]>()
  const shared: { readonly closed: readonly number[]; readonly line: number }[] = []
  for (const line of inside) {
    const circle = lines.circles[line]!
    if (circle < 0 || STROKES[lines.strokes[line]!] !== 'back') continue
    const closed = trunks?.isTrunk[line] === 1 ? circlesClosed(picture, line) : [circle]
    const known = backs.get(circle)
    if (closed.length > 1) shared.push({ closed, line })
    else if (known) known.push(line)
    else backs.set(circle, [line])
  }
  const named = Array.from(backs, ([circle, own]) => ({ of: [circle] as readonly number[], own }))
  // A circle that is named at an edge of its own is named there.
  const told = new Set(backs.keys())
  for (const { closed, line } of shared) {
    if (closed.every((circle) => told.has(circle))) continue
    named.push({ of: closed, own: [line] })
    for (const circle of closed) told.add(circle)
  }
  const length = (line: number): number =>
    boxes[4 * line + 2]! - boxes[4 * line]! + boxes[4 * line + 3]! - boxes[4 * line + 1]!
  const { bounds } = picture
  const { height, beside, pad } = makeAt(k)
  const endsOf = (line: number) => [boxes[4 * line]! * k + x, boxes[4 * line + 2]! * k + x] as const
  const ends = [
    Math.max(bounds.x, window.x) * k + x + 4,
    Math.min(bounds.x + bounds.width, window.x + window.width) * k + x - 4,
  ] as const
  const seen = {
    ...{ left: window.x, right: window.x + window.width },
    ...{ top: window.y, bottom: window.y + window.height },
  }
  const pills: CirclePill[] = []
  for (const { of, own } of named) {
    const size = grouped(circles[of[0]!]!.size)
    const count = of.reduce((sum, circle) => sum + picture.backsOf[circle]!, 0)
    const name = of.length === 1 ? `Circle of ${size}` : `${grouped(of.length)} circles`
    const texts = [
      `${name} · ${grouped(count)} ${count === 1 ? 'edge' : 'edges'} back`,
      name,
      ...(of.length === 1 ? [size] : []),
    ].map((text) => ({ text, wide: fitter.width(text, 11, 500) }))
    /** Less of its line is to be seen than is hidden. */
    const hidesMost = (along: Along, [left, top, right, bottom]: Box): boolean =>
      2 *
        SAMPLES.filter((part) => {
          const [px, py] = along(part)
          const [wx, wy] = [px * k + x, py * k + y]
          return wx > left && wx < right && wy > top && wy < bottom
        }).length >
      SAMPLES.length
    const longest = own
      .sort((one, other) => length(other) - length(one) || one - other)
      .slice(0, 3)
      .flatMap((line) => {
        const along = pointAlong(lines, curves, line, seen)
        return along ? [{ line, along }] : []
      })
    /** @param isOver whether other lines may run under it. */
    const place = (
      { text, wide }: (typeof texts)[number],
      { line, along }: (typeof longest)[number],
      sides: Sides,
      isOver = false,
    ): CirclePill | null => {
      const width = wide + pad
      const trials = TRIED_ALONG.flatMap((part) => sides.map((side) => ({ side, part })))
      return firstOf(trials, ({ side: [right, down], part }) => {
        const [px, py] = along(part)
        const wished = px * k + x - width / 2 + right * (width / 2 + beside + 1)
        // By its own line, not by that of another; and what is seen of a picture as a whole is all that is seen of its pills.
        const left = within(ends, sides === ASIDE ? wished : within(endsOf(line), wished, width), width)
        const top = py * k + y - height / 2 + down * (height / 2 + beside)
        const taken = [left - 2, top - 1, left + width + 2, top + height + 1] as const
        const isFree =
          places.isFree(...taken) &&
          isClearOfHeads(picture, transform, taken) &&
          (sides !== ON || !hidesMost(along, taken)) &&
          (isOver || isClearOfLines(picture, transform, ...taken, sides === ON ? line : -1))
        return isFree ? { circles: of, line, text, x: left, y: top, width, height } : null
      })
    }
    const worded = texts.flatMap((text) => longest.map((way) => ({ text, way })))
    // A loop beside its card is lower than any words, and they stand at its side.
    const isLoop = lines.from[own[0]!] === lines.to[own[0]!]
    const trials = (isLoop ? [ASIDE, BESIDE, ON] : [BESIDE, ON, ASIDE]).flatMap((sides) =>
      worded.map((one) => ({ ...one, sides })),
    )
    const pill =
      firstOf(trials, ({ text, way, sides }) => place(text, way, sides)) ??
      firstOf(worded, ({ text, way }) => place(text, way, ON, true))
    if (!pill) continue
    places.take(pill.x, pill.y, pill.x + pill.width, pill.y + pill.height)
    pills.push(pill)
  }
  return pills
}

/** Where along a line it is looked how much of that is hidden. */
const SAMPLES = Array.from({ length: 41 }, (_, i) => i / 40)

/** The left of what is so wide, moved to lie between two ends, or over both where it is wider. */
const within = ([start, end]: readonly [number, number], left: number, width: number): number =>
  Math.max(Math.min(start, end - width), Math.min(left, Math.max(start, end - width)))

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
    const { icon, textX } = height === LOW.height ? LOW : HIGH
    sheet.rect(
      0,
      { radius: height / 2, fill: 'surface', stroke: 'error', lineWidth: 1 },
      x + 0.5,
      y + 0.5,
      width - 1,
      height - 1,
    )
    sheet.path({
      ...{ d: ICONS.repeat, x: x + icon.x, y: y + (height - icon.size) / 2, scale: icon.size / 24 },
      ...{ stroke: 'error', lineWidth: 2 },
    })
    sheet.text({ x: x + textX, y: y + height / 2 + 4, text, size: 11, weight: 500, fill: 'error' })
  }
  return sheet.marks()
}
