import { drawSeverity } from './badge-marks.ts'
import { badgeOf } from './badge-of.ts'
import { freePlaceIn } from './free-place.ts'
import { headerOf } from './header.ts'
import type { Mark } from './marks.ts'
import type { Pen } from './pen.ts'
import { startSheet } from './sheet.ts'

/** The narrowest box that says its name from far off, and the shape of what is wrong in it. CSS pixels. */
const LEAST_WIDTH = 40
const SHAPE = 9
const APART = 5
/** From the top of a name, which has its capitals and what hangs below the line, to its foot, and to its base. */
const [HEIGHT, BASE] = [11.5, 8.5]
/** A shorter beginning of a name says nothing. */
const LEAST_LETTERS = 4

/**
 * The names of boxes whose headers are too low for them, each with the shape of the gravest finding in it: where nothing is drawn at the head of its box,
 * so that no name lies on anything. What has no such place says nothing.
 * @param isLit `litBoxes`: the names of others are dim.
 */
export function farNames(pen: Pen, boxes: readonly number[], isLit: (box: number) => boolean): Mark[] {
  const { picture, transform, fitter } = pen
  const { things } = picture
  const sheet = startSheet()
  for (const box of boxes) {
    const room = things.width[box]! * transform.k
    if (room < LEAST_WIDTH || headerOf(pen, box) !== null) continue
    const badge = badgeOf(picture, box)
    const shape = badge ? SHAPE + APART : 0
    const title = things.titles[box]!
    const text = fitter.fit(title, room - 8 - shape, 11, 600, picture.telling(box))
    if (text !== title && text.length <= LEAST_LETTERS) continue
    const width = fitter.width(text, 11, 600) + shape
    const place = freePlaceIn(pen, box, width, HEIGHT)
    if (!place) continue
    const x = things.x[box]! * transform.k + transform.x + place[0]
    const y = things.y[box]! * transform.k + transform.y + place[1] + BASE
    const alpha = isLit(box) ? undefined : 'dim'
    sheet.text({ x, y, text, size: 11, weight: 600, fill: 'ink1', alpha })
    if (badge) drawSeverity(sheet, badge.severity, x + width - SHAPE, y - 4 - SHAPE / 2, SHAPE)
  }
  return sheet.marks()
}
