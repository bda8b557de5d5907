import { lookOf, type Hue } from '../tokens/looks.ts'
import type { IconName } from '../tokens/icons.ts'
import type { SeverityName } from '../tokens/severity-shapes.ts'
import type { Transform } from './camera.ts'
import { cutText, type Measure } from './cut-text.ts'
import { CARD, DETAIL, INSIDE, TEXT } from './measures.ts'
import { FORMS, ROLES, type Role, type Things } from './picture.ts'

/** How much of a card is told at a scale. */
export type Detail = 'full' | 'name' | 'tile'

export interface TextMark {
  readonly x: number
  readonly y: number
  readonly text: string
  /** CSS pixels. */
  readonly size: number
}

export interface BadgeMark {
  readonly severity: SeverityName
  readonly x: number
  readonly y: number
  readonly size: number
  /** Beside the shape; empty for one finding, and where there is no room. */
  readonly count: string
}

/** A card as it is to be drawn, in CSS pixels of the window. */
export interface CardMark {
  readonly card: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly radius: number
  readonly detail: Detail
  readonly isBox: boolean
  readonly shape: Role
  readonly icon: {
    readonly name: IconName
    readonly hue: Hue
    readonly x: number
    readonly y: number
    readonly size: number
  } | null
  readonly title: TextMark | null
  readonly place: TextMark | null
  readonly badge: BadgeMark | null
}

export const detailAt = (k: number): Detail =>
  k >= DETAIL.full ? 'full' : k >= DETAIL.name ? 'name' : 'tile'

/** @param font makes the font of a size for a title or a place. */
export function cardMark(
  cards: Things,
  card: number,
  { x: shiftX, y: shiftY, k }: Transform,
  font: Fonts,
  measure: Measure,
): CardMark {
  const detail = detailAt(k)
  const x = cards.x[card]! * k + shiftX
  const y = cards.y[card]! * k + shiftY
  const [width, height] = [cards.width[card]! * k, cards.height[card]! * k]
  const isBox = FORMS[cards.forms[card]!] === 'box'
  const shape = ROLES[cards.roles[card]!]!
  const badge = badgeMark(cards, card, detail, x, y, k)
  const box = {
    card,
    x,
    y,
    width,
    height,
    radius: Math.min(CARD.radius, CARD.radius * k + 1),
    detail,
    isBox,
    shape,
    badge,
  }
  if (detail === 'tile') return { ...box, icon: null, title: null, place: null }

  const { icon, hue } = lookOf(cards.sorts[card]!)
  const isFull = detail === 'full'
  const iconX = x + INSIDE.iconX * k
  const iconSize = isFull ? INSIDE.icon * k : 14 * Math.max(0.8, k)
  const textX = Math.max(x + INSIDE.textX * k, iconX + iconSize + 4)
  const right =
    x + width - INSIDE.right * k * (isFull ? 1 : 0.6) - (badge ? badge.size + 5 + (badge.count ? 10 : 0) : 0)
  const text = (of: string, at: number, size: number, makeFont: (size: number) => string): TextMark => {
    // Measured at one size for all scales: a title is cut at the same letter while one zooms.
    const whole = cutText(of, ((right - textX) * 12) / size, makeFont(12), measure)
    return { x: textX, y: at, text: whole, size }
  }
  const titleY = isFull ? y + INSIDE.titleY * k : y + Math.min(height, CARD.height * k) / 2 + 4
  const titleSize = isFull ? Math.max(TEXT.least, TEXT.title * k) : TEXT.least
  return {
    ...box,
    icon: {
      name: icon,
      hue,
      x: iconX,
      y: isFull ? y + INSIDE.iconY * k : y + (Math.min(height, CARD.height * k) - iconSize) / 2,
      size: iconSize,
    },
    title: text(cards.titles[card]!, titleY, titleSize, font.title),
    place: isFull
      ? text(cards.places[card]!, y + INSIDE.placeY * k, Math.max(TEXT.least, TEXT.place * k), font.place)
      : null,
  }
}

export interface Fonts {
  readonly title: (size: number) => string
  readonly place: (size: number) => string
}

function badgeMark(
  cards: Things,
  card: number,
  detail: Detail,
  x: number,
  y: number,
  k: number,
): BadgeMark | null {
  const [errors, warnings, infos] = [cards.errors[card]!, cards.warnings[card]!, cards.infos[card]!]
  const severity = errors > 0 ? 'error' : warnings > 0 ? 'warning' : infos > 0 ? 'info' : null
  if (severity === null) return null
  const count = errors || warnings || infos
  if (detail === 'tile') {
    const size = Math.max(4, Math.min(9, 30 * k))
    return { severity, size, count: '', x: x + cards.width[card]! * k - size / 2, y: y - size / 2 }
  }
  const size = detail === 'full' ? 13 * k : 12
  const right = x + (cards.width[card]! - 10) * k
  return {
    severity,
    size,
    count: detail === 'full' && count > 1 ? String(count) : '',
    x: right - size,
    y: detail === 'full' ? y + 8 * k : y + (CARD.height * k - size) / 2,
  }
}
