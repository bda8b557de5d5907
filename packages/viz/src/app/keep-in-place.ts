import type { Prepared } from '../scene/prepared.ts'
import { nearestTo } from '../scene/walk.ts'
import type { Camera } from '../state/view.ts'

/**
 * The camera under which what one looks at stays where it is when a picture is laid out anew: a chosen card, or the one nearest to
 * the middle of the window that both pictures have. The same camera where nothing has moved.
 */
export function keepInPlace(
  before: Prepared,
  after: Prepared,
  camera: Camera,
  chosen: ReadonlySet<number>,
): Camera {
  const [held] = chosen
  const anchor = held !== undefined && held < after.things.count ? held : -1
  const key = anchor >= 0 ? after.things.keys[anchor] : before.things.keys[nearestTo(before.things, camera)]
  if (key === undefined) return camera
  const [one, other] = [before.cardOfKey.get(key), after.cardOfKey.get(key)]
  if (one === undefined || other === undefined) return camera
  const dx = after.things.x[other]! - before.things.x[one]!
  const dy = after.things.y[other]! - before.things.y[one]!
  return dx === 0 && dy === 0 ? camera : { ...camera, x: camera.x + dx, y: camera.y + dy }
}
