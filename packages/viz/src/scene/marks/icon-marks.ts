import { ICONS } from '../../tokens/icons.ts'
import { lookOf } from '../../tokens/looks.ts'
import type { Colour } from '../../tokens/colours.ts'
import { ROLES } from '../picture/picture.ts'
import type { Pen } from './pen.ts'
import type { Sheet } from './sheet.ts'

/** Draws what sort of thing it is, or that it is missing. */
export function drawIcon(sheet: Sheet, pen: Pen, thing: number, x: number, y: number, size: number): void {
  const { picture } = pen
  const look = lookOf(picture.things.sorts[thing]!)
  const isGhost = ROLES[picture.things.roles[thing]!] === 'ghost'
  sheet.path({
    d: ICONS[isGhost ? 'ghost' : look.icon],
    ...{ x, y, scale: size / 24, stroke: isGhost ? 'missing' : look.hue, lineWidth: 2 },
  })
}

/** The ink of its name. */
export const inkOf = ({ picture }: Pen, thing: number): Colour =>
  ROLES[picture.things.roles[thing]!] === 'ghost' ? 'missing' : 'ink1'
