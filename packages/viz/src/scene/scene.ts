import { boxMarks, headerMarks, litBoxes } from './marks/box-marks.ts'
import { circlePillMarks } from './marks/circle-pills.ts'
import { pillMarks, pillsOf } from './marks/pills.ts'
import { changeMarks } from './marks/change-marks.ts'
import { farNames } from './marks/far-names.ts'
import { detailAt } from './marks/detail.ts'
import { laneMarks, laneTitle } from './marks/lane-marks.ts'
import { lightOnTrunks } from './marks/light-on-trunks.ts'
import { WITHIN } from './marks/light-up.ts'
import { circleLines, litLines, restLines } from './marks/line-marks.ts'
import type { Mark } from './marks/marks.ts'
import { hasToggle } from './meet.ts'
import { STROKE } from './picture/measures.ts'
import { ROLES } from './picture/picture.ts'
import { startSheet } from './marks/sheet.ts'
import { drawBadge } from './marks/badge-marks.ts'
import { drawThing } from './marks/thing-marks.ts'
import { placesOf, type Seen } from './look-at.ts'
import type { Lighting } from './lighting.ts'
import { litCounts } from './lit-counts.ts'
import { ringOf, endRings, rowRings } from './marks/ring-marks.ts'
import { toggleMarks } from './toggle-marks.ts'
import { focusMarks } from './marks/focus-marks.ts'

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
    ...boxMarks(pen, boxes, litBoxes(picture, light)),
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
  { light: given, how, circleMarks, chosen, chosenRows, hovered, hoveredLine }: Lighting,
): Mark[] {
  const { pen, picture, boxes, things } = seen
  const { transform, fitter } = pen
  const trunks = picture.trunksAt(transform.k)
  // A circle has its own lines, also where others are drawn as one.
  const isCircle = trunks !== null && given?.circle
  const light = given && trunks && !isCircle ? lightOnTrunks(given, trunks) : given
  const lines = isCircle ? [...given.lines.keys()].filter((line) => given.lines[line] === 1) : seen.lines
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
        : litLines(picture, lit, light, how, transform, seen.size)),
    )
  }
  if (hoveredLine >= 0 && (!light || light.lines[hoveredLine] === 0))
    marks.push(
      ...restLines(picture, [hoveredLine], transform).map((mark) =>
        mark.kind === 'lines' ? { ...mark, lineWidth: STROKE.hover } : mark,
      ),
    )
  const isLit = litBoxes(picture, light)
  // Over all lines: what leads through a header does not cross its words.
  marks.push(...laneTitle(pen), ...headerMarks(pen, boxes, isLit))
  for (const thing of things) marks.push(...ringOf(pen, thing, chosen, hovered))
  marks.push(...endRings(pen, [...boxes, ...things], light, chosen), ...rowRings(pen, chosenRows))
  const focus = picture.focus
  if (focus >= 0 && (things.includes(focus) || boxes.includes(focus))) marks.push(...focusMarks(pen, focus))

  const badges = startSheet()
  for (const one of [...boxes, ...things]) drawBadge(badges, pen, one)
  marks.push(...badges.marks(), ...changeMarks(pen, [...boxes, ...things]), ...farNames(pen, boxes, isLit))
  const pills = things.flatMap((thing) =>
    pillsOf(picture, thing, transform, fitter, thing === hovered || chosen.has(thing)),
  )
  marks.push(...pillMarks(pills))
  if (detailAt(transform.k) !== 'tile')
    for (const thing of things)
      if ((thing === hovered || chosen.has(thing)) && hasToggle(picture, thing))
        marks.push(...toggleMarks(pen, thing))
  if (light?.circle) marks.push(...(circleMarks?.wayMarks(pen, picture, light, placesOf(seen), boxes) ?? []))
  else marks.push(...circlePillMarks(seen.circlePills))
  // What is lit leaves no place for the counts of what is not.
  if (!light?.circle) marks.push(...litCounts(seen, light, hoveredLine))
  return marks
}
