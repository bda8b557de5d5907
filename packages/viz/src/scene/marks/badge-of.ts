import type { SeverityName } from '../../tokens/severity-shapes.ts'
import { formOf } from './detail.ts'
import type { Picture } from '../picture/picture.ts'

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

/** The name of what the lineage is about has its line to itself: the house and the badge of its card stand on the second line. */
export const isUnderName = (picture: Picture, thing: number): boolean =>
  picture.focus === thing && formOf(picture, thing) === 'card'
