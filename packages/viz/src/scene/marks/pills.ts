import type { Transform } from '../camera/camera.ts'
import { isClearOfHeads } from './clear-of-heads.ts'
import { isClearOfLines } from './clear-of-lines.ts'
import type { Fitter } from './cut-text.ts'
import { drawnRect, detailAt } from './detail.ts'
import type { Sides } from './hit-test.ts'
import type { Mark } from './marks.ts'
import {
  placesAboveOrBelow,
  placesLeftOrRight,
  placesNextTo,
  placesOnCard,
  type PillPlace,
  type PillWish,
  type Stands,
} from './pill-places.ts'
import { BOX, PILL, SHEETS, STROKE } from '../picture/measures.ts'
import { FORMS } from '../picture/picture.ts'
import type { Prepared } from '../picture/prepared.ts'
import { LEAST_SCALE, MIDDLES, mostWidth, OFF_LINES, pillText } from '../picture/room-for-pill.ts'
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

/** Where that leaves no place beside its card: a line at rest does not touch it, or runs under it, which has a ground of its own. */
const [CLOSE_TO_LINES, OVER_LINES] = [STROKE.rest / 2, -Infinity]

/**
 * The pills of a thing, each where nothing else stands, and where no line runs under it if there is such a place; one that has none is left out, and lies on its card as long as `withFar`.
 * @param withFar also `»`, which stands beside `+n` while the pointer or the focus is on the thing.
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
    const away = Math.max(PILL.closest, Math.min(PILL.away * Math.min(1, k), most))
    const wish = { card, sheets, side, width, away, k }
    const places = isDown ? placesAboveOrBelow(wish) : placesLeftOrRight(wish)
    const place =
      places.find((one) => isFree(one, width)) ??
      places.find((one) => isFree(one, width, CLOSE_TO_LINES)) ??
      places.find((one) => isFree(one, width, OVER_LINES)) ??
      (withFar ? onCard(wish) : undefined)
    if (!place) continue
    const shape = { thing, side, width, height: PILL.height, away, isDown }
    pills.push({ ...shape, ...place, far: false, text })
    if (!withFar) continue
    const next = placesNextTo(place, isDown, wish)
    const far = [OFF_LINES, OVER_LINES].flatMap((off) =>
      next.filter((one) => isFree(one, one.width, off, Infinity)),
    )[0]
    if (far) pills.push({ ...shape, ...far, far: true, text: '»' })
  }
  return pills

  function onCard(wish: PillWish): PillPlace {
    const places = placesOnCard(wish, isDown)
    return places.find((one) => isClear(one, wish.width, CLOSE_TO_LINES)) ?? places[0]!
  }

  /** @param before the things whose pills have their places. */
  function isFree(place: PillPlace, width: number, off = OFF_LINES, before = thing): boolean {
    const sides = sidesOf(place, width)
    return (
      isClear(place, width, off) &&
      !hasThings(picture, thing, transform, sides, place.apart ?? 0) &&
      !mayMeetPills(picture, thing, before, transform, sides)
    )
  }

  function isClear(place: PillPlace, width: number, off: number): boolean {
    const { left, top, right, bottom } = sidesOf(place, width)
    return (
      (off === OVER_LINES ||
        isClearOfLines(picture, transform, left - off, top - off, right + off, bottom + off)) &&
      isClearOfHeads(picture, transform, [left, top, right, bottom], () => true)
    )
  }
}

const sidesOf = ({ x, y }: PillPlace, width: number): Sides => ({
  left: x,
  top: y,
  right: x + width,
  bottom: y + PILL.height,
})

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

/**
 * Whether a pill of a thing, `own`, would lie where those of another may stand: of two that could meet the later one goes elsewhere.
 * @param before only things before this one are looked at.
 */
function mayMeetPills(
  picture: Prepared,
  own: number,
  before: number,
  transform: Transform,
  { left, top, right, bottom }: Sides,
): boolean {
  const { x, y, k } = transform
  const near = picture.index.touching(
    (left - PILL.reach - x) / k,
    (top - PILL.reach - y) / k,
    (right + PILL.reach - x) / k,
    (bottom + PILL.reach - y) / k,
  )
  return near.some(
    (thing) =>
      thing !== own &&
      thing < before &&
      pillRooms(picture, thing, transform).some(
        (room) => right > room.left && left < room.right && bottom > room.top && top < room.bottom,
      ),
  )
}

/** Where the pills of a thing may stand: beside it, and above it or below it; where the data goes downwards, on any side. */
function pillRooms({ things, direction }: Prepared, thing: number, { x, y, k }: Transform): Sides[] {
  const [up, down] = [things.waitsUp[thing]!, things.waitsDown[thing]!]
  if (up === 0 && down === 0) return []
  const sheets = FORMS[things.forms[thing]!] === 'stack' ? SHEETS : 0
  const [left, top] = [things.x[thing]! * k + x, things.y[thing]! * k + y]
  const right = left + (things.width[thing]! + sheets) * k
  const bottom = top + (things.height[thing]! + sheets) * k
  const [high, wide] = [PILL.height + PILL.away, PILL.away + mostWidth(Math.max(up, down))]
  if (direction === 'down')
    return [
      {
        left: left - wide,
        right: right + wide,
        top: top - (up > 0 ? high : 0),
        bottom: bottom + (down > 0 ? high : 0),
      },
    ]
  const over = PILL.height / 2 - MIDDLES[1] * k
  return [
    {
      left: left - (up > 0 ? wide : 0),
      right: right + (down > 0 ? wide : 0),
      top: top - over,
      bottom: bottom + over,
    },
    { left, right, top: top - high, bottom: bottom + high },
  ]
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
