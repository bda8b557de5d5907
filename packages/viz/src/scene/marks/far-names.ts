import { drawSeverity } from './badge-marks.ts'
import { badgeOf } from './badge-of.ts'
import { groundIn } from './box-marks.ts'
import { saysFlatName } from './flat-marks.ts'
import { headerOf } from './header.ts'
import type { Mark } from './marks.ts'
import type { Pen } from './pen.ts'
import { startPlaces, type PlacesTaken } from './places-taken.ts'
import { startSheet } from './sheet.ts'

/** The smallest box that says its name from far off, and the shape of what is wrong in it. CSS pixels. */
const LEAST_FAR = { width: 40, height: 18 } as const
const SHAPE = 9
const APART = 5
/** A shorter beginning of a name says nothing. */
const LEAST_LETTERS = 4
/** How much of the width of a box its name takes: all of it, or less where something is in the way. */
const ROOMS = [1, 0.7, 0.5] as const

/** The names of boxes whose headers are too low for them, and the places that these take. */
export interface FarNames {
  readonly marks: readonly Mark[]
  readonly places: PlacesTaken
}

/**
 * Places the names of boxes that are seen from far off, each with the shape of the gravest finding in it: in a corner or in the middle, outer
 * boxes first, on no other name.
 * @param inside closed things: their names stay readable. @param isLit `litBoxes`: the names of others are dim.
 */
export function farNames(
  pen: Pen,
  boxes: readonly number[],
  inside: readonly number[],
  isLit: (box: number) => boolean,
): FarNames {
  const { picture, transform, fitter } = pen
  const { things } = picture
  const rectOf = (thing: number): readonly [left: number, top: number, width: number, height: number] => [
    things.x[thing]! * transform.k + transform.x,
    things.y[thing]! * transform.k + transform.y,
    things.width[thing]! * transform.k,
    things.height[thing]! * transform.k,
  ]
  const [names, all] = [startPlaces(), startPlaces()]
  const far = boxes.filter((box) => {
    const [, , width, height] = rectOf(box)
    return headerOf(pen, box) === null && width >= LEAST_FAR.width && height >= LEAST_FAR.height
  })
  if (far.length > 0)
    for (const thing of inside) {
      const [left, top, width, height] = rectOf(thing)
      if (saysFlatName(width, height)) all.take(left, top, left + width, top + height)
    }
  const sheet = startSheet()
  for (const box of far) {
    const found = firstFree(box)
    if (!found) continue
    const { text, x, y, width } = found
    for (const places of [names, all]) places.take(x - 2, y - 8, x + width + 2, y + 8)
    const ground = groundIn(picture, box)
    sheet.rect(0, { radius: 0, fill: ground }, x - 1, y - 7, width + 2, 14)
    sheet.text({
      x,
      y: y + 4,
      text,
      size: 11,
      weight: 600,
      fill: 'ink1',
      halo: ground,
      alpha: isLit(box) ? undefined : 'dim',
    })
    const badge = badgeOf(picture, box)
    if (badge) drawSeverity(sheet, badge.severity, x + width - SHAPE, y - SHAPE / 2, SHAPE)
  }
  return { marks: sheet.marks(), places: names }

  function firstFree(box: number) {
    const [left, top, width, height] = rectOf(box)
    const shape = badgeOf(picture, box) ? SHAPE + APART : 0
    for (const part of ROOMS) {
      const title = things.titles[box]!
      const text = fitter.fit(title, part * width - 8 - shape, 11, 600, picture.telling(box))
      if (text !== title && text.length <= LEAST_LETTERS) return null
      const taken = fitter.width(text, 11, 600) + shape
      for (const [x, y] of [
        [left + 4, top + 9],
        [left + (width - taken) / 2, top + height / 2],
        [left + 4, top + height - 9],
      ] as const)
        if (all.isFree(x - 2, y - 8, x + taken + 2, y + 8)) return { text, x, y, width: taken }
    }
    return null
  }
}
