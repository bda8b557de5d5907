import type { Transform } from './camera.ts'
import type { Fitter } from './cut-text.ts'
import { drawnRect, detailAt } from './detail.ts'
import type { Mark } from './marks.ts'
import { CARD, PILL } from './measures.ts'
import type { Picture } from './picture.ts'
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
