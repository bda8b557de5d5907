import { reveal, windowOf, type Size } from '../scene/camera/camera.ts'
import type { Prepared } from '../scene/picture/prepared.ts'
import type { Camera } from '../state/view.ts'

/** Of a card so much must be in the window, in units of the picture: its icon and where its name begins. */
const START = { width: 80, height: 30 }
/** Room beside it, CSS pixels. */
const ROOM = 16
/** Further out names are no longer read. */
const LEAST = 0.5

/**
 * The camera under which something inside an opened box is seen. The same one where something is; else further out around the left top of the box,
 * which stays where it is in the window; else it moves to the nearest card. Open boxes do not count: their ground says nothing. O(n).
 */
export function seeInside(picture: Prepared, box: number, camera: Camera, size: Size): Camera {
  const { things } = picture
  if (things.forms[box] !== 0) return camera
  const seen = windowOf(camera, size)
  const [left, top] = [things.x[box]!, things.y[box]!]
  // Boxes come before what is inside them.
  const isInside = new Uint8Array(things.count)
  isInside[box] = 1
  let [nearest, least] = [-1, Infinity]
  let k = 0
  for (let thing = box + 1; thing < things.count; thing++) {
    const around = things.box[thing]!
    if (around < 0 || isInside[around] === 0) continue
    isInside[thing] = 1
    if (things.forms[thing] === 0) continue
    const [x, y] = [things.x[thing]!, things.y[thing]!]
    const [right, bottom] = [x + START.width, y + START.height]
    if (x >= seen.x && y >= seen.y && right <= seen.x + seen.width && bottom <= seen.y + seen.height)
      return camera
    const scale = Math.min(
      ((seen.x + seen.width - left) * camera.k - ROOM) / (right - left),
      ((seen.y + seen.height - top) * camera.k - ROOM) / (bottom - top),
    )
    k = Math.max(k, scale)
    const distance = (x - left) ** 2 + (y - top) ** 2
    if (distance < least) [nearest, least] = [thing, distance]
  }
  if (nearest < 0) return camera
  // A point stays in its place where it is as far from the middle in the window as before.
  if (k >= LEAST && k < camera.k && left >= seen.x && top >= seen.y)
    return {
      x: left - ((left - camera.x) * camera.k) / k,
      y: top - ((top - camera.y) * camera.k) / k,
      k,
    }
  const rest = { width: seen.width / 2, height: seen.height / 2 }
  return reveal(camera, size, { x: things.x[nearest]!, y: things.y[nearest]!, ...rest })
}
