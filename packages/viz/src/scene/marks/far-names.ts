import { drawSeverity } from './badge-marks.ts'
import { badgeOf } from './badge-of.ts'
import { freePlaceIn } from './free-place.ts'
import { headerOf } from './header.ts'
import type { Fitter } from './cut-text.ts'
import type { Mark } from './marks.ts'
import type { Prepared } from '../picture/prepared.ts'
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
/** How much of the width of a box its name takes: all of it, or less where something is in the way. */
const ROOMS = [1, 0.7, 0.5] as const

/** A name as it stands, from the upper left corner of its box, CSS pixels: the base of its letters, and its width with the shape. */
interface FarName {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
}

/** By picture: the names found at the scale that it was seen at last, so that to move it, or to point at something in it, looks for none again. */
const found = new WeakMap<Prepared, { k: number; fitter: Fitter; names: Map<number, FarName | null> }>()

/**
 * The names of boxes whose headers are too low for them, each with the shape of the gravest finding in it: where nothing is drawn at the head of its box,
 * so that no name lies on anything. What has no such place says nothing.
 * @param isLit `litBoxes`: the names of others are dim.
 */
export function farNames(pen: Pen, boxes: readonly number[], isLit: (box: number) => boolean): Mark[] {
  const { picture, transform, fitter } = pen
  const { things } = picture
  const { k } = transform
  let known = found.get(picture)
  if (known?.k !== k || known.fitter !== fitter)
    found.set(picture, (known = { k, fitter, names: new Map<number, FarName | null>() }))
  const { names } = known
  const sheet = startSheet()
  for (const box of boxes) {
    if (things.width[box]! * k < LEAST_WIDTH || headerOf(pen, box) !== null) continue
    let name = names.get(box)
    if (name === undefined) names.set(box, (name = farNameOf(pen, box)))
    if (!name) continue
    const [x, y] = [things.x[box]! * k + transform.x + name.x, things.y[box]! * k + transform.y + name.y]
    const alpha = isLit(box) ? undefined : 'dim'
    sheet.text({ x, y, text: name.text, size: 11, weight: 600, fill: 'ink1', alpha })
    const badge = badgeOf(picture, box)
    if (badge) drawSeverity(sheet, badge.severity, x + name.width - SHAPE, y - 4 - SHAPE / 2, SHAPE)
  }
  return sheet.marks()
}

function farNameOf(pen: Pen, box: number): FarName | null {
  const { picture, transform, fitter } = pen
  const { things } = picture
  const room = things.width[box]! * transform.k
  const shape = badgeOf(picture, box) ? SHAPE + APART : 0
  const title = things.titles[box]!
  const texts = ROOMS.map((part) =>
    fitter.fit(title, part * room - 8 - shape, 11, 600, picture.telling(box)),
  ).filter((text) => text === title || text.length > LEAST_LETTERS)
  const placeFor = freePlaceIn(pen, box)
  for (const text of new Set(texts)) {
    const width = fitter.width(text, 11, 600) + shape
    const place = placeFor(width, HEIGHT)
    if (place) return { text, x: place[0], y: place[1] + BASE, width }
  }
  return null
}
