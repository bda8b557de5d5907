import type { Transform } from '../camera/camera.ts'
import { isClearOfLines } from './clear-of-lines.ts'
import type { Fitter } from './cut-text.ts'
import { drawnRect, detailAt } from './detail.ts'
import type { Mark } from './marks.ts'
import { BOX, CARD, DETAIL, PILL, ROW } from '../picture/measures.ts'
import { FORMS, type Picture } from '../picture/picture.ts'
import type { Prepared } from '../picture/prepared.ts'
import { startSheet } from './sheet.ts'

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
  /** How far from its card, where it stands beside that. */
  readonly away: number
  /** Where the sides of its card have no room, it stands above that, at its corner, or below it. */
  readonly stands: 'beside' | 'above' | 'corner' | 'below'
}

/** From the top of the card, in units of the picture: where the middle of a pill is tried, at the header's middle first. */
const TRIED = [CARD.height / 2, 8, CARD.height - 8] as const
/** CSS pixels between a pill and what is under or beside it. */
const FREE = 2
const NEXT = 4
/** Within a pill, at both sides of its text together. */
const PAD = 14
/** At the sides of the picture it stands closer to its card than elsewhere, with so long a line to it at least, and so far from where the picture ends; closer where there is no room for the line. */
const SHORT = 3
const CLOSE = 4
const CLOSEST = 1
/** Where the data goes down there is room for both to this scale, at which a phone shows long names. */
const SMALL = 0.75
/** Small as it is, a picture ends closer to its cards than their pills are wide: these lie so far over their cards at most. */
const OVER = 8

/** Pills are at the size of their text, or left out. */
const LEAST_SCALE = 0.7

/** As wide as any digit, CSS pixels. */
const WIDEST = 7
const textOf = (count: number): string => `+${count.toLocaleString('en-US')}`

/**
 * As much as the pill of so many neighbours takes beside or above its card, where that says all it has: units of the picture. Where the data goes to
 * the right, the room beside it is that of a further layer, and no more is taken than it takes.
 */
export function roomForPill(
  count: number,
  direction: Picture['direction'],
): { readonly beside: number; readonly above: number } {
  const width = Math.max(PILL.least, WIDEST * textOf(count).length + PAD)
  return {
    beside: direction === 'right' ? (width + CLOSEST) / DETAIL.full : (width + SHORT + CLOSE) / SMALL,
    above: (PILL.height + FREE) / DETAIL.full,
  }
}

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
  const [cardLeft, cardRight, cardTop] = [rect.x * k + x, (rect.x + rect.width) * k + x, rect.y * k + y]
  const { bounds } = picture
  const room = { up: cardLeft - bounds.x * k - x, down: (bounds.x + bounds.width) * k + x - cardRight }
  const pills: Pill[] = []
  for (const [side, count] of [
    ['up', up],
    ['down', down],
  ] as const) {
    if (count === 0) continue
    const text = textOf(count)
    const width = Math.max(PILL.least, fitter.width(text, 11, 500) + PAD)
    const free = room[side] - width
    const most = Math.max(free - CLOSE, Math.min(SHORT, free - CLOSEST))
    const away = Math.max(-OVER, Math.min(PILL.away * Math.min(1, k), most))
    const shape = { thing, side, width, height: PILL.height, away }
    const isFree = (left: number, top: number): boolean =>
      isClearOfLines(
        picture,
        transform,
        left - FREE,
        top - FREE,
        left + width + FREE,
        top + PILL.height + FREE,
      )
    const beside = side === 'up' ? cardLeft - away - width : cardRight + away
    const tops = TRIED.map((middle) => cardTop + middle * k - PILL.height / 2)
    const foot = cardTop + rect.height * k - (ROW.height / 2 + ROW.foot) * k - PILL.height / 2
    if (rect.height > CARD.height) tops.push(foot)
    const freeTop = tops.find(
      (top) => isFree(beside, top) && !hasThings(picture, thing, transform, beside, top, width),
    )
    const above = { x: side === 'up' ? cardLeft : cardRight - width, y: cardTop - PILL.height - FREE }
    const corners = (
      rect.height > CARD.height ? tops.slice(2) : [cardTop + CARD.height * k - PILL.height / 2]
    ).map((y) => ({ x: (side === 'up' ? cardLeft : cardRight) - width / 2, y }))
    const corner = corners.find(({ x: left, y: top }) => isFree(left, top))
    const place = ((): Pick<Pill, 'x' | 'y' | 'stands'> => {
      if (freeTop !== undefined) return { x: beside, y: freeTop, stands: 'beside' }
      if (isFree(above.x, above.y) && !hasThings(picture, thing, transform, above.x, above.y, width))
        return { ...above, stands: 'above' }
      if (corner) return { ...corner, stands: 'corner' }
      const below = cardTop + rect.height * k + FREE
      const middle = (cardLeft + cardRight - width) / 2
      for (const [stands, left, top] of [
        ['below', above.x, below],
        ['above', middle, above.y],
        ['below', middle, below],
      ] as const)
        if (isFree(left, top) && !hasThings(picture, thing, transform, left, top, width))
          return { x: left, y: top, stands }
      return { x: beside, y: tops[0]!, stands: 'beside' }
    })()
    pills.push({ ...shape, ...place, far: false, text })
    if (!withFar) continue
    const next =
      place.stands === 'above' || place.stands === 'below'
        ? { x: place.x + (side === 'up' ? width + NEXT : -width - NEXT), y: place.y }
        : { x: place.x, y: place.y + PILL.height + NEXT }
    pills.push({ ...shape, ...next, stands: place.stands, far: true, text: '»' })
  }
  return pills
}

/** Whether a pill would lie on another thing, or on the header of a box. */
function hasThings(
  { index, things }: Prepared,
  own: number,
  { x, y, k }: Transform,
  left: number,
  top: number,
  width: number,
): boolean {
  const [fromX, fromY] = [(left - x) / k, (top - y) / k]
  const [toX, toY] = [(left + width - x) / k, (top + PILL.height - y) / k]
  return index.touching(fromX, fromY, toX, toY).some((thing) => {
    if (thing === own) return false
    const foot = FORMS[things.forms[thing]!] === 'box' ? BOX.head : things.height[thing]!
    const [thingX, thingY] = [things.x[thing]!, things.y[thing]!]
    return thingX < toX && thingX + things.width[thing]! > fromX && thingY < toY && thingY + foot > fromY
  })
}

export function pillMarks(pills: readonly Pill[]): Mark[] {
  const sheet = startSheet()
  for (const { side, far, stands, text, x, y, width, height, away } of pills) {
    if (!far && stands === 'beside' && away > 0)
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
