import type { Camera } from '../state/view.ts'
import { ICONS } from '../tokens/icons.ts'
import { boxMarks, headerMarks } from './marks/box-marks.ts'
import { toTransform, windowOf, type Size } from './camera/camera.ts'
import { circlePillMarks, circlePills, type CirclePill } from './marks/circle-pills.ts'
import { pillMarks, pillsOf } from './marks/pills.ts'
import { linesInside, thingsInside } from './camera/in-window.ts'
import type * as circleMarks from './marks/circle-marks.ts'
import { changeMarks } from './marks/change-marks.ts'
import {
  countMarks,
  isCounted,
  takeCounts,
  takeOutlines,
  takeThings,
  type CountMark,
} from './marks/count-marks.ts'
import type { Fitter } from './marks/cut-text.ts'
import { farNames } from './marks/far-names.ts'
import { detailAt, drawnRect, formOf, tellsInside } from './marks/detail.ts'
import { laneMarks, laneTitle } from './marks/lane-marks.ts'
import { WITHIN, type Light } from './marks/light-up.ts'
import { linesAround, linesDrawn, type LinesDrawn } from './marks/lines-drawn.ts'
import { circleLines, litLines, restLines, type Lit } from './marks/line-marks.ts'
import type { Mark } from './marks/marks.ts'
import { hasToggle, toggleAt, TOGGLE } from './meet.ts'
import { DETAIL, ROW, STROKE } from './picture/measures.ts'
import { ROLES } from './picture/picture.ts'
import { startPlaces, type PlacesTaken } from './marks/places-taken.ts'
import type { Prepared } from './picture/prepared.ts'
import { startSheet } from './marks/sheet.ts'
import { drawBadge, liesUnder } from './marks/badge-marks.ts'
import type { Pen } from './marks/pen.ts'
import { drawThing } from './marks/thing-marks.ts'

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
  /** Open containers from the outside in, all other things, and lines. */
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
  const lines = linesInside(picture, window)
  const stands = { picture, pen, size, boxes, things, lines }
  if (detailAt(transform.k) === 'tile') return { ...stands, counts: [], circlePills: [] }
  const places = placesOf(stands)
  const pills = circlePills(picture, lines, transform, fitter, places)
  const counted = lines.filter((line) => isCounted(picture.lines, picture.things, line))
  if (counted.length === 0) return { ...stands, counts: [], circlePills: pills }
  takeOutlines(places, pen, boxes)
  const drawn = linesDrawn(picture, linesAround(picture, window, transform.k), transform, size)
  const counts = countMarks(pen, picture, counted, places, drawn)
  return { ...stands, counts, circlePills: pills }
}

/** The places of what labels must keep clear of: things, headers of boxes, and what waits beside cards. */
function placesOf({ picture, pen, boxes, things }: Omit<Seen, 'counts' | 'circlePills'>): PlacesTaken {
  const places = startPlaces()
  takeThings(places, pen, [...boxes, ...things])
  for (const thing of things)
    for (const { x, y, width, height } of pillsOf(picture, thing, pen.transform, pen.fitter, false))
      places.take(x, y, x + width, y + height)
  return places
}

/** What draws a lit circle, where it is loaded. */
export type CircleMarks = Pick<typeof circleMarks, 'hullMarks' | 'wayMarks'>

/** What is chosen, where the pointer is, and what that lights. */
export interface Lighting {
  readonly light: Light | null
  readonly how: Lit
  /** Null as long as it is not loaded: then a lit circle has its lines and no more. */
  readonly circleMarks: CircleMarks | null
  /** Things, and rows of them. */
  readonly chosen: ReadonlySet<number>
  readonly chosenRows: ReadonlySet<number>
  /** The thing and the line under the pointer, or -1. */
  readonly hovered: number
  readonly hoveredLine: number
}

export const NO_LIGHT: Lighting = {
  light: null,
  how: 'path',
  circleMarks: null,
  chosen: new Set(),
  chosenRows: new Set(),
  hovered: -1,
  hoveredLine: -1,
}

/** What is drawn, in three layers: the ground, what dims where something is lit, and what never does. */
export interface Scene {
  readonly ground: readonly Mark[]
  readonly rest: readonly Mark[]
  readonly isDim: boolean
  readonly top: readonly Mark[]
}

export const sceneOf = (seen: Seen, lighting: Lighting): Scene => ({
  ground: groundOf(seen, lighting),
  rest: restOf(seen),
  isDim: lighting.light !== null,
  top: topOf(seen, lighting),
})

/** The lane, boxes from the outside in, their rings, and the hull of a circle that is lit. */
export function groundOf(
  { pen, picture, boxes }: Seen,
  { light, circleMarks, chosen, hovered }: Lighting,
): Mark[] {
  return [
    ...laneMarks(pen),
    ...boxMarks(pen, boxes),
    ...boxes.flatMap((box) => ringOf(pen, box, chosen, hovered)),
    ...endRings(pen, boxes, light, chosen),
    ...((light && circleMarks?.hullMarks(pen, picture, light)) ?? []),
  ]
}

/** Lines at rest, and what they join. */
export function restOf({ pen, picture, things, lines }: Seen): Mark[] {
  const sheet = startSheet()
  for (const thing of things) drawThing(sheet, pen, thing, null)
  return [...restLines(picture, lines, pen.transform), ...sheet.marks()]
}

/** What is lit, in full; and what never dims: badges, ghosts, pills and counts. */
export function topOf(
  seen: Seen,
  { light, how, circleMarks, chosen, chosenRows, hovered, hoveredLine }: Lighting,
): Mark[] {
  const { pen, picture, boxes, things, lines } = seen
  const { transform, fitter } = pen
  const isGhost = (thing: number): boolean => ROLES[picture.things.roles[thing]!] === 'ghost'
  const marks: Mark[] = []
  if (light) {
    const within = lines.filter((line) => light.lines[line] === WITHIN)
    marks.push(...restLines(picture, within, transform))
    const sheet = startSheet()
    for (const thing of things)
      if (light.cards[thing] === 1 || isGhost(thing)) drawThing(sheet, pen, thing, light)
    marks.push(...sheet.marks())
    const lit = lines.filter((line) => light.lines[line] === 1)
    marks.push(
      ...(light.circle
        ? circleLines(picture, lit, light, transform)
        : litLines(picture, lit, light, how, transform)),
    )
  }
  if (hoveredLine >= 0 && (!light || light.lines[hoveredLine] === 0))
    marks.push(
      ...restLines(picture, [hoveredLine], transform).map((mark) =>
        mark.kind === 'lines' ? { ...mark, lineWidth: STROKE.hover } : mark,
      ),
    )
  // Over all lines: what leads through a header does not cross its words.
  marks.push(...laneTitle(pen), ...headerMarks(pen, boxes, light))
  for (const thing of things) marks.push(...ringOf(pen, thing, chosen, hovered))
  marks.push(...endRings(pen, things, light, chosen), ...rowRings(seen, chosenRows))
  const focus = picture.focus
  if (focus >= 0 && (things.includes(focus) || boxes.includes(focus))) marks.push(...focusMarks(pen, focus))

  const badges = startSheet()
  for (const box of boxes) drawBadge(badges, pen, box)
  const far = farNames(pen, boxes, things)
  const isNamed = far.marks.length > 0
  for (const thing of things)
    if (!isNamed || !liesUnder(pen, thing, far.places)) drawBadge(badges, pen, thing)
  marks.push(...badges.marks(), ...changeMarks(pen, [...boxes, ...things]), ...far.marks)
  const pills = things.flatMap((thing) =>
    pillsOf(picture, thing, transform, fitter, thing === hovered || chosen.has(thing)),
  )
  marks.push(...pillMarks(pills))
  if (detailAt(transform.k) !== 'tile')
    for (const thing of things)
      if ((thing === hovered || chosen.has(thing)) && hasToggle(picture, thing))
        marks.push(...toggleMarks(seen, thing))
  if (light?.circle) marks.push(...(circleMarks?.wayMarks(pen, picture, light, placesOf(seen)) ?? []))
  else marks.push(...circlePillMarks(seen.circlePills))
  // What is lit leaves no place for the counts of what is not.
  if (!light?.circle) marks.push(...countsOf(seen, light, hoveredLine))
  return marks
}

/**
 * The counts of what is lit, or of all: those that stand at rest stay where they are. Others find room where lines that are not lit run, and those of
 * the line under the pointer and of the chosen one anywhere on it.
 */
function countsOf(seen: Seen, light: Light | null, hoveredLine: number): CountMark[] {
  const { pen, picture, size, boxes, lines } = seen
  const isLit = (line: number): boolean => !light || light.lines[line] !== 0 || line === hoveredLine
  const counts = seen.counts.filter(({ line }) => isLit(line))
  const meant = [hoveredLine, light?.line ?? -1].filter((line) => line >= 0)
  if (detailAt(pen.transform.k) === 'tile' || (!light && meant.length === 0)) return counts
  const has = new Set(counts.map(({ line }) => line))
  const places = placesOf(seen)
  takeOutlines(places, pen, boxes)
  takeCounts(places, pen, counts)
  for (const { x, y, width, height } of seen.circlePills) places.take(x, y, x + width, y + height)
  const more = (some: readonly number[], drawn: LinesDrawn | null): void => {
    const found = countMarks(
      pen,
      picture,
      some.filter((line) => !has.has(line)),
      places,
      drawn,
    )
    for (const mark of found) has.add(mark.line)
    counts.push(...found)
  }
  more(meant, null)
  if (light) {
    const lit = lines.filter(isLit)
    const counted = lit.filter((line) => isCounted(picture.lines, picture.things, line))
    if (counted.length > 0) more(counted, linesDrawn(picture, lit, pen.transform, size))
  }
  return counts
}

/** The ring round what is chosen, or what the pointer is on. */
function ringOf(
  { picture, transform: { x, y, k } }: Pen,
  thing: number,
  chosen: ReadonlySet<number>,
  hovered: number,
): Mark[] {
  const isChosen = chosen.has(thing)
  if (!isChosen && thing !== hovered) return []
  const rect = drawnRect(picture, thing, detailAt(k))
  const form = formOf(picture, thing)
  const out = isChosen ? (picture.focus === thing ? 3 : 1) : 0.5
  const radius = (form === 'box' ? 9 : form === 'tile' ? 5 : 6) * Math.min(1.5, Math.max(k, 0.3)) + out
  return [
    {
      ...{
        kind: 'rects',
        radius,
        stroke: isChosen ? 'accent' : 'ink3',
        lineWidth: isChosen ? STROKE.ring : 1,
      },
      at: [rect.x * k + x - out, rect.y * k + y - out, rect.width * k + 2 * out, rect.height * k + 2 * out],
    },
  ]
}

/** The rings round the ends of a lit path. */
function endRings(
  pen: Pen,
  things: readonly number[],
  light: Light | null,
  chosen: ReadonlySet<number>,
): Mark[] {
  if (!light) return []
  const ends = new Set(light.ends.filter((end) => !chosen.has(end)))
  return things.flatMap((thing) => (ends.has(thing) ? ringOf(pen, thing, ends, -1) : []))
}

/** The ring round a column that is chosen. */
function rowRings({ picture, pen: { transform } }: Seen, rows: ReadonlySet<number>): Mark[] {
  const { x, y, k } = transform
  if (k < DETAIL.full) return []
  return [...rows].map((row): Mark => {
    const thing = picture.thingOfRow[row]!
    const [left, top] = [picture.things.x[thing]! * k + x, picture.things.y[thing]! * k + y]
    const middle = top + picture.rows.y[row]! * k
    const [width, height] = [picture.things.width[thing]! * k, ROW.height * k]
    return {
      ...{ kind: 'rects', at: [left, middle - height / 2, width, height], radius: 2 },
      ...{ stroke: 'accent', lineWidth: STROKE.ring },
    }
  })
}

/** What opens a thing in its place: a plus on its foot. */
function toggleMarks({ picture, pen }: Seen, thing: number): Mark[] {
  const [x, y] = toggleAt(picture, thing, pen.transform)
  return [
    { kind: 'dots', at: [x, y], radius: TOGGLE.radius, fill: 'surface', stroke: 'ink3', lineWidth: 1 },
    { kind: 'path', d: ICONS.plus, x: x - 6, y: y - 6, scale: 0.5, stroke: 'ink2', lineWidth: 2.4 },
  ]
}

/** Home is ink: an outline and a filled pill with the house, so that it and the selection can fall on the same card. */
function focusMarks({ picture, transform: { x, y, k } }: Pen, focus: number): Mark[] {
  const isTold = formOf(picture, focus) === 'container'
  const rect = drawnRect(picture, focus, detailAt(k))
  const [left, top, width, height] = [rect.x * k + x, rect.y * k + y, rect.width * k, rect.height * k]
  const outline: Mark = {
    ...{
      kind: 'rects',
      at: [left - 1, top - 1, width + 2, height + 2],
      radius: 7 * Math.min(1.5, Math.max(k, 0.3)),
    },
    ...{ stroke: 'ink1', lineWidth: 1.5 },
  }
  if (detailAt(k) === 'tile') return [outline]
  const scale = detailAt(k) === 'name' ? 0.8 : k
  const [px, py] = [
    left + width - 30 * scale,
    detailAt(k) !== 'name'
      ? top + (isTold ? 7 : 10) * scale
      : isTold && tellsInside(k)
        ? top + 3
        : top + height / 2 - 7,
  ]
  return [
    outline,
    { kind: 'rects', at: [px, py, 22 * scale, 20 * scale], radius: 10 * scale, fill: 'ink1' },
    {
      ...{ kind: 'path', d: ICONS.home, x: px + 5 * scale, y: py + 4 * scale, scale: scale / 2 },
      ...{ stroke: 'surface', lineWidth: 2.4 },
    },
  ]
}
