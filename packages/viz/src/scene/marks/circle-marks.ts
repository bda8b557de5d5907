import { grouped } from '@lineagraph/core'
import { ICONS } from '../../tokens/icons.ts'
import { pointAlong, TRIED_ALONG } from './along-curve.ts'
import { isClearOfLines } from './clear-of-lines.ts'
import { aroundCircle, hullsOf } from './hulls.ts'
import type { Light } from './light-up.ts'
import type { Mark } from './marks.ts'
import { DETAIL } from '../picture/measures.ts'
import type { PlacesTaken } from './places-taken.ts'
import type { Rect } from '../picture/picture.ts'
import type { Prepared } from '../picture/prepared.ts'
import { endTitles } from '../picture/title-at.ts'
import { startSheet, type Sheet } from './sheet.ts'
import type { Pen } from './pen.ts'

/** The ground of a lit circle: a hull around its members and its lines, or several where others stand among its members. */
export function hullMarks(pen: Pen, picture: Prepared, { circle }: Light): Mark[] {
  if (!circle) return []
  const at = hullsOf(picture, circle, pen.transform.k).flatMap((hull) => {
    const { x, y, width, height } = inWindow(pen, hull)
    return [x, y, width, height]
  })
  if (at.length === 0) return []
  return [
    { kind: 'rects', at, radius: 14, fill: 'error-bg', alpha: 'hull' },
    { kind: 'rects', at, radius: 14, stroke: 'error', lineWidth: 1, alpha: 0.28 },
  ]
}

/** Around all of a lit circle, in CSS pixels of the window. */
function hullOf(pen: Pen, picture: Prepared, { circle }: Light): Rect | null {
  const hull = circle && aroundCircle(picture, circle, pen.transform.k)
  return hull && inWindow(pen, hull)
}

const inWindow = ({ transform: { x, y, k } }: Pen, rect: Rect): Rect => ({
  ...{ x: rect.x * k + x, y: rect.y * k + y, width: rect.width * k, height: rect.height * k },
})

/**
 * What is said of a lit circle: scissors on the edges to cut, the numbers on the shortest way round, and in words what it is and what to do,
 * as far as there is room that nothing else takes.
 */
export function wayMarks(pen: Pen, picture: Prepared, light: Light, places: PlacesTaken): Mark[] {
  const { circle } = light
  if (!circle || pen.transform.k < DETAIL.name) return []
  const sheet = startSheet()
  const put = putter(pen, picture, places)
  const cut = new Set(circle.cut)
  const discs: Mark[] = []
  const [only, ...others] = circle.cut
  const hulls = hullsOf(picture, circle, pen.transform.k).map((hull) => inWindow(pen, hull))
  const said =
    only !== undefined && others.length === 0
      ? sayWhatToCut(sheet, pen, picture, only, hullOf(pen, picture, light), hulls, places)
      : null
  const cuts = said ? [said] : circle.cut.map((line) => put(line, 32, 32, 0.5, true))
  circle.way.forEach((line, at) => {
    const text = grouped(circle.wayAt[at]! + 1)
    const width = Math.max(18, pen.fitter.width(text, 11, 600) + 10)
    const place = put(line, width, 18, cut.has(line) ? 0.25 : 0.5)
    if (!place) return
    const [x, y] = place
    sheet.rect(0, { radius: 9, fill: 'error' }, x - width / 2, y - 9, width, 18)
    sheet.text({ x, y: y + 4, text, size: 11, weight: 600, fill: 'surface', anchor: 'middle' })
  })
  for (const at of cuts) {
    if (!at) continue
    const [x, y] = at
    discs.push({ kind: 'dots', at: [x, y], radius: 16, fill: 'surface', stroke: 'error', lineWidth: 2 })
    sheet.path({ d: ICONS.scissors, x: x - 8, y: y - 8, scale: 16 / 24, stroke: 'error', lineWidth: 2 })
  }
  nameCircle(sheet, pen, picture, light, places)
  return [...discs, ...sheet.marks()]
}

/** Finds where on a line a mark has room. @returns null where it has none, but for what must be seen: that stands where it is best. */
function putter({ transform: { x, y, k } }: Pen, picture: Prepared, places: PlacesTaken) {
  const curves = picture.curvesAt(k)
  return (
    line: number,
    width: number,
    height: number,
    best: number,
    isMust = false,
  ): [number, number] | null => {
    const along = pointAlong(picture.lines, curves, line)
    if (!along) return null
    for (const part of [best, ...TRIED_ALONG]) {
      const [px, py] = along(part)
      const [cx, cy] = [px * k + x, py * k + y]
      const [left, top, right, bottom] = [cx - width / 2, cy - height / 2, cx + width / 2, cy + height / 2]
      if (!places.isFree(left, top, right, bottom)) continue
      places.take(left, top, right, bottom)
      return [cx, cy]
    }
    if (!isMust) return null
    const [px, py] = along(best)
    const [cx, cy] = [px * k + x, py * k + y]
    places.take(cx - width / 2, cy - height / 2, cx + width / 2, cy + height / 2)
    return [cx, cy]
  }
}

type Box = readonly [left: number, top: number, right: number, bottom: number]

/** Where along a line the scissors are tried with their words, the middle first; and where it is looked whether a line crosses words. */
const FINE = Array.from({ length: 41 }, (_, i) => 0.5 + (i % 2 === 0 ? 0.01 : -0.01) * i)
const OWN_POINTS = Array.from({ length: 201 }, (_, i) => i / 200)
/** Whether other lines may run under the words, and whether all stand below the line. */
const WORDS_TRIED = [
  [false, false],
  [false, true],
  [true, false],
  [true, true],
] as const
/** Between words and the sides of the hull, CSS pixels. */
const INSIDE_HULL = 8
/** Between words and where their own line turns up beside them. */
const BESIDE = 6

/**
 * Beside the scissors: above the line what to do, below it which edge that is; or, where a thing stands above it, both below it.
 * @returns where on the line the scissors have room with their words, which is taken; null where they have none with them.
 */
function sayWhatToCut(
  sheet: Sheet,
  { transform, fitter }: Pen,
  picture: Prepared,
  line: number,
  hull: Rect | null,
  hulls: readonly Rect[],
  places: PlacesTaken,
): [number, number] | null {
  const along = pointAlong(picture.lines, picture.curvesAt(transform.k), line)
  if (!along || !hull) return null
  const todo = 'Cut this edge: the circle opens'
  const ends = fitter.fit(endTitles(picture, line), 260, 11, 400)
  const [todoWidth, endsWidth] = [fitter.width(todo, 12, 600), fitter.width(ends, 11, 400)]
  const toWindow = ([px, py]: readonly [number, number]): [number, number] => [
    px * transform.k + transform.x,
    py * transform.k + transform.y,
  ]
  const own = OWN_POINTS.map((part) => toWindow(along(part)))
  const [first, last] = [hull.x + INSIDE_HULL, hull.x + hull.width - INSIDE_HULL]
  /** Where a circle has several hulls, words stand in one of them or beside all, not on the side of one. */
  const isOffSides = ([left, top, right, bottom]: Box): boolean =>
    hulls.every(({ x, y, width, height }) => {
      const isBeside = right <= x || left >= x + width || bottom <= y || top >= y + height
      return isBeside || (left >= x && right <= x + width && top >= y && bottom <= y + height)
    })
  /** Words stand in the hull, on nothing else, and their own line does not cross them. */
  const isFree = ([left, top, right, bottom]: Box): boolean =>
    left >= first &&
    right <= last &&
    isOffSides([left, top, right, bottom]) &&
    places.isFree(left, top, right, bottom) &&
    own.every(([x, y]) => x < left - BESIDE || x > right + BESIDE || y < top || y > bottom)
  // No other line either, where that leaves a place for them.
  for (const [mayCross, isBelow] of WORDS_TRIED)
    for (const part of FINE) {
      const [x, y] = toWindow(along(part))
      const disc: Box = [x - 16, y - 16, x + 16, y + 16]
      if (!places.isFree(...disc)) continue
      for (const side of [1, -1] as const) {
        const start = x + side * 26
        const box = (from: number, width: number, top: number, bottom: number): Box => {
          const left = side > 0 ? from : from - width
          return [left, y + top, left + width, y + bottom]
        }
        const endsStart = isBelow ? start + side * (todoWidth + 8) : start
        const words = [
          isBelow ? box(start, todoWidth, 7, 24) : box(start, todoWidth, -24, -7),
          box(endsStart, endsWidth, 7, 24),
        ]
        const isClear = (box: Box): boolean => mayCross || isClearOfLines(picture, transform, ...box, line)
        if (!words.every((box) => isFree(box) && isClear(box))) continue
        for (const one of [disc, ...words]) places.take(...one)
        const anchor = side > 0 ? undefined : 'end'
        const todoY = isBelow ? y + 20 : y - 12
        sheet.text({ x: start, y: todoY, text: todo, size: 12, weight: 600, fill: 'ink1', anchor })
        sheet.text({ x: endsStart, y: y + 20, text: ends, size: 11, weight: 400, fill: 'ink2', anchor })
        return [x, y]
      }
    }
  return null
}

/** From the sides of a hull to what stands in its corner, CSS pixels. */
const IN_CORNER = 16
/** In so many of its hulls the name of a circle is tried. */
const NAMED = 8

/** In a corner of the hull, of the largest that there are, or beside it: whichever is free, with as many words as have room. */
function nameCircle(sheet: Sheet, pen: Pen, picture: Prepared, light: Light, places: PlacesTaken): void {
  const circle = light.circle!
  const hulls = hullsOf(picture, circle, pen.transform.k)
    .map((hull) => inWindow(pen, hull))
    .sort((one, other) => other.width * other.height - one.width * one.height)
    .slice(0, NAMED)
  const name = `Circle of ${grouped(circle.size)}`
  const hops = circle.wayHops
  const way =
    circle.way.length === 0
      ? ''
      : `${circle.isShortest ? 'shortest' : 'a short'} way round: ${grouped(hops)} ${hops === 1 ? 'hop' : 'hops'}`
  const nameWidth = 21 + pen.fitter.width(name, 12, 600)
  for (const words of way === '' ? [''] : [way, '']) {
    const width = nameWidth + (words === '' ? 0 : 8 + pen.fitter.width(words, 11, 400))
    // The name alone may reach past the side of its hull: a circle is named.
    const wideEnough = hulls.filter((hull) => words === '' || width <= hull.width - 2 * IN_CORNER)
    for (const [x, y] of wideEnough.flatMap((hull) => cornersOf(hull, width))) {
      if (!places.isFree(x - 2, y - 9, x + width + 2, y + 9)) continue
      places.take(x, y - 9, x + width, y + 9)
      sheet.path({ d: ICONS.repeat, x, y: y - 7, scale: 14 / 24, stroke: 'error', lineWidth: 2 })
      sheet.text({ x: x + 21, y: y + 4, text: name, size: 12, weight: 600, fill: 'error' })
      sheet.text({ x: x + nameWidth + 8, y: y + 4, text: words, size: 11, weight: 400, fill: 'ink2' })
      return
    }
  }
}

/** Where a name of a width begins, and its middle: in the corners of a hull, above it and below it. */
function cornersOf(hull: Rect, width: number): (readonly [x: number, y: number])[] {
  const [left, right] = [hull.x + IN_CORNER, hull.x + hull.width - IN_CORNER - width]
  const foot = hull.y + hull.height
  const inside = [left, right].flatMap((x) => [[x, hull.y + 20] as const, [x, foot - 12] as const])
  return [...inside, [left, hull.y - 12], [left, foot + 12]]
}
