import { holds, windowOf, type Size } from '../scene/camera/camera.ts'
import { beginsIn } from '../scene/camera/in-window.ts'
import type { Prepared } from '../scene/picture/prepared.ts'
import type { Camera, KeptCamera } from '../state/view.ts'

/** Closer than this, in units of a picture, is the same place: an address has three digits behind the point. */
const SAME = 0.01

/**
 * A camera as it is kept: with what one looks at under it. That is what is chosen, or what the picture is about, where the window shows where that
 * begins, else the card that is nearest to the middle. O(n).
 */
export function anchored(
  picture: Prepared,
  { x, y, k }: Camera,
  size: Size,
  chosen: string | undefined,
): KeptCamera {
  const { things, cardOfKey, focus } = picture
  const seen = windowOf({ x, y, k }, size)
  const about = [cardOfKey.get(chosen ?? '') ?? -1, focus].find(
    (thing) => thing >= 0 && beginsIn(picture, thing, seen),
  )
  let [anchor, least] = about === undefined ? [-1, Infinity] : [about, 0]
  for (let thing = 0; least > 0 && thing < things.count; thing++) {
    if (things.forms[thing] === 0) continue
    const [dx, dy] = [
      things.x[thing]! + things.width[thing]! / 2 - x,
      things.y[thing]! + things.height[thing]! / 2 - y,
    ]
    if (dx * dx + dy * dy < least) [anchor, least] = [thing, dx * dx + dy * dy]
  }
  if (anchor < 0) return { x, y, k }
  return { x, y, k, by: { key: things.keys[anchor]!, x: things.x[anchor]!, y: things.y[anchor]! } }
}

/**
 * A kept camera in a picture: it goes with its anchor. The same one where that stands where it stood. Where it is not there, the camera stays if it still
 * looks at the picture; null if not.
 */
export function withAnchor({ things, cardOfKey, bounds }: Prepared, camera: KeptCamera): KeptCamera | null {
  if (!camera.by) return camera
  const thing = cardOfKey.get(camera.by.key)
  if (thing === undefined) return holds(bounds, camera) ? camera : null
  const [x, y] = [things.x[thing]!, things.y[thing]!]
  const [dx, dy] = [x - camera.by.x, y - camera.by.y]
  if (Math.abs(dx) < SAME && Math.abs(dy) < SAME) return camera
  return { x: camera.x + dx, y: camera.y + dy, k: camera.k, by: { ...camera.by, x, y } }
}

/** Whether a window shows the same under both cameras, to half a pixel. */
export const isSameCamera = (one: Camera, other: Camera): boolean =>
  Math.abs(one.k / other.k - 1) < 0.001 &&
  Math.abs(one.x - other.x) * one.k < 0.5 &&
  Math.abs(one.y - other.y) * one.k < 0.5
