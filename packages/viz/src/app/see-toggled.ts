import { windowOf, within } from '../scene/camera/camera.ts'
import type { Rect } from '../scene/picture/picture.ts'
import type { Prepared } from '../scene/picture/prepared.ts'
import { rectOf, widened } from '../scene/picture/rects-of.ts'
import type { Camera } from '../state/view.ts'
import { AROUND } from './lies-over.ts'
import { uncovered, type Sight } from './sight.ts'

/**
 * Where a camera that nobody has moved by hand goes with what has been opened or closed: no further than it takes to see all of the picture, else all of that,
 * as far as a window has room for it.
 */
export function seeToggled(picture: Prepared, thing: number, camera: Camera, sight: Sight): Camera {
  const around = widened(rectOf(picture, thing), AROUND / camera.k)
  const seen = windowOf(camera, sight.size)
  const hasRoom = ({ width, height }: Rect): boolean => width <= seen.width && height <= seen.height
  if (hasRoom(picture.bounds)) return within(camera, sight.size, picture.bounds)
  return hasRoom(around) ? uncovered(within, camera, sight, around) : camera
}
