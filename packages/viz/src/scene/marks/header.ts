import { headerEnds } from './header-ends.ts'
import { badgeCount, insetInHeader } from './badge-marks.ts'
import { badgeOf } from './badge-of.ts'
import { detailAt, isLow } from './detail.ts'
import type { SeverityName } from '../../tokens/severity-shapes.ts'
import { BOX, LARGEST_MAP_TEXT, PILL } from '../picture/measures.ts'
import type { Pen } from './pen.ts'

/** Below this height of its header, CSS pixels, a box has its name where nothing is drawn in it. */
const LEAST_HEADER = 12
/**
 * From the middle of its words to where a header begins at least, which is their capitals and the outline; and to where it ends: what hangs below their
 * line, or also what the badges on the corners of what is inside reach over that.
 */
const WORDS = { above: 5, below: 7.5, overBadges: 11 } as const

/** CSS pixels. */
const LOW_BADGE = 11
/** In a low header: from the left of its `−` to its end, and what is free before that. */
const LOW_TOGGLE = { right: 18, before: 6 } as const

/** From the end of the ground around the `−` to the side of its box, which is rounded. CSS pixels. */
const CORNER = 6

/** How the header of an open box is laid out, CSS pixels of the window. */
export interface Header {
  readonly middle: number
  readonly icon: { readonly x: number; readonly size: number }
  readonly title: { readonly x: number; readonly size: number; readonly text: string }
  /** The shape of its badge, beside the title where the header is low: at its end are the corners of what is inside. Else it stands at the right. */
  readonly mark: { readonly severity: SeverityName; readonly x: number; readonly size: number } | null
  /** What is told beside the title, as far as there is room. */
  readonly place: {
    readonly x: number
    readonly y: number
    readonly room: number
    readonly size: number
  } | null
  /** From where to where its badge and its `−` stand; null where it has neither. */
  readonly right: { readonly from: number; readonly to: number } | null
  /** The left of the `−` that closes it, or null where it has none. */
  readonly toggle: number | null
}

/** Null where the header is too low for words. */
export function headerOf(pen: Pen, box: number): Header | null {
  const { picture, transform, fitter } = pen
  const { things } = picture
  const { k } = transform
  const height = BOX.head * k
  if (height < LEAST_HEADER) return null
  const y = things.y[box]! * k + transform.y
  const { from, to: side } = headerEnds(picture, box, transform, pen.right)
  // The header stays at the size of its text: on the screen, not in the world.
  const scale = Math.max(0.75, Math.min(k, LARGEST_MAP_TEXT))
  const isSmall = isLow(k)
  const below = detailAt(k) === 'name' ? WORDS.overBadges : WORDS.below
  const middle = y + Math.min(height / 2, Math.max(WORDS.above, height - below))
  const left = from + (isSmall ? 5 : 12 * scale)
  const iconSize = isSmall ? 10 : 14 * scale
  const titleSize = Math.max(11, 12 * scale)
  const badge = badgeOf(picture, box)
  const count = badgeCount(pen, box)
  const badgeRoom = badge
    ? (isSmall ? LOW_BADGE + 5 : 20) + (count === '' ? 0 : 3 + fitter.width(count, titleSize, 400))
    : 0
  const end = side - insetInHeader(picture, box, k) - badgeRoom
  const title = things.titles[box]!
  const titleX = left + iconSize + (isSmall ? 4 : 5)
  const text = fitter.fit(title, end - titleX, titleSize, 600, picture.telling(box))
  const titleEnd = titleX + fitter.width(text, titleSize, 600)
  const mark = badge && isSmall ? { severity: badge.severity, x: titleEnd + 5, size: LOW_BADGE } : null
  const markEnd = mark ? mark.x + mark.size : titleEnd
  const toggle = toggleLeft()
  const placeX = markEnd + 8
  const placeEnd = !isSmall ? end : toggle === null ? side - insetInHeader(picture, box, k) : toggle - 4
  return {
    middle,
    icon: { x: left, size: iconSize },
    title: { x: titleX, size: titleSize, text },
    place: text === title ? { x: placeX, y: middle + 4, room: placeEnd - placeX, size: 11 } : null,
    mark,
    right: rightEnd(),
    toggle,
  }

  /** In a low header there is a `−` where it can be hit, and leaves the name and the badge as they are. */
  function toggleLeft(): number | null {
    if (things.opens[box] !== 1) return null
    if (!isSmall) return side - 24 * scale
    const low = side - LOW_TOGGLE.right
    return height >= PILL.hit && text === title && markEnd + LOW_TOGGLE.before <= low ? low : null
  }

  function rightEnd(): Header['right'] {
    const to = side - CORNER
    if (isSmall) return toggle === null ? null : { from: toggle - 3, to }
    return badge || toggle !== null ? { from: end + 4, to } : null
  }
}
