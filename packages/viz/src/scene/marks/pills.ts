import type { Transform } from '../camera/camera.ts'
import { isClearOfLines } from './clear-of-lines.ts'
import type { Fitter } from './cut-text.ts'
import { drawnRect, detailAt } from './detail.ts'
import type { Sides } from './hit-test.ts'
import type { Mark } from './marks.ts'
import {
  placesAboveOrBelow,
  placesLeftOrRight,
  placesNextTo,
  type PillPlace,
  type Stands,
} from './pill-places.ts'
import { BOX, PILL, SHEETS, STROKE } from '../picture/measures.ts'
import { FORMS } from '../picture/picture.ts'
import type { Prepared } from '../picture/prepared.ts'
import { mostWidth, pillText } from '../picture/room-for-pill.ts'
import { startSheet } from './sheet.ts'

/** A pill at a card: how many neighbours wait at a side, or all the way. CSS pixels of the window. */
export interface Pill {
  readonly thing: number
  readonly side: 'up' | 'down'
  readonly far: boolean
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** How far from its card, where it stands beside that. */
  readonly away: number
  readonly stands: Stands
  /** Whether the data goes downwards: then it stands above its card, or below it. */
  readonly isDown: boolean
}

/** Small as it is, a picture ends closer to its cards than their pills are wide: these lie so far over their cards at most. */
const OVER = 8
/** From a pill to the middle of a line: one that is lit is free all round too. */
const OFF_LINES = PILL.free + STROKE.path / 2
/** Where that leaves no place beside its card: a line at rest does not touch it. */
const CLOSE_TO_LINES = STROKE.rest / 2

/** Pills are at the size of their text, or left out. */
const LEAST_SCALE = 0.7

/**
 * The pills of a thing, each where no line runs under it and no other thing stands, as far as there is such a place. @param withFar also `»`, which stands beside `+n` while the pointer or the focus is
 * on the thing.
 */
export function pillsOf(
  picture: Prepared,
  thing: number,
  transform: Transform,
  fitter: Pick<Fitter, 'width'>,
  withFar: boolean,
): Pill[] {
  const { x, y, k } = transform
  const { things } = picture
  const [up, down] = [things.waitsUp[thing]!, things.waitsDown[thing]!]
  if (k < LEAST_SCALE || (up === 0 && down === 0)) return []
  const rect = drawnRect(picture, thing, detailAt(k))
  const card = {
    left: rect.x * k + x,
    top: rect.y * k + y,
    right: (rect.x + rect.width) * k + x,
    bottom: (rect.y + rect.height) * k + y,
  }
  const { bounds } = picture
  const isDown = picture.direction === 'down'
  const sheets = FORMS[things.forms[thing]!] === 'stack' ? SHEETS * k : 0
  const room = isDown
    ? { up: card.top - bounds.y * k - y, down: (bounds.y + bounds.height) * k + y - card.bottom - sheets }
    : { up: card.left - bounds.x * k - x, down: (bounds.x + bounds.width) * k + x - card.right - sheets }
  const pills: Pill[] = []
  for (const [side, count] of [
    ['up', up],
    ['down', down],
  ] as const) {
    if (count === 0) continue
    const text = pillText(count)
    const width = Math.max(PILL.least, fitter.width(text, 11, 500) + PILL.pad)
    const deep = isDown ? PILL.height : width
    const free = room[side] - deep
    const most = Math.max(free - PILL.close, Math.min(PILL.short, free - PILL.closest))
    const away = Math.max(-OVER, Math.min(PILL.away * Math.min(1, k), most))
    const wish = { card, sheets, side, width, away, k }
    const places = isDown ? placesAboveOrBelow(wish) : placesLeftOrRight(wish)
    const place =
      places.find((one) => one.stands !== 'corner' && !one.isOver && isFree(one, width)) ??
      places.find((one) => isFree(one, width, CLOSE_TO_LINES)) ??
      places[0]!
    const shape = { thing, side, width, height: PILL.height, away, isDown }
    pills.push({ ...shape, ...place, far: false, text })
    if (!withFar) continue
    const next = placesNextTo(place, isDown, wish)
    const far = next.find((one) => isFree(one, one.width)) ?? next[0]!
    pills.push({ ...shape, ...far, far: true, text: '»' })
  }
  return pills

  function isFree(
    { x: left, y: top, stands, apart = 0 }: PillPlace,
    width: number,
    off = OFF_LINES,
  ): boolean {
    const [right, bottom] = [left + width, top + PILL.height]
    const place = { left, top, right, bottom }
    return (
      isClearOfLines(picture, transform, left - off, top - off, right + off, bottom + off) &&
      (stands === 'corner' ||
        !(
          hasThings(picture, thing, transform, place, apart) || mayMeetPills(picture, thing, transform, place)
        ))
    )
  }
}

/** Whether a pill of a thing, `own`, would lie on another thing or less than `apart` from it, or on the header of a box, which has no pills. */
function hasThings(
  { index, things }: Prepared,
  own: number,
  { x, y, k }: Transform,
  { left, top, right, bottom }: Sides,
  apart: number,
): boolean {
  const [fromX, fromY, toX, toY] = [(left - x) / k, (top - y) / k, (right - x) / k, (bottom - y) / k]
  const [most, over] = [apart / k, apart / k + SHEETS]
  return index.touching(fromX - over, fromY - over, toX + most, toY + most).some((thing) => {
    if (thing === own) return false
    const form = FORMS[things.forms[thing]!]
    const sheets = form === 'stack' ? SHEETS : 0
    const off = form === 'box' ? 0 : most
    const [thingX, thingY] = [things.x[thing]!, things.y[thing]!]
    const end = thingX + things.width[thing]! + sheets
    const foot = thingY + (form === 'box' ? BOX.head : things.height[thing]! + sheets)
    return thingX < toX + off && end > fromX - off && thingY < toY + off && foot > fromY - off
  })
}

/** Whether a pill would lie where those of an earlier thing may stand: of two that could meet the later one goes elsewhere. */
function mayMeetPills(
  { index, things, direction }: Prepared,
  own: number,
  { x, y, k }: Transform,
  { left, top, right, bottom }: Sides,
): boolean {
  const near = index.touching(
    (left - PILL.reach - x) / k,
    (top - PILL.reach - y) / k,
    (right + PILL.reach - x) / k,
    (bottom + PILL.reach - y) / k,
  )
  return near.some((thing) => {
    const [up, down] = [things.waitsUp[thing]!, things.waitsDown[thing]!]
    if (thing >= own || (up === 0 && down === 0)) return false
    const [high, wide] = [PILL.height + PILL.away, PILL.away + mostWidth(Math.max(up, down))]
    const isDown = direction === 'down'
    const [thingX, thingY] = [things.x[thing]! * k + x, things.y[thing]! * k + y]
    return (
      right > thingX - (isDown || up > 0 ? wide : 0) &&
      left < thingX + things.width[thing]! * k + (isDown || down > 0 ? wide : 0) &&
      bottom > thingY - (!isDown || up > 0 ? high : 0) &&
      top < thingY + things.height[thing]! * k + (!isDown || down > 0 ? high : 0)
    )
  })
}

export function pillMarks(pills: readonly Pill[]): Mark[] {
  const sheet = startSheet()
  for (const { side, far, stands, isDown, text, x, y, width, height, away } of pills) {
    if (!far && stands === 'beside' && away > 0) {
      const stub = { radius: 0, fill: 'edge' } as const
      if (isDown) sheet.rect(0, stub, x + width / 2 - 0.6, side === 'up' ? y + height : y - away, 1.25, away)
      else sheet.rect(0, stub, side === 'up' ? x + width : x - away, y + height / 2 - 0.6, away, 1.25)
    }
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
