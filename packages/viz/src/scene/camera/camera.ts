import type { Camera } from '../../state/view.ts'
import { DETAIL, SCALE } from '../picture/measures.ts'
import type { Rect } from '../picture/picture.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

/** What d3-zoom speaks: a point p of the picture is drawn at p · k + (x, y). */
export interface Transform {
  readonly x: number
  readonly y: number
  readonly k: number
}

export const toTransform = ({ x, y, k }: Camera, { width, height }: Size): Transform => ({
  x: width / 2 - x * k,
  y: height / 2 - y * k,
  k,
})

export const toCamera = ({ x, y, k }: Transform, { width, height }: Size): Camera => ({
  x: (width / 2 - x) / k,
  y: (height / 2 - y) / k,
  k,
})

/** What covers the right foot of a window, CSS pixels. */
export interface Corner extends Size {
  /** How high it is where it gives way, as it does where its whole height would make the picture smaller; left out, it gives no way. */
  readonly least?: number
  /** Whether anything of the picture stands in a rectangle; where it is left out, anything may. */
  readonly isTaken?: (rect: Rect) => boolean
}

export const NO_CORNER: Corner = { width: 0, height: 0 }

/**
 * Shows all of a picture in the middle, never enlarged. What a picture keeps free around it is part of its bounds.
 * @param corner covers nothing of it: where it would, the picture is moved to the left or the top; where that does not help, the corner gives way, and else
 * the picture is as large as helps there, or beside it or above it, whichever leaves it larger.
 */
export function fit(bounds: Rect, size: Size, corner: Corner = NO_CORNER): Camera {
  const whole = fitInto(bounds, size)
  const moved = besideCorner(bounds, whole, size, corner)
  if (isClear(bounds, moved, size, corner)) return moved
  const pushedAt = (k: number): Camera => ({
    x: bounds.x + size.width / 2 / k,
    y: bounds.y + size.height / 2 / k,
    k,
  })
  const pushed = pushedAt(whole.k)
  if (isClear(bounds, pushed, size, corner)) return pushed
  if (corner.least !== undefined) {
    const { least, ...giving } = corner
    return fit(bounds, size, { ...giving, height: least })
  }
  const beside = fitInto(bounds, { ...size, width: size.width - corner.width })
  const above = fitInto(bounds, { ...size, height: size.height - corner.height })
  const least = Math.max(beside.k, above.k)
  for (let step = 1; step < STEPS; step++) {
    const smaller = pushedAt(whole.k - (step / STEPS) * (whole.k - least))
    if (isClear(bounds, smaller, size, corner)) return smaller
  }
  return beside.k >= above.k
    ? { ...beside, x: beside.x + corner.width / 2 / beside.k }
    : { ...above, y: above.y + corner.height / 2 / above.k }
}

/** Between the scale at which all of a picture is seen and the one at which its corner may be covered, so many are tried. */
const STEPS = 6

function isClear(bounds: Rect, { x, y, k }: Camera, size: Size, corner: Corner): boolean {
  const [right, bottom] = [x + size.width / 2 / k, y + size.height / 2 / k]
  const covered = { x: right - corner.width / k, y: bottom - corner.height / k }
  if (bounds.x + bounds.width <= covered.x || bounds.y + bounds.height <= covered.y) return true
  const taken = { ...covered, width: corner.width / k, height: corner.height / k }
  return corner.isTaken !== undefined && !corner.isTaken(taken)
}

/** The scale at which a window shows all columns of a picture: that of rows, where nothing but some of what is free beside it is lost by that. */
function widestOf(bounds: Rect, held: Rect | null, { width }: Size): number {
  const widest = width / Math.max(1, bounds.width)
  if (held && widest < DETAIL.full && width / Math.max(1, held.width) >= DETAIL.full) return DETAIL.full
  return Math.min(OPENING, widest)
}

function fitInto(bounds: Rect, { width, height }: Size): Camera {
  const k = Math.min(1, width / Math.max(1, bounds.width), height / Math.max(1, bounds.height))
  return { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2, k }
}

/** How far a hand may shrink a picture: to less than a window shows all of it at, so that there is room beside a corner too. */
export const leastScale = (bounds: Rect, size: Size): number =>
  Math.min(SCALE.least, fitInto(bounds, size).k / 2)

/** From this scale on most names are whole, as icons give way to them. */
const WELL_READ = 0.6
/** Down to this scale a whole picture is still read; below it opens on a part, at a scale where its cards say all they have. */
const READABLE = 0.5
/** Where cards are to say all that they have, a whole picture is worth more than that so little before they do. */
const NEARLY_ALL = 0.75
/** Where no rows are drawn, seeing all columns of a lineage is worth their cards saying less, down to this scale. */
const ALL_COLUMNS = 0.7
export const OPENING = 0.9
/** Around what a picture is about, where that is larger than the window. */
const ABOVE = 40

/** Whether names are read under a camera. */
export const isRead = ({ k }: Camera): boolean => k >= READABLE

/** Whether a picture is read well while a window shows all of it. */
export const readsWhole = (bounds: Rect, size: Size): boolean => fit(bounds, size).k >= WELL_READ

/**
 * Shows all of a picture, as `fit` does; one that has rows at the scale of those, where nothing but some of what is free around it is lost by that.
 * @param held what it holds with as little around it as may be, where it has rows.
 */
export function seeWhole(bounds: Rect, held: Rect | null, size: Size, corner?: Corner): Camera {
  const whole = fit(bounds, size, corner)
  if (!held || whole.k >= DETAIL.full) return whole
  const near = fit(held, size, corner)
  return near.k >= DETAIL.full ? { ...near, k: DETAIL.full } : whole
}

/**
 * Where a picture opens: all of it, or, where that could not be read, all of its width, or as much as can be around what it is about.
 * @param about null for a picture that is about nothing more than the rest: it is read from its left top on.
 * @param held what the picture holds, where cards have rows, which are drawn from a scale on: a picture that is only too high for that opens at that scale,
 * and none a little below.
 * @param showsAll whether cards are to say all that they have, even where no window can show all of them then.
 * @param isNarrow whether the window is that of a phone, where one scrolls down as a matter of course: a picture opens as wide as the window.
 */
export function opening(
  bounds: Rect,
  size: Size,
  corner?: Corner,
  about: Rect | null = null,
  held: Rect | null = null,
  isNarrow = false,
  showsAll = false,
): Camera {
  const whole = seeWhole(bounds, held, size, corner)
  const widest = widestOf(bounds, held, size)
  const least = !showsAll || isNarrow ? READABLE : held ? DETAIL.full : ALL_COLUMNS
  const isTooHigh =
    whole.k < DETAIL.full && ((held && widest >= DETAIL.full) || (isNarrow && widest >= READABLE))
  const hidesRows = (k: number): boolean => held !== null && k >= NEARLY_ALL && k < DETAIL.full
  if (whole.k >= Math.min(least, NEARLY_ALL) && !isTooHigh && !hidesRows(whole.k)) return whole
  const k = widest >= least && !hidesRows(widest) ? widest : OPENING
  const middle = (start: number, length: number, window: number, aim: number): number =>
    length <= window
      ? start + length / 2
      : Math.max(start + window / 2, Math.min(aim, start + length - window / 2))
  const { x, y, width, height } = about ?? { ...bounds, width: 0, height: 0 }
  const sides = held && k === widest && held.width <= size.width / k ? held : bounds
  const camera = {
    x: middle(sides.x, sides.width, size.width / k, x + Math.min(width, size.width / k - ABOVE / k) / 2),
    y: middle(
      bounds.y,
      bounds.height,
      size.height / k,
      y + Math.min(height, size.height / k - ABOVE / k) / 2,
    ),
    k,
  }
  return corner ? besideCorner(bounds, camera, size, corner) : camera
}

/** The camera, moved up or to the left no further than it takes for the corner to cover nothing, where a picture leaves room for that. */
function besideCorner(bounds: Rect, camera: Camera, size: Size, corner: Corner): Camera {
  if (isClear(bounds, camera, size, corner)) return camera
  const { x, y, k } = camera
  const [overX, overY] = [
    bounds.x + bounds.width - x - (size.width / 2 - corner.width) / k,
    bounds.y + bounds.height - y - (size.height / 2 - corner.height) / k,
  ]
  if (bounds.height * k + corner.height <= size.height) return { ...camera, y: y + overY }
  if (bounds.width * k + corner.width <= size.width) return { ...camera, x: x + overX }
  return camera
}

/** Looks at a picture in the part of a window that is above what stands at its foot. @param foot CSS pixels. */
export function above(foot: number, { width, height }: Size, look: (free: Size) => Camera): Camera {
  const camera = look({ width, height: height - foot })
  return { ...camera, y: camera.y + foot / 2 / camera.k }
}

/** The part of the picture that the window shows. */
export function windowOf({ x, y, k }: Camera, { width, height }: Size): Rect {
  return { x: x - width / 2 / k, y: y - height / 2 / k, width: width / k, height: height / k }
}

/** The part of the picture that is seen in a rectangle of the window. */
export const partUnder = ({ x, y, width, height }: Rect, camera: Camera, size: Size): Rect => {
  const { k } = camera
  const seen = windowOf(camera, size)
  return { x: seen.x + x / k, y: seen.y + y / k, width: width / k, height: height / k }
}

/** The place in the picture that is seen at a point of the window. */
export function placeUnder(
  { x, y }: { readonly x: number; readonly y: number },
  camera: Camera,
  size: Size,
): { readonly x: number; readonly y: number } {
  const seen = windowOf(camera, size)
  return { x: seen.x + x / camera.k, y: seen.y + y / camera.k }
}

export const holds = (rect: Rect, { x, y }: { readonly x: number; readonly y: number }): boolean =>
  x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height

/** The camera under which all stays where it is on the screen when the window has another size: its left top is where it was. */
export const staying = ({ x, y, k }: Camera, before: Size, after: Size): Camera => ({
  x: x + (after.width - before.width) / 2 / k,
  y: y + (after.height - before.height) / 2 / k,
  k,
})

/** The camera, moved no further than it takes for the window to show all of a rectangle, or nothing beside one that is larger. */
export function within(camera: Camera, { width, height }: Size, bounds: Rect): Camera {
  const between = (at: number, one: number, other: number): number =>
    Math.max(Math.min(one, other), Math.min(at, Math.max(one, other)))
  const [halfX, halfY] = [width / 2 / camera.k, height / 2 / camera.k]
  return {
    ...camera,
    x: between(camera.x, bounds.x + halfX, bounds.x + bounds.width - halfX),
    y: between(camera.y, bounds.y + halfY, bounds.y + bounds.height - halfY),
  }
}

/** The camera, moved no further than it takes to show a rectangle with some room around it, as far as the window has any. */
export function reveal(camera: Camera, size: Size, rect: Rect): Camera {
  const seen = windowOf(camera, size)
  const most = Math.min(48 / camera.k, seen.width / 4, seen.height / 4)
  const roomIn = (window: number, length: number): number =>
    length <= window ? Math.min(most, (window - length) / 2) : most
  const [beside, above] = [roomIn(seen.width, rect.width), roomIn(seen.height, rect.height)]
  return {
    ...camera,
    x: camera.x + shift(seen.x + beside, seen.width - 2 * beside, rect.x, rect.width),
    y: camera.y + shift(seen.y + above, seen.height - 2 * above, rect.y, rect.height),
  }
}

/** The camera, moved no further than it takes to show a rectangle from side to side, and from top to bottom, where the window has room for that. */
export function showWhole(camera: Camera, size: Size, { x, y, width, height }: Rect): Camera {
  const seen = windowOf(camera, size)
  const half = 0.5 / camera.k
  return {
    ...camera,
    x: camera.x + (width <= seen.width + half ? shift(seen.x, seen.width, x, width) : 0),
    y: camera.y + (height <= seen.height + half ? shift(seen.y, seen.height, y, height) : 0),
  }
}

function shift(start: number, length: number, from: number, width: number): number {
  if (width > length || from < start) return from - start
  return Math.max(0, from + width - start - length)
}

/** Around what is opened, CSS pixels. */
const AROUND = 32
/** With so much of a window before it, what is opened stands well where it stands; else it gets so much. Parts of the window. */
const FAIR = 1 / 3
const MUCH = 2 / 3

/**
 * The camera, moved no further than it takes to see enough of a rectangle that has been opened: as a rule it stays, since its left top is under the
 * pointer. Where less than a third of the window is left for it, it gets two thirds, or as much as it needs. The same camera where that shows no more.
 */
export function showMore(camera: Camera, size: Size, { x, y, width, height }: Rect): Camera {
  const seen = windowOf(camera, size)
  const room = AROUND / camera.k
  const dx = shiftForMore(seen.x, seen.width, x, width, room)
  const dy = shiftForMore(seen.y, seen.height, y, height, room)
  return dx === 0 && dy === 0 ? camera : { ...camera, x: camera.x + dx, y: camera.y + dy }
}

function shiftForMore(start: number, length: number, from: number, width: number, room: number): number {
  if (from < start) return from - room - start
  const left = start + length - from
  if (width <= left || left >= FAIR * length) return 0
  return Math.min(width + room, MUCH * length) - left
}
