import type { Prepared } from '../scene/prepared.ts'
import { nearestTo } from '../scene/walk.ts'
import type { Camera } from '../state/view.ts'

/**
 * The camera under which what one looks at stays where it is when a picture is laid out anew: its left upper corner. That is the first of
 * some keys that both pictures have, or what they both have nearest to the middle of the window. The same camera where nothing has moved.
 */
export function keepInPlace(
  before: Prepared,
  after: Prepared,
  camera: Camera,
  keys: readonly string[],
): Camera {
  const isIn = (key: string): boolean => before.cardOfKey.has(key) && after.cardOfKey.has(key)
  const key = keys.find(isIn) ?? before.things.keys[nearestTo(before.things, camera)]
  if (key === undefined || !isIn(key)) return camera
  const [one, other] = [before.cardOfKey.get(key)!, after.cardOfKey.get(key)!]
  const dx = after.things.x[other]! - before.things.x[one]!
  const dy = after.things.y[other]! - before.things.y[one]!
  return dx === 0 && dy === 0 ? camera : { ...camera, x: camera.x + dx, y: camera.y + dy }
}
