import type { Point } from '../panels/model.ts'
import { holds, windowOf, within } from '../scene/camera/camera.ts'
import { BOX } from '../scene/picture/measures.ts'
import type { Rect } from '../scene/picture/picture.ts'
import type { Prepared } from '../scene/picture/prepared.ts'
import { rectOf } from '../scene/picture/rects-of.ts'
import type { Camera } from '../state/view.ts'
import { AROUND } from './lies-over.ts'
import { uncovered, type Sight } from './sight.ts'

/**
 * Where a camera that nobody has moved by hand goes with what has been opened or closed: no further than it takes to see all of the picture, else all of that,
 * as far as a window has room for it. It stays where that would take a header, or a closed thing, away from under the pointer: who pressed there may
 * do so again.
 */
export function seeToggled(
  picture: Prepared,
  thing: number,
  camera: Camera,
  sight: Sight,
  pointer: Point | null,
): Camera {
  const { size } = sight
  const rect = rectOf(picture, thing)
  const room = AROUND / camera.k
  const around = {
    x: rect.x - room,
    y: rect.y - room,
    width: rect.width + 2 * room,
    height: rect.height + 2 * room,
  }
  const seen = windowOf(camera, size)
  const hasRoom = ({ width, height }: Rect): boolean => width <= seen.width && height <= seen.height
  const pressed = picture.things.forms[thing] === 0 ? { ...rect, height: BOX.head } : rect
  const isPressed = (at: Camera): boolean => {
    if (!pointer) return false
    const { x, y } = windowOf(at, size)
    return holds(pressed, { x: x + pointer.x / at.k, y: y + pointer.y / at.k })
  }
  const wished = [
    ...(hasRoom(picture.bounds) ? [within(camera, size, picture.bounds)] : []),
    ...(hasRoom(around) ? [uncovered(within, camera, sight, around)] : []),
  ]
  return wished.find((to) => !isPressed(camera) || isPressed(to)) ?? camera
}
