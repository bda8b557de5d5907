import { above, partUnder, seeWhole, toTransform, type Size } from '../scene/camera/camera.ts'
import { minimapCorner } from '../scene/camera/minimap-place.ts'
import type { Rect } from '../scene/picture/picture.ts'
import type { Prepared } from '../scene/picture/prepared.ts'
import type { Camera } from '../state/view.ts'
import { coveredBy, footOf, LEAST, type Covered } from './lies-over.ts'

/** What a picture is seen through: a window, and what of the page lies over it now, in the window's coordinates. */
export interface Sight {
  readonly size: Size
  /** On a narrow page there is no minimap. */
  readonly isNarrow: boolean
  /** Panels and bars, and the minimap. */
  readonly over: readonly Rect[]
  /** The bars at the foot alone. */
  readonly bars: readonly Rect[]
}

/** How a camera is moved for a rectangle. */
type Move = (camera: Camera, size: Size, rect: Rect) => Camera

/** The camera, moved so that a rectangle is seen, and lies under nothing. */
export function uncovered(move: Move, camera: Camera, { size, over }: Sight, rect: Rect): Camera {
  const whole = { x: 0, y: 0, ...size }
  const sides = coveredBy(over, whole, { x: -1, y: -1, width: 0, height: 0 })
  const beside = moveIn(move, camera, size, rect, sides)
  const { x, y, k } = toTransform(beside, size)
  const seen = { x: rect.x * k + x, y: rect.y * k + y, width: rect.width * k, height: rect.height * k }
  return moveIn(move, beside, size, rect, coveredBy(over, whole, seen))
}

/** Moves in the part of the window that is not covered. */
function moveIn(
  move: Move,
  camera: Camera,
  size: Size,
  rect: Rect,
  { left, right, bottom }: Covered,
): Camera {
  const free = { width: size.width - left - right, height: size.height - bottom }
  if (free.width < LEAST || free.height < LEAST) return move(camera, size, rect)
  const [dx, dy] = [(left - right) / 2 / camera.k, -bottom / 2 / camera.k]
  const to = move({ ...camera, x: camera.x + dx, y: camera.y + dy }, free, rect)
  return { ...to, x: to.x - dx, y: to.y - dy }
}

/** All of a picture, and nothing of it under a bar. */
export function wholeIn({ size, isNarrow, bars }: Sight, picture: Prepared): Camera {
  const corner = isNarrow ? undefined : minimapCorner(picture)
  const { bounds, rows, held } = picture
  const look = (free: Size): Camera => seeWhole(bounds, rows.count > 0 ? held : null, free, corner)
  const whole = look(size)
  const foot = footOf(bars, { x: 0, y: 0, ...size }, (bar) => {
    const { x, y, width, height } = partUnder(bar, whole, size)
    return picture.index.touching(x, y, x + width, y + height).length > 0
  })
  return foot === 0 || size.height - foot < LEAST ? whole : above(foot, size, look)
}
