import type { SeverityName } from '../../tokens/severity-shapes.ts'
import { formOf } from './detail.ts'
import { DETAIL, INSIDE } from '../picture/measures.ts'
import type { Picture } from '../picture/picture.ts'
import type { Pen } from './pen.ts'

/** The gravest finding on a thing or inside it, and how many there are of its severity. */
export function badgeOf(
  { things }: Picture,
  thing: number,
): { severity: SeverityName; count: number } | null {
  const [errors, warnings, infos] = [things.errors[thing]!, things.warnings[thing]!, things.infos[thing]!]
  if (errors > 0) return { severity: 'error', count: errors }
  if (warnings > 0) return { severity: 'warning', count: warnings }
  return infos > 0 ? { severity: 'info', count: infos } : null
}

/** Where the text of a thing ends: before its badge. */
export const beforeBadge = ({ picture, fitter, transform: { k } }: Pen, thing: number): number => {
  const badge = badgeOf(picture, thing)
  return badge === null
    ? 0
    : 13 * k + 4 + (badge.count > 1 ? fitter.width(String(badge.count), 11, 400) + 3 : 0)
}

/** Whether a card is what the lineage is about. */
export const isHome = (picture: Picture, thing: number): boolean =>
  picture.focus === thing && formOf(picture, thing) === 'card'

/** What the house of a card takes from its name: from its left to the end of the text. In units of the picture. */
export const HOUSE_ROOM = 26

/** Whether the name of what the lineage is about has its line to itself, as it has no room beside the house and the badge of its card: these stand on the second line. The same at every scale. */
export function isUnderName(pen: Pen, thing: number): boolean {
  const { picture, fitter } = pen
  if (!isHome(picture, thing)) return false
  const { things } = picture
  const taken =
    HOUSE_ROOM + beforeBadge({ ...pen, transform: { ...pen.transform, k: DETAIL.full } }, thing) / DETAIL.full
  const room = things.width[thing]! - INSIDE.textX - INSIDE.right - taken
  return fitter.width(things.titles[thing]!, 11, 600) > room * DETAIL.full
}
