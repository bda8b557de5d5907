import { drawFlatBadge, drawSeverity } from './badge-marks.ts'
import { badgeOf } from './badge-of.ts'
import { freePlaceIn } from './free-place.ts'
import { headerOf } from './header.ts'
import type { Mark } from './marks.ts'
import type { Pen } from './pen.ts'
import { BOX } from '../picture/measures.ts'
import { startSheet } from './sheet.ts'

/** The shape of what is wrong in a box behind its name, and what is free before it; and behind it, where it stands alone. CSS pixels. */
const [SHAPE, APART, INSET] = [9, 5, 2]
/** From the top of a name, which has its capitals and what hangs below the line, to its foot, and to its base. */
const [HEIGHT, BASE] = [11.5, 8.5]
/** A shorter beginning of a name says nothing. */
const LEAST_LETTERS = 4

/**
 * The names of boxes whose headers are too low for them, each with the shape of the gravest finding in it: where nothing is drawn at the head of its box,
 * so that no name lies on anything. What has no such place says nothing, and has the shape in its header.
 * @param isLit `litBoxes`: the names of others are dim.
 */
export function farNames(pen: Pen, boxes: readonly number[], isLit: (box: number) => boolean): Mark[] {
  const { picture, transform, fitter } = pen
  const { things } = picture
  const sheet = startSheet()
  for (const box of boxes) {
    if (headerOf(pen, box) !== null) continue
    const { k } = transform
    const [left, top] = [things.x[box]! * k + transform.x, things.y[box]! * k + transform.y]
    const room = things.width[box]! * k
    const badge = badgeOf(picture, box)
    const shape = badge ? SHAPE + APART : 0
    const title = things.titles[box]!
    const text = fitter.fit(title, room - 8 - shape, 11, 600, picture.telling(box))
    const isSaid = text === title || text.length > LEAST_LETTERS
    const width = fitter.width(text, 11, 600) + shape
    const place = isSaid ? freePlaceIn(pen, box, width, HEIGHT) : null
    if (!place) {
      if (badge) drawFlatBadge(sheet, badge.severity, left + room - INSET, top + (BOX.head / 2) * k, k)
      continue
    }
    const [x, y] = [left + place[0], top + place[1] + BASE]
    const alpha = isLit(box) ? undefined : 'dim'
    sheet.text({ x, y, text, size: 11, weight: 600, fill: 'ink1', alpha })
    if (badge) drawSeverity(sheet, badge.severity, x + width - SHAPE, y - 4 - SHAPE / 2, SHAPE)
  }
  return sheet.marks()
}
