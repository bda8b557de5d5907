import { windowOf, within, type Size } from '../scene/camera/camera.ts'
import { thingsInside } from '../scene/camera/in-window.ts'
import type { Prepared } from '../scene/picture/prepared.ts'
import { firstInStack, type Camera } from '../state/view.ts'

/** Less of what a window showed is too little for somebody to know where they are. */
const FAIR = 1 / 3

/**
 * The camera under which what one looks at stays where it is when a picture is laid out anew: its left upper corner. That is the first of
 * some keys that both pictures have; else most of what they both have in the window, and of as many the nearest to its middle. Where a stack has been spread, its first thing
 * stands where it stood, and where it is folded again, it stands where its first thing did. The same camera where nothing has moved.
 */
export function keepInPlace(
  before: Prepared,
  after: Prepared,
  camera: Camera,
  size: Size,
  keys: readonly string[],
): Camera {
  const isIn = (key: string): boolean => before.cardOfKey.has(key) && after.cardOfKey.has(key)
  const isSpread = (key: string): boolean =>
    before.cardOfKey.has(key) && !after.cardOfKey.has(key) && after.cardOfKey.has(firstInStack(key))
  const isFolded = (key: string): boolean =>
    after.cardOfKey.has(key) && !before.cardOfKey.has(key) && before.cardOfKey.has(firstInStack(key))
  const key =
    keys.find((one) => isIn(one) || isSpread(one) || isFolded(one)) ??
    steadiest(before, after, camera, size) ??
    nearestOf(before, camera, isIn) ??
    nearestOf(before, camera, isSpread)
  if (key === undefined) return camera
  const one = before.cardOfKey.get(key) ?? before.cardOfKey.get(firstInStack(key))!
  const other = after.cardOfKey.get(key) ?? after.cardOfKey.get(firstInStack(key))!
  const dx = after.things.x[other]! - before.things.x[one]!
  const dy = after.things.y[other]! - before.things.y[one]!
  return dx === 0 && dy === 0 ? camera : { ...camera, x: camera.x + dx, y: camera.y + dy }
}

/** The key of one of those cards of the window, as many as can be, that go the same way. */
function steadiest(before: Prepared, after: Prepared, camera: Camera, size: Size): string | undefined {
  const { x, y, keys } = before.things
  const ways = new Map<string, { count: number; nearest: number; least: number }>()
  for (const thing of cardsSeen(before, camera, size)) {
    const other = after.cardOfKey.get(keys[thing]!)
    if (other === undefined) continue
    // Many go by a half, which no rounding is to tell from itself.
    const dx = Math.round(after.things.x[other]! - x[thing]! + 0.1)
    const dy = Math.round(after.things.y[other]! - y[thing]! + 0.1)
    const way = ways.get(`${dx} ${dy}`) ?? { count: 0, nearest: -1, least: Infinity }
    const distance = (x[thing]! - camera.x) ** 2 + (y[thing]! - camera.y) ** 2
    const isNearer = distance < way.least
    ways.set(`${dx} ${dy}`, {
      count: way.count + 1,
      nearest: isNearer ? thing : way.nearest,
      least: Math.min(distance, way.least),
    })
  }
  const [most] = [...ways.values()].sort((a, b) => b.count - a.count || a.least - b.least)
  return most && keys[most.nearest]
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
 * The camera, moved to the nearest part of a picture and no nearer, where a window has lost what it showed: all of it, or, where somebody holds nothing
 * in its place, more than two thirds. The same camera where it has not, and where it showed nothing. Open containers do not count: their ground says nothing.
 */
export function seeAgain(
  before: Prepared,
  after: Prepared,
  from: Camera,
  to: Camera,
  size: Size,
  isHeld: boolean,
): Camera {
  const [seen, now] = [cardsSeen(before, from, size), cardsSeen(after, to, size)]
  const keys = new Set(now.map((thing) => after.things.keys[thing]!))
  const still = seen.filter((thing) => keys.has(before.things.keys[thing]!))
  const isLost = now.length === 0 || (!isHeld && still.length < FAIR * seen.length)
  if (seen.length === 0 || !isLost) return to
  const beside = within(to, size, after.bounds)
  if (cardsSeen(after, beside, size).length > 0) return beside
  const { x, y, width, height } = after.things
  const nearest = nearestCard(after, to)
  if (nearest < 0) return to
  const middle = { ...to, x: x[nearest]! + width[nearest]! / 2, y: y[nearest]! + height[nearest]! / 2 }
  return within(middle, size, after.bounds)
}

function nearestCard({ things: { count, x, y, width, height, forms } }: Prepared, at: Camera): number {
  let [nearest, least] = [-1, Infinity]
  for (let thing = 0; thing < count; thing++) {
    if (forms[thing] === 0) continue
    const distance =
      (x[thing]! + width[thing]! / 2 - at.x) ** 2 + (y[thing]! + height[thing]! / 2 - at.y) ** 2
    if (distance < least) [nearest, least] = [thing, distance]
  }
  return nearest
}

function cardsSeen(picture: Prepared, camera: Camera, size: Size): number[] {
  const seen: number[] = []
  thingsInside(picture, windowOf(camera, size), 0, (thing) => {
    if (picture.things.forms[thing] !== 0) seen.push(thing)
  })
  return seen
}
