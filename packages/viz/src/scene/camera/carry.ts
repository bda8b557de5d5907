import type { Camera } from '../../state/view.ts'
import { toTransform, windowOf, type Size, type Transform } from './camera.ts'
import { linesInside, thingsInside } from './in-window.ts'
import type { Rect } from '../picture/picture.ts'
import type { Prepared } from '../picture/prepared.ts'

/** So many things and lines in a window are painted in the time of a frame, also without a graphics card; with more the camera carries what is painted. */
const LIGHT = 1000
/** How far what is painted may be enlarged or shrunk, and how little of the window it may fill, while somebody's hand is on it. */
const ENLARGED = 2
const FILLED = 0.6

/** Whether painting what the window shows takes so long that a moving camera would stutter. */
export function isHeavy(picture: Prepared, camera: Camera, size: Size): boolean {
  const { things, lines } = picture
  if (things.count + lines.count <= LIGHT) return false
  const window = windowOf(camera, size)
  let seen = 0
  thingsInside(picture, window, 0, () => seen++)
  return seen > LIGHT || seen + linesInside(picture, window).length > LIGHT
}

/** How what was painted under one camera lies in the window of another: a point p of it is seen at p · k + (x, y). CSS pixels. */
export function carried(painted: Camera, now: Camera, size: Size): Transform {
  const [before, after] = [toTransform(painted, size), toTransform(now, size)]
  const k = after.k / before.k
  return { x: after.x - before.x * k, y: after.y - before.y * k, k }
}

/** The part of the window that it fills. */
export function filledBy({ x, y, k }: Transform, { width, height }: Size): Rect {
  const [left, top] = [Math.max(0, x), Math.max(0, y)]
  return {
    x: left,
    y: top,
    width: Math.max(0, Math.min(width, x + width * k) - left),
    height: Math.max(0, Math.min(height, y + height * k) - top),
  }
}

/** Whether what was painted still serves under another camera, until that comes to rest. */
export function stillServes(to: Transform, size: Size): boolean {
  const { width, height } = filledBy(to, size)
  return to.k <= ENLARGED && to.k >= 1 / ENLARGED && width * height >= FILLED * size.width * size.height
}
