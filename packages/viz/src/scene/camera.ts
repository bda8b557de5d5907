import type { Camera } from '../state/view.ts'
import { DETAIL, SCALE } from './measures.ts'
import type { Rect } from './picture.ts'

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

/**
 * Shows all of a picture in the middle, never enlarged. What a picture keeps free around it is part of its bounds.
 * @param corner what covers the window's right foot: the picture is put beside it or above it, whichever leaves it larger.
 */
export function fit(bounds: Rect, size: Size, corner: Size = { width: 0, height: 0 }): Camera {
  const whole = fitInto(bounds, size)
  const [right, bottom] = [whole.x + size.width / 2 / whole.k, whole.y + size.height / 2 / whole.k]
  const isClear =
    bounds.x + bounds.width <= right - corner.width / whole.k ||
    bounds.y + bounds.height <= bottom - corner.height / whole.k
  if (isClear) return whole
  const beside = fitInto(bounds, { ...size, width: size.width - corner.width })
  const above = fitInto(bounds, { ...size, height: size.height - corner.height })
  return beside.k >= above.k
    ? { ...beside, x: beside.x + corner.width / 2 / beside.k }
    : { ...above, y: above.y + corner.height / 2 / above.k }
}

function fitInto(bounds: Rect, { width, height }: Size): Camera {
  const k = Math.min(1, width / Math.max(1, bounds.width), height / Math.max(1, bounds.height))
  return {
    x: bounds.x + bounds.width / 2,
    y: bounds.y + bounds.height / 2,
    k: Math.max(SCALE.least, k),
  }
}

/** Down to this scale a whole picture is still read; below it opens on a part, at a scale where its cards say all they have. */
const READABLE = 0.5
const OPENING = 0.9
/** Around what a picture is about, where that is larger than the window. */
const ABOVE = 40

/** Whether a picture is read while a window shows all of it. */
export const readsWhole = (bounds: Rect, size: Size): boolean => fit(bounds, size).k >= READABLE

/**
 * Where a picture opens: all of it, or, where that could not be read, all of its width, or as much as can be around what it is about.
 * @param about null for a picture that is about nothing more than the rest: it is read from its left top on.
 * @param hasRows whether cards have rows, which are drawn from a scale on: a picture that is only too high for that opens at that scale.
 * @param showsAll whether cards are to say all that they have, even where no window can show all of them then.
 * @param isNarrow whether the window is that of a phone, where one scrolls down as a matter of course: a picture opens as wide as the window.
 */
export function opening(
  bounds: Rect,
  size: Size,
  corner?: Size,
  about: Rect | null = null,
  hasRows = false,
  isNarrow = false,
  showsAll = false,
): Camera {
  const whole = fit(bounds, size, corner)
  const widest = Math.min(OPENING, size.width / Math.max(1, bounds.width))
  const least = showsAll && !isNarrow ? DETAIL.full : READABLE
  const isTooHigh =
    whole.k < DETAIL.full && ((hasRows && widest >= DETAIL.full) || (isNarrow && widest >= READABLE))
  if (whole.k >= least && !isTooHigh) return whole
  const k = widest >= least ? widest : OPENING
  const middle = (start: number, length: number, window: number, aim: number): number =>
    length <= window
      ? start + length / 2
      : Math.max(start + window / 2, Math.min(aim, start + length - window / 2))
  const { x, y, width, height } = about ?? { ...bounds, width: 0, height: 0 }
  return {
    x: middle(bounds.x, bounds.width, size.width / k, x + Math.min(width, size.width / k - ABOVE / k) / 2),
    y: middle(
      bounds.y,
      bounds.height,
      size.height / k,
      y + Math.min(height, size.height / k - ABOVE / k) / 2,
    ),
    k,
  }
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

/** The camera, moved no further than it takes to show a rectangle with some room around it. */
export function reveal(camera: Camera, size: Size, rect: Rect): Camera {
  const seen = windowOf(camera, size)
  const room = Math.min(48 / camera.k, seen.width / 4, seen.height / 4)
  return {
    ...camera,
    x: camera.x + shift(seen.x + room, seen.width - 2 * room, rect.x, rect.width),
    y: camera.y + shift(seen.y + room, seen.height - 2 * room, rect.y, rect.height),
  }
}

function shift(start: number, length: number, from: number, width: number): number {
  if (width > length || from < start) return from - start
  return Math.max(0, from + width - start - length)
}
