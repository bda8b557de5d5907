import { grouped } from '@lineagraph/core'
import { isLow } from '../../scene/marks/detail.ts'
import { DETAIL, INSIDE, WAFFLE } from '../../scene/picture/measures.ts'
import { FORMS, type Things } from '../../scene/picture/picture.ts'
import { textWidth } from './text-width.ts'

/** CSS pixels: what is free at both ends of a name alone, its icon, the icon and what is free in the low header of a box; a badge there, and on what is flat. */
const BESIDE = { end: 4, icon: 15, low: 24, lowBadge: 16, flatBadge: 12 } as const
/** In units of the picture: what stands beside the name where all is told. */
const AROUND = {
  tile: 33,
  container: 39,
  card: INSIDE.textX + INSIDE.right,
  stack: INSIDE.textX + INSIDE.right + 20,
  box: 70,
} as const
/** A badge where all is told, units of the picture; what is free before it, and before its count, CSS pixels. */
const BADGE = { size: 13, before: 4, count: 3, inHeader: 20 } as const

type Named = Pick<Things, 'forms' | 'titles' | 'errors' | 'warnings' | 'infos'>

/** About how wide a thing is to be for its name to be whole where it is seen at a scale. Units of the picture. */
export function widthOfName(things: Named, thing: number, k: number, hasIcons = k >= DETAIL.icon): number {
  const form = FORMS[things.forms[thing]!]!
  const plain = textWidth(things.titles[thing]!)
  const bold = textWidth(things.titles[thing]!, 600)
  const findings = things.errors[thing]! || things.warnings[thing]! || things.infos[thing]!
  const badge = (width: number): number => (findings > 0 ? width : 0)
  if (form === 'box' && isLow(k)) return (BESIDE.low + bold + badge(BESIDE.lowBadge)) / k
  if (k >= DETAIL.full || form === 'box') {
    const name = form === 'tile' ? plain : bold * Math.max(1, (12 * k) / 11)
    return (
      AROUND[form] + (form === 'container' ? 0 : badge(badgeWidth(form === 'box', findings, k))) + name / k
    )
  }
  if (k < DETAIL.name) return (2 * BESIDE.end + plain + badge(BESIDE.flatBadge)) / k
  const inset = form === 'tile' ? 6 : form === 'container' ? WAFFLE.inside : 8
  const name = form === 'tile' ? plain : bold
  return (Math.max(BESIDE.end, inset * k) + (hasIcons ? BESIDE.icon : 0) + name + BESIDE.end) / k
}

function badgeWidth(isInHeader: boolean, findings: number, k: number): number {
  const count = BADGE.count + textWidth(grouped(findings))
  return isInHeader
    ? (BADGE.inHeader + count) / k
    : BADGE.size + (BADGE.before + (findings > 1 ? count : 0)) / k
}
