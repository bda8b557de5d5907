import { ICONS } from '../../tokens/icons.ts'
import { lookOf } from '../../tokens/looks.ts'
import type { Colour } from '../../tokens/colours.ts'
import { ROLES } from '../picture/picture.ts'
import type { Pen } from './pen.ts'
import type { Sheet } from './sheet.ts'

/** Draws what sort of thing it is, or that it is missing, or that it is a circle. */
export function drawIcon(sheet: Sheet, pen: Pen, thing: number, x: number, y: number, size: number): void {
  const { picture } = pen
  const look = lookOf(picture.things.sorts[thing]!)
  const isGhost = ROLES[picture.things.roles[thing]!] === 'ghost'
  const isCircle = picture.things.keys[thing]!.startsWith('stack:circle:')
  const icon = isCircle ? 'repeat' : isGhost ? 'ghost' : look.icon
  const stroke = isCircle ? 'error' : isGhost ? 'missing' : look.hue
  sheet.path({ d: ICONS[icon], x, y, scale: size / 24, stroke, lineWidth: 2 })
}

/** The ink of its name. */
export const inkOf = ({ picture }: Pen, thing: number): Colour =>
  ROLES[picture.things.roles[thing]!] === 'ghost' ? 'missing' : 'ink1'
