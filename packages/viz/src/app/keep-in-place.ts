import type { Prepared } from '../scene/prepared.ts'
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
  const key = keys.find(isIn) ?? nearestOf(before, camera, isIn)
  if (key === undefined) return camera
  const [one, other] = [before.cardOfKey.get(key)!, after.cardOfKey.get(key)!]
  const dx = after.things.x[other]! - before.things.x[one]!
  const dy = after.things.y[other]! - before.things.y[one]!
  return dx === 0 && dy === 0 ? camera : { ...camera, x: camera.x + dx, y: camera.y + dy }
}

/** The key of what is nearest to a point among the things that count. */
function nearestOf(
  { things: { count, x, y, keys } }: Prepared,
  at: Camera,
  counts: (key: string) => boolean,
): string | undefined {
  let [nearest, least] = [-1, Infinity]
  for (let thing = 0; thing < count; thing++) {
    const distance = (x[thing]! - at.x) ** 2 + (y[thing]! - at.y) ** 2
    if (distance < least && counts(keys[thing]!)) [nearest, least] = [thing, distance]
  }
  return keys[nearest]
}
