import { windowOf, type Size } from '../scene/camera/camera.ts'
import { thingsInside } from '../scene/camera/in-window.ts'
import type { Prepared } from '../scene/picture/prepared.ts'
import { firstInStack, type Camera } from '../state/view.ts'

/**
 * The camera under which what one looks at stays where it is when a picture is laid out anew: its left upper corner. That is the first of
 * some keys that both pictures have, or what they both have nearest to the middle of the window. Where a stack has been spread, its first thing
 * stands where it stood, and where it is folded again, it stands where its first thing did. The same camera where nothing has moved.
 */
export function keepInPlace(
  before: Prepared,
  after: Prepared,
  camera: Camera,
  keys: readonly string[],
): Camera {
  const isIn = (key: string): boolean => before.cardOfKey.has(key) && after.cardOfKey.has(key)
  const isSpread = (key: string): boolean =>
    before.cardOfKey.has(key) && !after.cardOfKey.has(key) && after.cardOfKey.has(firstInStack(key))
  const isFolded = (key: string): boolean =>
    after.cardOfKey.has(key) && !before.cardOfKey.has(key) && before.cardOfKey.has(firstInStack(key))
  const key =
    keys.find((one) => isIn(one) || isSpread(one) || isFolded(one)) ??
    nearestOf(before, camera, isIn) ??
    nearestOf(before, camera, isSpread)
  if (key === undefined) return camera
  const one = before.cardOfKey.get(key) ?? before.cardOfKey.get(firstInStack(key))!
  const other = after.cardOfKey.get(key) ?? after.cardOfKey.get(firstInStack(key))!
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

/**
 * The thing to look at where all that a window showed is gone from it: the one that is nearest to its middle; -1 where something is seen, and
 * where nothing was before either. Open containers do not count: their ground says nothing.
 */
export function nearestUnseen(
  before: Prepared,
  after: Prepared,
  from: Camera,
  to: Camera,
  size: Size,
): number {
  if (seesAny(after, to, size) || !seesAny(before, from, size)) return -1
  const { count, x, y, width, height, forms } = after.things
  let [nearest, least] = [-1, Infinity]
  for (let thing = 0; thing < count; thing++) {
    if (forms[thing] === 0) continue
    const distance =
      (x[thing]! + width[thing]! / 2 - to.x) ** 2 + (y[thing]! + height[thing]! / 2 - to.y) ** 2
    if (distance < least) [nearest, least] = [thing, distance]
  }
  return nearest
}

function seesAny(picture: Prepared, camera: Camera, size: Size): boolean {
  let sees = false
  thingsInside(picture, windowOf(camera, size), 0, (thing) => (sees ||= picture.things.forms[thing] !== 0))
  return sees
}
