import { grouped } from '@lineagraph/core'
import { ICONS } from '../../tokens/icons.ts'
import { pointAlong, TRIED_ALONG } from './along-curve.ts'
import { isClearOfHeads } from './clear-of-heads.ts'
import { isClearOfLines } from './clear-of-lines.ts'
import { takeOutlines } from './count-marks.ts'
import { aroundCircle, hullsOf } from './hulls.ts'
import type { Light } from './light-up.ts'
import type { Mark, TextMark } from './marks.ts'
import { DETAIL } from '../picture/measures.ts'
import { outlineOf } from './outline-of.ts'
import { startPlaces, type PlacesTaken } from './places-taken.ts'
import type { Circle, Rect } from '../picture/picture.ts'
import type { Prepared } from '../picture/prepared.ts'
import { endTitles } from '../picture/title-at.ts'
import { startSheet, type Sheet } from './sheet.ts'
import type { Pen } from './pen.ts'

/** The ground of a lit circle: a hull around its members and its lines, or several where others stand among its members. */
export function hullMarks(pen: Pen, picture: Prepared, { circle }: Light): Mark[] {
  if (!circle) return []
  const hulls = hullsOf(picture, circle, pen.transform.k)
  if (hulls.length === 0) return []
  if (hulls.length === 1) {
    const { x, y, width, height } = inWindow(pen, hulls[0]!)
    const at = [x, y, width, height]
    return [
      { kind: 'rects', at, radius: ROUND, fill: 'error-bg', alpha: 'hull' },
      { kind: 'rects', at, radius: ROUND, stroke: 'error', lineWidth: 1, alpha: SIDE },
    ]
  }
  const { x, y, k } = pen.transform
  const path = { kind: 'path', d: outlineAround(hulls), x, y, scale: k } as const
  return [
    { ...path, fill: 'error-bg', alpha: 'hull' },
    { ...path, stroke: 'error', lineWidth: 1 / k, alpha: SIDE },
  ]
}

/** The corners of a hull, and how much of its side is seen. */
const ROUND = 14
const SIDE = 0.28

/** It is asked for in every frame. */
const outlines = new WeakMap<readonly Rect[], string>()

function outlineAround(hulls: readonly Rect[]): string {
  const known = outlines.get(hulls) ?? outlineOf(hulls, ROUND)
  outlines.set(hulls, known)
  return known
}

/** Around all of a circle, in CSS pixels of the window. */
function hullOf(pen: Pen, picture: Prepared, circle: Circle, hulls: readonly Rect[]): Rect | null {
  if (hulls.length === 1) return hulls[0]!
  const hull = aroundCircle(picture, circle, pen.transform.k)
  return hull && inWindow(pen, hull)
}

const inWindow = ({ transform: { x, y, k } }: Pen, rect: Rect): Rect => ({
  ...{ x: rect.x * k + x, y: rect.y * k + y, width: rect.width * k, height: rect.height * k },
})

/**
 * What is said of a lit circle: scissors on the edges to cut, the numbers on the shortest way round, and in words what it is and what to do,
 * as far as there is room that nothing else takes.
 */
export function wayMarks(
  pen: Pen,
  picture: Prepared,
  light: Light,
  places: PlacesTaken,
  boxes: readonly number[],
): Mark[] {
  const { circle } = light
  if (!circle || pen.transform.k < DETAIL.name) return []
  const sheet = startSheet()
  const hulls = hullsOf(picture, circle, pen.transform.k).map((hull) => inWindow(pen, hull))
  const cut = new Set(circle.cut)
  const numbers = circle.way.map((line, at): StepNumber => {
    const text = grouped(circle.wayAt[at]! + 1)
    return { line, text, width: Math.max(18, pen.fitter.width(text, 11, 600) + 10) }
  })
  const [only, ...others] = circle.cut
  /** The numbers on what is not cut, the scissors, and the other numbers. Null where scissors have no room. */
  const marked = (room: Room, ahead: readonly StepNumber[], rest: readonly StepNumber[]) => {
    const first = ahead.map((number) => room.put(number.line, number.width, 18, 0.5))
    const said =
      only !== undefined && others.length === 0
        ? sayWhatToCut(pen, picture, only, hullOf(pen, picture, circle, hulls), hulls, room)
        : null
    const cuts = said ? [said.at] : circle.cut.map((line) => room.put(line, 32, 32, 0.5))
    const last = rest.map(({ line, width }) => room.put(line, width, 18, cut.has(line) ? 0.25 : 0.5))
    return {
      said,
      cuts,
      steps: [...ahead, ...rest].map((number, i) => ({ ...number, at: [...first, ...last][i] })),
    }
  }
  let room = startRoom(pen, picture, light, places)
  let marks = marked(
    room,
    numbers.filter(({ line }) => !cut.has(line)),
    numbers.filter(({ line }) => cut.has(line)),
  )
  if (marks.cuts.includes(null) && numbers.length <= FEW) {
    // Rather the scissors than a number.
    room = startRoom(pen, picture, light, places)
    marks = marked(room, [], numbers)
  }
  for (const box of room.taken) places.take(...box)
  for (const { at, text, width } of marks.steps) {
    if (!at) continue
    const [x, y] = at
    sheet.rect(0, { radius: 9, fill: 'error' }, x - width / 2, y - 9, width, 18)
    sheet.text({ x, y: y + 4, text, size: 11, weight: 600, fill: 'surface', anchor: 'middle' })
  }
  const discs: Mark[] = []
  for (const at of marks.cuts) {
    if (!at) continue
    const [x, y] = at
    discs.push({ kind: 'dots', at: [x, y], radius: 16, fill: 'surface', stroke: 'error', lineWidth: 2 })
    sheet.path({ d: ICONS.scissors, x: x - 8, y: y - 8, scale: 16 / 24, stroke: 'error', lineWidth: 2 })
  }
  for (const text of marks.said?.words ?? []) sheet.text(text)
  takeOutlines(places, pen, boxes)
  nameCircle(sheet, pen, picture, light, places)
  return [...discs, ...sheet.marks()]
}

/** With more marks than this a place is looked for at few parts of their lines. */
const FEW = 60

interface StepNumber {
  readonly line: number
  readonly text: string
  readonly width: number
}

/** Where marks still have room: on no thing, no arrowhead and no other mark. */
interface Room {
  readonly taken: readonly Box[]
  take(box: Box): void
  isFree(box: Box): boolean
  /** Finds where on a line, or with its line off its middle, a mark has room, and takes that; null where it has none. @param best the part of the line that is tried first. */
  put(line: number, width: number, height: number, best: number): [number, number] | null
}

function startRoom(
  { transform }: Pen,
  picture: Prepared,
  { lines, circle }: Light,
  places: PlacesTaken,
): Room {
  const { x, y, k } = transform
  const curves = picture.curvesAt(k)
  const taken: Box[] = []
  const own = startPlaces()
  const isFew = (circle?.way.length ?? 0) + (circle?.cut.length ?? 0) <= FEW
  const take = (box: Box): void => {
    taken.push(box)
    own.take(...box)
  }
  const isFree = (box: Box): boolean =>
    places.isFree(...box) &&
    own.isFree(...box) &&
    isClearOfHeads(picture, transform, box, (line) => lines[line] === 1)
  return {
    taken,
    take,
    isFree,
    put(line, width, height, best) {
      const along = pointAlong(picture.lines, curves, line)
      if (!along) return null
      for (const off of isFew ? offLine(height) : [0])
        for (const part of [best, ...TRIED_ALONG, ...(isFew ? FINE : [])]) {
          const [px, py] = along(part)
          const [cx, cy] = [px * k + x, py * k + y + off]
          const box: Box = [cx - width / 2, cy - height / 2, cx + width / 2, cy + height / 2]
          if (!isFree(box)) continue
          take(box)
          return [cx, cy]
        }
      return null
    },
  }
}

/** How far the middle of a mark of a height is tried below its line, or above it: its line still runs through it. */
const offLine = (height: number): readonly number[] => [0, 0.3 * height, -0.3 * height]

type Box = readonly [left: number, top: number, right: number, bottom: number]

/** Where along a line a mark is tried where room is scarce, and the scissors with their words, the middle first; and where it is looked whether a line crosses words. */
const FINE = Array.from({ length: 47 }, (_, i) => 0.5 + (i % 2 === 0 ? 0.01 : -0.01) * i)
const OWN_POINTS = Array.from({ length: 201 }, (_, i) => i / 200)
/** Whether other lines may run under the words, whether all stand below the line, and whether they do not say which edge it is. */
const WORDS_TRIED = [
  [false, false, false],
  [false, true, false],
  [true, false, false],
  [true, true, false],
  [false, false, true],
  [false, true, true],
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
  { transform, fitter }: Pen,
  picture: Prepared,
  line: number,
  hull: Rect | null,
  hulls: readonly Rect[],
  room: Room,
): { readonly at: [number, number]; readonly words: readonly TextMark[] } | null {
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
    room.isFree([left, top, right, bottom]) &&
    own.every(([x, y]) => x < left - BESIDE || x > right + BESIDE || y < top || y > bottom)
  // No other line either, where that leaves a place for them; and rather what to do alone than nothing.
  for (const [mayCross, isBelow, isShort] of WORDS_TRIED)
    for (const off of offLine(32))
      for (const part of FINE) {
        const [x, y] = toWindow(along(part))
        const disc: Box = [x - 16, y + off - 16, x + 16, y + off + 16]
        if (!room.isFree(disc)) continue
        for (const side of [1, -1] as const) {
          const start = x + side * 26
          const box = (from: number, width: number, top: number, bottom: number): Box => {
            const left = side > 0 ? from : from - width
            return [left, y + top, left + width, y + bottom]
          }
          const endsStart = isBelow ? start + side * (todoWidth + 8) : start
          const boxes = [
            isBelow ? box(start, todoWidth, 7, 24) : box(start, todoWidth, -24, -7),
            ...(isShort ? [] : [box(endsStart, endsWidth, 7, 24)]),
          ]
          const isClear = (box: Box): boolean => mayCross || isClearOfLines(picture, transform, ...box, line)
          if (!boxes.every((box) => isFree(box) && isClear(box))) continue
          for (const one of [disc, ...boxes]) room.take(one)
          const anchor = side > 0 ? undefined : 'end'
          const todoY = isBelow ? y + 20 : y - 12
          const kind = 'text'
          const words: TextMark[] = [
            { kind, x: start, y: todoY, text: todo, size: 12, weight: 600, fill: 'ink1', anchor },
            { kind, x: endsStart, y: y + 20, text: ends, size: 11, weight: 400, fill: 'ink2', anchor },
          ]
          return { at: [x, y + off], words: isShort ? words.slice(0, 1) : words }
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
  const inside = [hull.y + 20, hull.y + 14, foot - 12].flatMap((y) =>
    [left, right].map((x) => [x, y] as const),
  )
  return [...inside, [left, hull.y - 12], ...[12, 30, 48].map((below) => [left, foot + below] as const)]
}
