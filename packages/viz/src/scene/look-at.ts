import type { Camera } from '../state/view.ts'
import { toTransform, windowOf, type Size } from './camera/camera.ts'
import { circlePills, type CirclePill } from './marks/circle-pills.ts'
import { pillsOf } from './marks/pills.ts'
import { linesInside, thingsInside } from './camera/in-window.ts'
import { countMarks, isCounted, takeOutlines, takeThings, type CountMark } from './marks/count-marks.ts'
import type { Fitter } from './marks/cut-text.ts'
import { detailAt } from './marks/detail.ts'
import { linesAround, linesDrawn } from './marks/lines-drawn.ts'
import { startPlaces, type PlacesTaken } from './marks/places-taken.ts'
import { linesAt, type Prepared } from './picture/prepared.ts'
import { drawnFor } from './picture/trunks.ts'
import type { Pen } from './marks/pen.ts'

export interface SceneWish {
  readonly camera: Camera
  readonly size: Size
  readonly fitter: Fitter
  /** The columns of tables that are near, by the key of the table, as far as they are known. */
  readonly columns?: Pen['columns']
}

/** What is seen through the window, and where: nothing that lies beside it. It does not depend on what is chosen. */
export interface Seen {
  readonly picture: Prepared
  readonly pen: Pen
  readonly size: Size
  /** Open containers from the outside in, all other things, and lines, as they are drawn. */
  readonly boxes: readonly number[]
  readonly things: readonly number[]
  readonly lines: readonly number[]
  readonly counts: readonly CountMark[]
  readonly circlePills: readonly CirclePill[]
}

const NO_COLUMNS: Pen['columns'] = new Map()

/** Culls and places: what the rest of the scene is made of. */
export function lookAt(picture: Prepared, { camera, size, fitter, columns = NO_COLUMNS }: SceneWish): Seen {
  const transform = toTransform(camera, size)
  const window = windowOf(camera, size)
  const pen: Pen = { picture, transform, fitter, right: size.width, columns }
  const boxes: number[] = []
  const things: number[] = []
  thingsInside(picture, window, 60 / transform.k, (thing) =>
    (picture.things.forms[thing] === 0 ? boxes : things).push(thing),
  )
  const lines = drawnFor(picture.trunksAt(transform.k), linesInside(picture, window))
  const stands = { picture, pen, size, boxes, things, lines }
  if (detailAt(transform.k) === 'tile') return { ...stands, counts: [], circlePills: [] }
  const places = placesOf(stands)
  const pills = circlePills(picture, lines, transform, window, fitter, places)
  const drawnLines = linesAt(picture, transform.k)
  const counted = lines.filter((line) => isCounted(drawnLines, picture.things, line))
  if (counted.length === 0) return { ...stands, counts: [], circlePills: pills }
  takeOutlines(places, pen, boxes)
  const drawn = linesDrawn(picture, linesAround(picture, window, transform.k), transform, size)
  const counts = countMarks(pen, picture, counted, places, drawn, size)
  return { ...stands, counts, circlePills: pills }
}

/** The places of what labels must keep clear of: things, headers of boxes, and what waits beside cards. */
export function placesOf({ picture, pen, boxes, things }: Omit<Seen, 'counts' | 'circlePills'>): PlacesTaken {
  const places = startPlaces()
  takeThings(places, pen, [...boxes, ...things])
  for (const thing of things)
    for (const { x, y, width, height } of pillsOf(picture, thing, pen.transform, pen.fitter, false))
      places.take(x, y, x + width, y + height)
  return places
}
