import { flatBadgeSize } from './badge-marks.ts'
import { badgeOf } from './badge-of.ts'
import { linesIn } from './detail.ts'
import { ROLES, type Role } from '../picture/picture.ts'
import type { Pen } from './pen.ts'
import type { RectStyle, Sheet } from './sheet.ts'
import type { At } from './tile-columns.ts'

/** CSS pixels: a lower tile is but a speck, and takes the ink of the lines to be seen among them. */
const SPECK = 5

const FLAT: Readonly<Record<Role, RectStyle>> = {
  declared: { radius: 0, fill: 'line2' },
  outside: { radius: 0, fill: 'hatch', stroke: 'external', lineWidth: 0.75 },
  ghost: { radius: 0, fill: 'canvas', stroke: 'missing', lineWidth: 1 },
}
const SPECKS: Readonly<Record<Role, RectStyle>> = {
  declared: { radius: 0, fill: 'edge' },
  outside: { radius: 0, fill: 'edge' },
  ghost: { radius: 0, fill: 'missing' },
}

/** Draws a closed thing as nothing but its place. */
export function drawFlat(sheet: Sheet, { x, y, width, height }: At, role: Role): void {
  const style = (height < SPECK ? SPECKS : FLAT)[role]
  sheet.rect(0, style, x, y, Math.max(2, width), Math.max(1.5, height))
}

/** Fewer letters of a name that is cut tell nothing. */
const LEAST_CUT = 10

/** A flat thing says its name where it has room for all of it, or for so much that it tells which it is. */
export function drawFlatName(sheet: Sheet, pen: Pen, thing: number, { x, y, width, height }: At): void {
  const { picture, fitter, transform } = pen
  if (linesIn(height) === 0) return
  const room = width - 8 - (badgeOf(picture, thing) ? flatBadgeSize(transform.k) + 3 : 0)
  const title = picture.things.titles[thing]!
  const text = fitter.fit(title, room, 11, 400, picture.telling(thing))
  if (text !== title && text.length <= LEAST_CUT) return
  const isGhost = ROLES[picture.things.roles[thing]!] === 'ghost'
  sheet.text({
    ...{ x: x + 4, y: (linesIn(height) === 1 ? y + height / 2 : y + 9) + 4, text, size: 11, weight: 400 },
    fill: isGhost ? 'missing' : 'ink2',
  })
}
