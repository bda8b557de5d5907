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

/** The narrowest flat thing that says its name, CSS pixels. */
const LEAST_NAMED = 36

/** Whether a flat thing is large enough for its name. */
export const saysFlatName = (width: number, height: number): boolean =>
  linesIn(height) > 0 && width >= LEAST_NAMED

/** A flat thing says its name where that has room. */
export function drawFlatName(sheet: Sheet, pen: Pen, thing: number, { x, y, width, height }: At): void {
  if (!saysFlatName(width, height)) return
  const room = width - 8 - (badgeOf(pen.picture, thing) ? flatBadgeSize(pen.transform.k) + 3 : 0)
  const isGhost = ROLES[pen.picture.things.roles[thing]!] === 'ghost'
  sheet.text({
    ...{ x: x + 4, y: (linesIn(height) === 1 ? y + height / 2 : y + 9) + 4, size: 11, weight: 400 },
    text: pen.fitter.fit(pen.picture.things.titles[thing]!, room, 11, 400, pen.picture.telling(thing)),
    fill: isGhost ? 'missing' : 'ink2',
  })
}
