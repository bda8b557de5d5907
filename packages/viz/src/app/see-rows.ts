import type { Point } from '../panels/model.ts'
import { holds, placeUnder, within, type Size } from '../scene/camera/camera.ts'
import { CARD, DETAIL } from '../scene/picture/measures.ts'
import { FORMS, type Rect } from '../scene/picture/picture.ts'
import type { Prepared } from '../scene/picture/prepared.ts'
import type { Camera } from '../state/view.ts'

/**
 * The camera under which the columns of a card that has been opened are read: near enough for rows to be drawn. Its header stays in the window, and where
 * it is: under the pointer, where that is on it. The same camera where rows are drawn, and where there are none.
 */
export function seeRows(
  { things, rows }: Prepared,
  card: number,
  camera: Camera,
  size: Size,
  pointer: Point | null,
): Camera {
  const hasRows = rows.starts[card + 1]! > rows.starts[card]! || things.more[card]! > 0
  if (camera.k >= DETAIL.full || FORMS[things.forms[card]!] !== 'card' || !hasRows) return camera
  const header: Rect = {
    x: things.x[card]!,
    y: things.y[card]!,
    width: things.width[card]!,
    height: CARD.height,
  }
  const under = pointer && placeUnder(pointer, camera, size)
  const still = under && holds(header, under) ? under : header
  // A point stays in its place where it is as far from the middle in the window as before.
  const near = {
    x: still.x - ((still.x - camera.x) * camera.k) / DETAIL.full,
    y: still.y - ((still.y - camera.y) * camera.k) / DETAIL.full,
    k: DETAIL.full,
  }
  return within(near, size, header)
}
