import { badgeOf, isUnderName } from './badge-of.ts'
import { formOf, tellsInside } from './detail.ts'
import { linesOf } from '../picture/adjacency.ts'
import { DETAIL, WAFFLE } from '../picture/measures.ts'
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

/** Between the icon and the name; what is free at both ends of the line; the badge with what is free before it. */
const GAP = 4
const AROUND = 4
export const NAME_BADGE = { size: 11, gap: 3 } as const

/** The weight of a name. */
export const weightOf = (pen: Pen, thing: number): 400 | 600 =>
  formOf(pen.picture, thing) === 'tile' ? 400 : 600

/**
 * The icon stands before the name; far out in the Map the name stands alone, since there it is worth more, and before that where it would be
 * cut beside its icon. The badge stands behind it where the whole name has room for all that, and where a loop takes the corner.
 * @param x where it begins. @param height of it.
 */
export function nameLineOf(pen: Pen, thing: number, x: number, width: number, height: number): NameLine {
  const { picture, fitter, transform } = pen
  const { k } = transform
  const form = formOf(picture, thing)
  const inset = (form === 'tile' ? 6 : form === 'container' ? WAFFLE.inside : 8) * k
  const left = x + Math.max(picture.changes ? 6 : AROUND, inset)
  const isHouse = picture.focus === thing && !isUnderName(picture, thing)
  const end = x + width - AROUND - (isHouse ? 24 : 0)
  const isWhole = (from: number, to: number): boolean =>
    from + fitter.width(picture.things.titles[thing]!, 11, weightOf(pen, thing)) <= to
  const size = Math.min(11, height - 6)
  const behindIcon = left + size + GAP
  const isTold = form === 'container' && tellsInside(k)
  const isBadged = !isTold && badgeOf(picture, thing) !== null
  const isAtLoop = isBadged && feedsItself(picture, thing)
  const beforeBadge = end - NAME_BADGE.size - NAME_BADGE.gap
  const hasIcon =
    picture.view === 'lineage' || (k >= DETAIL.icon && isWhole(behindIcon, isAtLoop ? beforeBadge : end))
  const [icon, textX] = hasIcon ? [size, behindIcon] : [0, left]
  const hasBadge = isAtLoop || (isBadged && hasIcon && isWhole(textX, beforeBadge))
  return { left, icon, textX, end: hasBadge ? beforeBadge : end, hasBadge }
}

const feedsItself = ({ adjacency, lines }: Prepared, thing: number): boolean =>
  linesOf(adjacency.out, thing).some((line) => lines.to[line] === thing)
