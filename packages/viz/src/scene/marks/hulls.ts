import { detailAt, drawnRect, type Detail } from './detail.ts'
import { linePieces, union } from './line-pieces.ts'
import { BESIDE_LOOP } from '../picture/measures.ts'
import type { Circle, Rect } from '../picture/picture.ts'
import type { Prepared } from '../picture/prepared.ts'
import { widened } from '../picture/rects-of.ts'

/** Around the members of a circle, in units of the picture, but for its name, CSS pixels; and around its lines. */
interface Room {
  readonly side: number
  readonly top: number
  readonly name: number
  readonly foot: number
  readonly line: number
  readonly lineTop: number
}
const AMPLE: Room = { side: 28, top: 56, name: 0, foot: 28, line: 12, lineTop: 30 }
/** Where others stand close by: with its name, and where that has no place above it without. */
const CLOSE_BY: Room = { side: 9, top: 9, name: 29, foot: 9, line: 12, lineTop: 6 }
const ROOMS = [AMPLE, CLOSE_BY, { ...CLOSE_BY, name: 0, line: 6 }] as const
/** Below a line, where the words on its edge to cut stand, CSS pixels. */
const WORDS = 28
/** Around members between which others stand, in units of the picture: less than there is between two cards. */
const CLOSE = 9
/** With more members than this each has its own hull where one around all does not do. */
const MOST_GATHERED = 40
/** Where lines take more rectangles than this they have no hull. */
const MOST_PIECES = 100

/** The rectangle around all members of a circle and their lines, in units of the picture. */
export function aroundCircle(
  picture: Prepared,
  { things, lines }: Circle,
  k: number,
  room = AMPLE,
): Rect | null {
  if (things.length === 0) return null
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const thing of things) {
    const rect = drawnRect(picture, thing, detailAt(k))
    left = Math.min(left, rect.x - room.side)
    right = Math.max(right, rect.x + rect.width + room.side)
    top = Math.min(top, rect.y - Math.max(room.top, room.name / k))
    bottom = Math.max(bottom, rect.y + rect.height + room.foot)
  }
  for (const line of lines) {
    left = Math.min(left, picture.boxes[4 * line]! - room.line)
    top = Math.min(top, picture.boxes[4 * line + 1]! - room.lineTop)
    right = Math.max(
      right,
      picture.boxes[4 * line + 2]! + (things.length === 1 ? BESIDE_LOOP / k : room.line),
    )
    bottom = Math.max(bottom, picture.boxes[4 * line + 3]! + WORDS / k)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** The last that was found for each circle: it is asked for in every frame. */
const known = new WeakMap<
  Circle,
  { readonly of: Prepared; readonly k: number; readonly hulls: readonly Rect[] }
>()

/**
 * What holds the members of a circle with its lines and no other thing: one hull around all of it, or, where others stand among them, one around as many
 * at a time as none stands among, and along each line. In units of the picture.
 */
export function hullsOf(picture: Prepared, circle: Circle, k: number): readonly Rect[] {
  const found = known.get(circle)
  if (found?.of === picture && found.k === k) return found.hulls
  const hulls = findHulls(picture, circle, k)
  known.set(circle, { of: picture, k, hulls })
  return hulls
}

function findHulls(picture: Prepared, circle: Circle, k: number): readonly Rect[] {
  if (circle.things.length === 0) return []
  const isFree = freeOfOthers(picture, circle, detailAt(k))
  for (const room of ROOMS) {
    const whole = aroundCircle(picture, circle, k, room)
    if (whole && isFree(whole)) return [whole]
  }
  return partsOf(picture, circle, k)
}

/** Whether nothing stands in a rectangle but what is of a circle. */
function freeOfOthers(picture: Prepared, circle: Circle, detail: Detail): (rect: Rect) => boolean {
  const own = ownThings(picture, circle)
  return (rect) =>
    picture.index
      .touching(rect.x, rect.y, rect.x + rect.width, rect.y + rect.height)
      .every((thing) => own[thing] === 1 || !overlap(rect, drawnRect(picture, thing, detail)))
}

/** The same of several hulls: they differ by what is told of things, and by nothing else. */
const knownParts = new WeakMap<
  Circle,
  { readonly of: Prepared; readonly detail: Detail; readonly parts: readonly Rect[] }
>()

function partsOf(picture: Prepared, circle: Circle, k: number): readonly Rect[] {
  const detail = detailAt(k)
  const found = knownParts.get(circle)
  if (found?.of === picture && found.detail === detail) return found.parts
  const parts = findParts(picture, circle, k, detail)
  knownParts.set(circle, { of: picture, detail, parts })
  return parts
}

function findParts(picture: Prepared, circle: Circle, k: number, detail: Detail): readonly Rect[] {
  const isFree = freeOfOthers(picture, circle, detail)
  const members = circle.things.map((thing) => widened(drawnRect(picture, thing, detail), CLOSE))
  const parts = members.length > MOST_GATHERED ? members : gathered(members, isFree)
  const all = [...parts]
  for (const line of circle.lines) {
    all.push(...linePieces(picture.lines, picture.curvesAt(k), line, isFree))
    if (all.length > parts.length + MOST_PIECES) return parts
  }
  return all.length > MOST_GATHERED ? all : gathered(all, isFree)
}

/** 1 for the members of a circle, what they are in, and what is in them. */
function ownThings({ things: { count, box } }: Prepared, { things }: Circle): Uint8Array {
  const within = new Uint8Array(count)
  for (const thing of things) within[thing] = 1
  // A box stands before what is in it.
  for (let thing = 0; thing < count; thing++) if (box[thing]! >= 0) within[thing]! |= within[box[thing]!]!
  const own = within.slice()
  for (const thing of things)
    for (let around = box[thing]!; around >= 0 && own[around] === 0; around = box[around]!) own[around] = 1
  return own
}

/** Joins rectangles as long as what is around two of them is free. O(n³) at worst. */
function gathered(own: readonly Rect[], isFree: (rect: Rect) => boolean): Rect[] {
  const groups = [...own].sort((one, other) => one.x - other.x || one.y - other.y)
  for (let i = 0; i < groups.length; i++)
    for (let j = i + 1; j < groups.length; j++) {
      const both = union(groups[i]!, groups[j]!)
      if (!isFree(both)) continue
      groups[i] = both
      groups.splice(j, 1)
      j = i // what did not fit before may now
    }
  return groups
}

const overlap = (one: Rect, other: Rect): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height
