import { badgeOf, isHome } from './badge-of.ts'
import { formOf, tellsInside, tellsPlace } from './detail.ts'
import { linesOf } from '../picture/adjacency.ts'
import { DETAIL, INSIDE, WAFFLE } from '../picture/measures.ts'
import type { Pen } from './pen.ts'
import type { Prepared } from '../picture/prepared.ts'

/** Where what says its name alone has its icon, its name and its badge. CSS pixels of the window. */
export interface NameLine {
  readonly left: number
  /** How large the icon is; 0 where there is none. */
  readonly icon: number
  readonly textX: number
  readonly end: number
  /** Whether its badge stands in it, behind the name. */
  readonly hasBadge: boolean
}

/** Between the icon and the name; what is free at both ends of the line; the icon, where it has its height; the badge with what is free before it. */
const GAP = 4
const AROUND = 4
const ICON = 11
export const NAME_BADGE = { size: 11, gap: 3 } as const
const BEFORE_BADGE = NAME_BADGE.size + NAME_BADGE.gap

/** The weight of a name. */
export const weightOf = (pen: Pen, thing: number): 400 | 600 =>
  formOf(pen.picture, thing) === 'tile' ? 400 : 600

/**
 * The icon stands before the name; far out in the Map all names stand alone, since there they are worth more: at one scale all have icons, or none. The
 * badge stands behind it where the whole name has room for all that, and where a loop takes the corner.
 * @param x where it begins. @param height of it.
 */
export function nameLineOf(pen: Pen, thing: number, x: number, width: number, height: number): NameLine {
  const { picture, transform } = pen
  const { k } = transform
  const left = x + Math.max(leastInset(picture), insetOf(picture, thing) * k)
  const isHouse = picture.focus === thing && !isHome(picture, thing)
  const end = x + width - AROUND - (isHouse ? 24 : 0)
  const size = Math.min(ICON, height - 6)
  const isTold = formOf(picture, thing) === 'container' && tellsInside(k)
  const isBadged = !isTold && badgeOf(picture, thing) !== null
  const isAtLoop = isBadged && feedsItself(picture, thing)
  const beforeBadge = end - BEFORE_BADGE
  const hasIcon = picture.view === 'lineage' || k >= DETAIL.icon
  const [icon, textX] = hasIcon ? [size, left + size + GAP] : [0, left]
  const hasBadge = isAtLoop || (isBadged && hasIcon && textX + nameWidth(pen, thing) <= beforeBadge)
  return { left, icon, textX, end: hasBadge ? beforeBadge : end, hasBadge }
}

/** The middle of a name in what says that alone, or, above it, where it is. @param y of the top. */
export const nameMiddle = (
  { picture, transform: { k } }: Pen,
  thing: number,
  y: number,
  height: number,
): number => y + (tellsPlace(picture, thing, k) ? INSIDE.titleY * k - 4 : height / 2)

const nameWidth = (pen: Pen, thing: number): number =>
  pen.fitter.width(pen.picture.things.titles[thing]!, 11, weightOf(pen, thing))

/** Before what stands in the line, units of the picture, and the least of it, CSS pixels. */
const insetOf = (picture: Prepared, thing: number): number => {
  const form = formOf(picture, thing)
  return form === 'tile' ? 6 : form === 'container' ? WAFFLE.inside : 8
}
const leastInset = ({ changes }: Prepared): number => (changes ? 6 : AROUND)

export const feedsItself = ({ adjacency, lines }: Prepared, thing: number): boolean =>
  linesOf(adjacency.out, thing).some((line) => lines.to[line] === thing)
