import { ICONS } from '../tokens/icons.ts'
import { pointAlong, TRIED_ALONG } from './along-curve.ts'
import type { Transform } from './camera.ts'
import type { Fitter } from './cut-text.ts'
import { DETAIL } from './measures.ts'
import type { Mark } from './marks.ts'
import { STROKES } from './picture.ts'
import type { PlacesTaken } from './places-taken.ts'
import type { Prepared } from './prepared.ts'
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
/** On its line, or so far below or above that it touches it. */
const BESIDE = [0, 12, -12] as const

/**
 * One for each circle that is drawn, on one of its back edges that are seen, where it covers nothing: with all its words, or with as many
 * as there is room for. Takes their places.
 */
export function circlePills(
  picture: Prepared,
  inside: readonly number[],
  { x, y, k }: Transform,
  fitter: Pick<Fitter, 'width'>,
  places: PlacesTaken,
): CirclePill[] {
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
    const size = circles[circle]!.size.toLocaleString('en-US')
    const count = picture.backsOf[circle]!
    const texts = [
      `Circle of ${size} · ${count.toLocaleString('en-US')} ${count === 1 ? 'edge' : 'edges'} back`,
      `Circle of ${size}`,
      size,
    ]
    const longest = own.sort((one, other) => length(other) - length(one) || one - other).slice(0, 3)
    const pill = firstOf(texts, (text) => {
      const width = fitter.width(text, 11, 500) + 39
      return firstOf(longest, (line) => {
        const along = pointAlong(lines, curves, line)
        const trials = along ? BESIDE.flatMap((shift) => TRIED_ALONG.map((part) => ({ shift, part }))) : []
        return firstOf(trials, ({ shift, part }) => {
          const [px, py] = along!(part)
          const [left, top] = [within(px * k + x - width / 2, width), py * k + y - HEIGHT / 2 + shift]
          return places.isFree(left - 2, top - 1, left + width + 2, top + HEIGHT + 1)
            ? { circle, line, text, x: left, y: top, width, height: HEIGHT }
            : null
        })
      })
    })
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
