import { grouped } from '@lineagraph/core'
import { SEVERITY_SHAPES, type SeverityName } from '../../tokens/severity-shapes.ts'
import { badgeOf, isUnderName } from './badge-of.ts'
import { detailAt, drawnRect, formOf, isLow, linesIn, tellsInside, textScale } from './detail.ts'
import { LARGEST_MAP_TEXT, NAME_LINE } from '../picture/measures.ts'
import { headerEnds } from './header-ends.ts'
import { NAME_BADGE, nameLineOf, nameMiddle } from './name-line.ts'
import type { Pen } from './pen.ts'
import type { Picture } from '../picture/picture.ts'
import type { RectStyle, Sheet } from './sheet.ts'

/** How many findings the badge of a thing says there are: nothing for one, nor in the low header of a box, which has room for its name alone. */
export function badgeCount({ picture, transform: { k } }: Pen, thing: number): string {
  const form = formOf(picture, thing)
  const count = badgeOf(picture, thing)?.count ?? 0
  const isSaid = form === 'box' ? !isLow(k) : form === 'container' ? count > 0 : count > 1
  return isSaid ? grouped(count) : ''
}

export function drawSeverity(sheet: Sheet, severity: SeverityName, x: number, y: number, size: number): void {
  const { ground, sign } = SEVERITY_SHAPES[severity]
  sheet.path({ d: ground, x, y, scale: size / 14, fill: severity })
  if (size >= 8) sheet.path({ d: sign, x, y, scale: size / 14, stroke: 'surface', lineWidth: 1.6 })
}

/** How large the badge of a flat thing is, CSS pixels. */
export const flatBadgeSize = (k: number): number => Math.max(2, Math.min(9, 30 * k))

/** CSS pixels: a smaller shape could not be told from another. */
const LEAST_SHAPE = 6
const SPECKS: Readonly<Record<SeverityName, RectStyle>> = {
  error: { radius: 0, fill: 'error' },
  warning: { radius: 0, fill: 'warning' },
  info: { radius: 0, fill: 'info' },
}

/** The badge of what is seen from far off: its shape, as far as that can be told. @param right where it ends. */
export function drawFlatBadge(
  sheet: Sheet,
  severity: SeverityName,
  right: number,
  middle: number,
  k: number,
): void {
  const size = flatBadgeSize(k)
  if (size < LEAST_SHAPE) sheet.rect(0, SPECKS[severity], right - size, middle - size / 2, size, size)
  else drawSeverity(sheet, severity, right - size, middle - size / 2, size)
}

/** What is wrong with a thing, in shape and colour, and how often where that is more than once. */
export function drawBadge(sheet: Sheet, pen: Pen, thing: number): void {
  const { picture, fitter, transform } = pen
  const badge = badgeOf(picture, thing)
  if (!badge) return
  const { k } = transform
  const detail = detailAt(k)
  const form = formOf(picture, thing)
  const rect = drawnRect(picture, thing, detail)
  const [x, y] = [rect.x * k + transform.x, rect.y * k + transform.y]
  const right = form === 'box' ? headerEnds(picture, thing, transform, pen.right).to : x + rect.width * k
  const height = rect.height * k
  if (detail === 'tile') {
    // That of a box stands beside its name.
    if (form === 'box') return
    const isSpeck = flatBadgeSize(k) < LEAST_SHAPE
    const middle = linesIn(height) === 2 && !isSpeck ? y + 9 : y + height / 2
    drawFlatBadge(sheet, badge.severity, right - (isSpeck || height <= flatBadgeSize(k) ? 0 : 2), middle, k)
    return
  }
  // In a low header it stands beside the name.
  if (form === 'box' && isLow(k)) return
  const isTold = detail === 'name' && form === 'container' && tellsInside(k)
  if (detail === 'name' && form !== 'box' && !isTold) {
    const { hasBadge, end } = nameLineOf(pen, thing, x, right - x, height)
    const { size } = NAME_BADGE
    const middle = nameMiddle(pen, thing, y, height)
    if (hasBadge) drawSeverity(sheet, badge.severity, end + NAME_BADGE.gap, middle - size / 2, size)
    else drawSeverity(sheet, badge.severity, right - ON_CORNER.in, y - ON_CORNER.out, size)
    return
  }
  const scale = form === 'box' ? Math.min(k, LARGEST_MAP_TEXT) : textScale(picture, k)
  const size = detail === 'name' ? 12 : (form === 'tile' || form === 'container' ? 12 : 13) * scale
  const [middle, inset] = [middleOf(), insetOf()]
  const count = badgeCount(pen, thing)
  const textSize = Math.max(11, 11 * scale)
  const countWidth = count === '' ? 0 : fitter.width(count, textSize, 400) + 3
  if (count !== '')
    sheet.text({
      ...{ x: right - inset, y: middle + 4 * Math.max(1, scale), text: count, size: textSize, weight: 400 },
      ...{ fill: 'ink2', anchor: 'end' },
    })
  drawSeverity(sheet, badge.severity, right - inset - countWidth - size, middle - size / 2, size)

  function middleOf(): number {
    if (form === 'box') return y + 18 * Math.max(k, 0.5)
    if (isTold) return y + 25
    if (form !== 'tile') return y + (form === 'container' ? 35 : middleOfCard()) * scale
    return detail === 'more' && picture.things.places[thing] !== '' ? y + NAME_LINE * scale : y + height / 2
  }

  /** Of what is about: beside the house. */
  function middleOfCard(): number {
    return picture.focus !== thing ? 16 : isUnderName(pen, thing) ? 31 : 20
  }

  /** From the right side of the thing. */
  function insetOf(): number {
    if (form === 'box') return insetInHeader(picture, thing, k)
    if (picture.focus === thing && form !== 'container') return 36 * k
    if (form === 'tile') return 7 * scale
    if (isTold) return 4
    return (form === 'stack' ? 28 : 10) * k
  }
}

/** Whether the badge of what says its name alone stands on its corner. */
export function hasCornerBadge(pen: Pen, thing: number): boolean {
  const { picture, transform } = pen
  const { k } = transform
  const form = formOf(picture, thing)
  const isTold = form === 'container' && tellsInside(k)
  if (detailAt(k) !== 'name' || form === 'box' || isTold || !badgeOf(picture, thing)) return false
  const { x, width, height } = drawnRect(picture, thing, 'name')
  return !nameLineOf(pen, thing, x * k + transform.x, width * k, height * k).hasBadge
}

/** On the right upper corner of what says its name alone, where the name needs all its room. CSS pixels. */
const ON_CORNER = { in: 5, out: 5 } as const

/** From the right side of a box to its badge: before its `−`, where it has one. */
export const insetInHeader = ({ things }: Picture, box: number, k: number): number =>
  isLow(k) ? 5 : things.opens[box] === 1 ? 32 * Math.max(0.75, Math.min(k, LARGEST_MAP_TEXT)) : 8
