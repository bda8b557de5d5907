import type { Point } from '../panels/model.ts'
import { holds, placeUnder, showMore, windowOf } from '../scene/camera/camera.ts'
import { beginsIn } from '../scene/camera/in-window.ts'
import { DETAIL, PILL } from '../scene/picture/measures.ts'
import type { Prepared } from '../scene/picture/prepared.ts'
import { rectOf, widened } from '../scene/picture/rects-of.ts'
import type { Camera } from '../state/view.ts'
import { isSameCamera } from './anchor.ts'
import { keepInPlace, seeAgain } from './keep-in-place.ts'
import { ledFrom, seeAnyCome, seeFurther } from './see-further.ts'
import { seeInside } from './see-inside.ts'
import { seeRows } from './see-rows.ts'
import { seeToggled } from './see-toggled.ts'
import { uncovered, wholeIn, type Sight } from './sight.ts'

/** A picture that takes the place of another of the same view, and how that one was looked at. */
export interface Change {
  readonly before: Prepared
  readonly next: Prepared
  readonly camera: Camera
  /** Where the camera comes to rest; null where the picture opens. */
  readonly kept: Camera | null
  readonly sight: Sight
  /** Where the pointer is in the window. */
  readonly pointer: Point | null
  /** Whether nobody has moved the camera by hand. */
  readonly isOwn: boolean
}

/** What somebody has opened or closed in its place, or led further from: it stays where it is. */
export interface Toggled {
  readonly key: string
  /** Whether it is open now, and was not. */
  readonly isOpened: boolean
  /** Whether the camera has gone with it when it was shown for a moment, and nobody has moved it since; null where it was not shown. */
  readonly isFollowed: boolean | null
}

/** Where the camera goes: to one place with the picture, and smoothly to another after that. */
export interface Followed {
  readonly to: Camera
  readonly after: Camera | null
}

/**
 * Where the camera goes with a picture that nobody has toggled anything for: all of a picture that was seen whole is, else what is in mind stays where it is.
 * @param inMind cards of the picture before, the first one first. @param isReload whether it is a newer run that is seen.
 */
export function followPicture(change: Change, inMind: readonly number[], isReload: boolean): Camera {
  const { before, next, camera, kept, sight } = change
  const seen = windowOf(camera, sight.size)
  const keys = inMind.filter((card) => beginsIn(before, card, seen)).map((card) => before.things.keys[card]!)
  const isWhole = !isReload && kept !== null && isSameCamera(kept, wholeIn(sight, before))
  const to = isWhole ? wholeIn(sight, next) : keepInPlace(before, next, camera, sight.size, keys)
  return seeAgain(before, next, camera, to, sight.size, false)
}

/**
 * Where the camera goes with what has been toggled: that stays where it is. Where the pointer is on it, it does so unless nothing of what was asked for would be
 * seen; else more of it, or of what has come by it, is seen where that is too little.
 */
export function followToggled(change: Change, toggled: Toggled): Followed {
  const { before, next, camera, sight, pointer } = change
  const staying = keepInPlace(before, next, camera, sight.size, [toggled.key])
  const again = seeAgain(before, next, camera, staying, sight.size, true)
  if (sight.size.width === 0) return { to: again, after: null }
  const isPressed = isPointed(change, toggled.key) && isAbout(before, next, toggled.key)
  const isFree = change.isOwn && !isPressed
  const led = ledFrom(before, next, toggled.key)
  if (led >= 0 && isFree) {
    const further = seeFurther(before, next, led, staying, sight)
    return further.k === again.k ? { to: further, after: null } : { to: again, after: further }
  }
  if (led >= 0) return thenTo(again, isPressed ? seeAnyCome(before, next, led, again, sight) : again)
  // Its rows may have been there before, where none are drawn.
  const isRead = toggled.isOpened && camera.k < DETAIL.full
  const card = resizedCard(change, toggled, isRead)
  if (card < 0) return { to: again, after: null }
  const to = isFree ? seeToggled(next, card, staying, sight) : again
  const near = isRead ? seeRows(next, card, to, sight.size, pointer) : to
  const more = isPressed ? near : uncovered(showMore, near, sight, rectOf(next, card))
  return thenTo(to, seeInside(next, card, more, sight.size))
}

const thenTo = (to: Camera, after: Camera): Followed => ({
  to,
  after: isSameCamera(after, to) ? null : after,
})

/** Whether the pointer is on a thing, or on what waits beside it. */
function isPointed({ before, camera, sight, pointer }: Change, key: string): boolean {
  const thing = before.cardOfKey.get(key)
  if (!pointer || thing === undefined) return false
  const around = widened(rectOf(before, thing), PILL.reach / camera.k)
  return holds(around, placeUnder(pointer, camera, sight.size))
}

/** Whether a picture is about what the one before it was about, with a card toggled: it is no other lineage, that of a card or of a column of one. */
const isAbout = (before: Prepared, next: Prepared, key: string): boolean =>
  before.things.keys[before.focus] === next.things.keys[next.focus] && !before.rowOfKey.has(key)

/** What is toggled, where it has another size since, or is to be read. -1 where it has not, and where somebody looks elsewhere by now. */
function resizedCard({ before, next }: Change, { key, isFollowed }: Toggled, isRead: boolean): number {
  const [one, other] = [before.cardOfKey.get(key), next.cardOfKey.get(key)]
  if (one === undefined || other === undefined) return -1
  const [was, is] = [rectOf(before, one), rectOf(next, other)]
  const isResized = was.width !== is.width || was.height !== is.height
  return (isFollowed ?? (isResized || isRead)) ? other : -1
}
