import { ICONS } from '../tokens/icons.ts'
import type { Transform } from './camera.ts'
import type { Fitter } from './cut-text.ts'
import { drawnRect, detailAt } from './detail.ts'
import type { Mark } from './marks.ts'
import { CARD, PILL } from './measures.ts'
import { STROKES, type Picture } from './picture.ts'
import { pointOnCubic } from './hit-test.ts'
import type { Prepared } from './prepared.ts'
import { startSheet } from './sheet.ts'
import type { Pen } from './pen.ts'

/** A pill beside a card: how many neighbours wait at a side, or all the way. CSS pixels of the window. */
export interface Pill {
  readonly thing: number
  readonly side: 'up' | 'down'
  readonly far: boolean
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Pills are at the size of their text, or left out. */
const LEAST_SCALE = 0.7

/** The pills of a thing. @param withFar also `»`, which stands under `+n` while the pointer or the focus is on the thing. */
export function pillsOf(
  picture: Picture,
  thing: number,
  { x, y, k }: Transform,
  fitter: Pick<Fitter, 'width'>,
  withFar: boolean,
): Pill[] {
  const { things } = picture
  const [up, down] = [things.waitsUp[thing]!, things.waitsDown[thing]!]
  if (k < LEAST_SCALE || (up === 0 && down === 0)) return []
  const rect = drawnRect(picture, thing, detailAt(k))
  const scale = Math.min(1, k)
  const middle = rect.y * k + y + (CARD.height / 2) * k
  const pills: Pill[] = []
  for (const [side, count] of [
    ['up', up],
    ['down', down],
  ] as const) {
    if (count === 0) continue
    const text = `+${count.toLocaleString('en-US')}`
    const width = Math.max(PILL.least, fitter.width(text, 11, 500) + 14)
    const away = PILL.away * scale
    const left = side === 'up' ? rect.x * k + x - away - width : (rect.x + rect.width) * k + x + away
    const shape = { thing, side, x: left, width, height: PILL.height }
    pills.push({ ...shape, far: false, text, y: middle - PILL.height / 2 })
    if (withFar) pills.push({ ...shape, far: true, text: '»', y: middle + PILL.height / 2 + 4 })
  }
  return pills
}

export function pillMarks(pills: readonly Pill[], { transform }: Pen): Mark[] {
  const sheet = startSheet()
  const away = PILL.away * Math.min(1, transform.k)
  for (const { side, far, text, x, y, width, height } of pills) {
    if (!far)
      sheet.rect(
        0,
        { radius: 0, fill: 'edge' },
        side === 'up' ? x + width : x - away,
        y + height / 2 - 0.6,
        away,
        1.25,
      )
    sheet.rect(
      1,
      { radius: 10, fill: 'surface', stroke: 'line2', lineWidth: 1 },
      x + 0.5,
      y + 0.5,
      width - 1,
      height - 1,
    )
    sheet.text({ x: x + width / 2, y: y + 14, text, size: 11, weight: 500, fill: 'ink2', anchor: 'middle' })
  }
  return sheet.marks()
}

/** The pill on a back edge: the circle that it closes. */
export interface CirclePill {
  readonly circle: number
  readonly line: number
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** One for each circle that is drawn, on the longest of its back edges that are seen. */
export function circlePills(
  picture: Prepared,
  inside: readonly number[],
  { x, y, k }: Transform,
  fitter: Pick<Fitter, 'width'>,
): CirclePill[] {
  if (k < 0.45 || picture.circles.length === 0) return []
  const { lines, circles } = picture
  const curves = picture.curvesAt(k)
  const pills = new Map<number, CirclePill & { length: number }>()
  const backs = new Map<number, number>()
  for (let line = 0; line < lines.count; line++)
    if (STROKES[lines.strokes[line]!] === 'back' && lines.circles[line]! >= 0)
      backs.set(lines.circles[line]!, (backs.get(lines.circles[line]!) ?? 0) + 1)
  for (const line of inside) {
    const circle = lines.circles[line]!
    if (circle < 0 || STROKES[lines.strokes[line]!] !== 'back') continue
    const [start, end] = [lines.starts[line]!, lines.starts[line + 1]!]
    const [piece, length] = longestPiece(curves, start, end)
    if (piece < 0 || (pills.get(circle)?.length ?? -1) >= length) continue
    const [px, py] = pointOnCubic(curves, piece, 0.5)
    const count = backs.get(circle)!
    const text = `Circle of ${circles[circle]!.size.toLocaleString('en-US')} · ${count} ${count === 1 ? 'edge' : 'edges'} back`
    const width = fitter.width(text, 11, 500) + 39
    pills.set(circle, {
      ...{ circle, line, text, width, height: 22, length },
      ...{ x: px * k + x - width / 2, y: py * k + y - 11 },
    })
  }
  return [...pills.values()]
}

/** The piece of a curve whose ends are furthest apart. */
function longestPiece(curves: Float32Array, start: number, end: number): [piece: number, length: number] {
  let [found, most] = [-1, -1]
  for (let i = start; i + 7 < end; i += 6) {
    const length = Math.hypot(curves[i + 6]! - curves[i]!, curves[i + 7]! - curves[i + 1]!)
    if (length > most) [found, most] = [i, length]
  }
  return [found, most]
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
