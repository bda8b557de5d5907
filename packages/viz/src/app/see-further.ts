import { isRead, reveal, windowOf, within } from '../scene/camera/camera.ts'
import { beginsIn } from '../scene/camera/in-window.ts'
import { FORMS, type Rect } from '../scene/picture/picture.ts'
import type { Prepared } from '../scene/picture/prepared.ts'
import { rectOf } from '../scene/picture/rects-of.ts'
import type { Camera } from '../state/view.ts'
import { AROUND } from './lies-over.ts'
import { uncovered, wholeIn, type Sight } from './sight.ts'

/** The card from which the lineage leads further, or back, since a step: in both pictures it is itself, and others have come or gone. -1 where it does not. */
export function ledFrom(before: Prepared, after: Prepared, key: string): number {
  if (after.view !== 'lineage' || before.cardOfKey.has(key) !== after.cardOfKey.has(key)) return -1
  const card = after.cardOfKey.get(key) ?? after.thingOfRow[after.rowOfKey.get(key) ?? -1] ?? -1
  if (card < 0 || FORMS[after.things.forms[card]!] !== 'card') return -1
  const isSame = before.things.count === after.things.count && cardsCome(before, after).length === 0
  return isSame ? -1 : card
}

/**
 * Where a camera that nobody has moved by hand goes with a step that leads further: it shows all of the picture, further out where names are still read
 * there, else what has come, as far as the card that it was led on from stays in sight.
 */
export function seeFurther(
  before: Prepared,
  after: Prepared,
  card: number,
  camera: Camera,
  sight: Sight,
): Camera {
  const seen = windowOf(camera, sight.size)
  const { bounds } = after
  if (bounds.width <= seen.width && bounds.height <= seen.height) return within(camera, sight.size, bounds)
  const whole = wholeIn(sight, after)
  if (isRead(whole)) return whole
  const come = cardsCome(before, after).map((thing) => rectOf(after, thing))
  if (come.length === 0) return camera
  const room = AROUND / camera.k
  const [x, width] = along(come, 'x', 'width', seen, room)
  const [y, height] = along(come, 'y', 'height', seen, room)
  const shown = uncovered(within, camera, sight, { x, y, width, height })
  return uncovered(within, shown, sight, rectOf(after, card))
}

/**
 * Where the camera goes where a card that the pointer is on leads further: it stays where any of what has come is seen, else goes no further than it takes to see
 * the nearest of that, as far as the card stays in sight.
 */
export function seeAnyCome(
  before: Prepared,
  after: Prepared,
  card: number,
  camera: Camera,
  sight: Sight,
): Camera {
  const come = cardsCome(before, after)
  const seen = windowOf(camera, sight.size)
  if (come.length === 0 || come.some((thing) => beginsIn(after, thing, seen))) return camera
  const own = rectOf(after, card)
  const away = ({ x, y }: Rect): number => Math.hypot(x - own.x, y - own.y)
  const nearest = come
    .map((thing) => rectOf(after, thing))
    .reduce((one, other) => (away(other) < away(one) ? other : one))
  return uncovered(within, uncovered(reveal, camera, sight, nearest), sight, own)
}

/** From where to where rectangles reach one way, with some room around them; the window itself where that is too short for them. */
function along(
  rects: readonly Rect[],
  at: 'x' | 'y',
  length: 'width' | 'height',
  seen: Rect,
  room: number,
): [number, number] {
  const start = Math.min(...rects.map((rect) => rect[at])) - room
  const end = Math.max(...rects.map((rect) => rect[at] + rect[length])) + room
  return end - start <= seen[length] ? [start, end - start] : [seen[at], seen[length]]
}

const cardsCome = (before: Prepared, after: Prepared): number[] =>
  after.things.keys.flatMap((key, thing) => (before.cardOfKey.has(key) ? [] : [thing]))
