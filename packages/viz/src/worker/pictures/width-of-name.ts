import { isLow } from '../../scene/marks/detail.ts'
import { DETAIL, INSIDE, WAFFLE } from '../../scene/picture/measures.ts'
import { FORMS, type Things } from '../../scene/picture/picture.ts'

/** About how wide letters are at 11 CSS pixels, the least that is read: what is seen is measured. */
const LETTERS = [
  [/[ijlI.,:;'|! ]/, 3],
  [/[-frt()[\]/\\"]/, 4.3],
  [/[mwMW@%]/, 9.6],
  [/[A-Z#&+]/, 7.4],
] as const
const OTHER = 6.4
const BOLD = 1.08
/** Longer names than this are cut anyhow. */
const LONGEST = 60

/** CSS pixels: what is free at both ends of a name alone, its icon, the icon and what is free in the low header of a box; a badge there, and on what is flat. */
const BESIDE = { end: 4, icon: 15, low: 24, lowBadge: 16, flatBadge: 12 } as const
/** In units of the picture: what stands beside the name where all is told. */
const AROUND = { tile: 33, container: 39, card: INSIDE.textX + INSIDE.right, box: 70, badge: 18 } as const

type Named = Pick<Things, 'forms' | 'titles' | 'errors' | 'warnings' | 'infos'>

/** About how wide a thing of the Map, or a card, is to be for its name to be whole where it is seen at a scale. Units of the picture. */
export function widthOfName(things: Named, thing: number, k: number, hasIcons = k >= DETAIL.icon): number {
  const form = FORMS[things.forms[thing]!]!
  const plain = textWidth(things.titles[thing]!)
  const bold = BOLD * plain
  const isBadged = things.errors[thing]! + things.warnings[thing]! + things.infos[thing]! > 0
  const badge = (width: number): number => (isBadged ? width : 0)
  if (form === 'box' && isLow(k)) return (BESIDE.low + bold + badge(BESIDE.lowBadge)) / k
  if (k >= DETAIL.full || form === 'box') {
    const name = form === 'tile' ? plain : bold * Math.max(1, (12 * k) / 11)
    const around = form === 'stack' ? AROUND.card : AROUND[form]
    return around + badge(form === 'container' ? 0 : AROUND.badge) + name / k
  }
  if (k < DETAIL.name) return (2 * BESIDE.end + plain + badge(BESIDE.flatBadge)) / k
  const inset = form === 'tile' ? 6 : form === 'container' ? WAFFLE.inside : 8
  const name = form === 'tile' ? plain : bold
  return (Math.max(BESIDE.end, inset * k) + (hasIcons ? BESIDE.icon : 0) + name + BESIDE.end) / k
}

function textWidth(text: string): number {
  let width = 0
  for (const letter of text.slice(0, LONGEST))
    width += LETTERS.find(([these]) => these.test(letter))?.[1] ?? OTHER
  return width
}
