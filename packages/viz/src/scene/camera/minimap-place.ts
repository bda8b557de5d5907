import type { Camera } from '../../state/view.ts'
import { BOX, PILL } from '../picture/measures.ts'
import { FORMS, type Rect } from '../picture/picture.ts'
import type { Prepared } from '../picture/prepared.ts'
import { rectOf } from '../picture/rects-of.ts'
import { roomForPill } from '../picture/room-for-pill.ts'
import { windowOf, type Corner, type Size } from './camera.ts'
import { isSeenWhole } from './in-window.ts'

/** Where the minimap stands, and how large it is with the buttons in its foot: CSS pixels, as in `minimap.css`. */
export const MINIMAP = { width: 156, height: 112, foot: 29, off: 16 } as const
/** Between it and what it is not to cover. */
const ROOM = 8

/** What it takes to tell what stands where. */
type Placed = Pick<Prepared, 'things' | 'index' | 'direction'>

/** How far down anything of a thing is told: of an open container that is its header, and the rest is ground. */
export const toldHeight = ({ things }: Pick<Prepared, 'things'>, thing: number): number =>
  FORMS[things.forms[thing]!] === 'box' ? BOX.head : things.height[thing]!

/** What the minimap covers at the right foot of a window. Where all of a picture is seen it gives way, and the buttons stay. */
export const minimapCorner = (picture: Placed): Corner => ({
  width: MINIMAP.width + MINIMAP.off + ROOM,
  height: MINIMAP.height + MINIMAP.off + ROOM,
  least: MINIMAP.foot + MINIMAP.off + ROOM,
  isTaken: (rect) => tellsIn(picture, rect),
})

/** Whether anything is told in a rectangle, by things or by the pills of what waits beyond them. */
function tellsIn(picture: Placed, { x, y, width, height }: Rect): boolean {
  const { index, things, direction } = picture
  return index.touching(x - PILL.reach, y - PILL.reach, x + width, y + height).some((thing) => {
    const waiting = things.waitsDown[thing]!
    const { beside, beyond } = roomForPill(waiting)
    const [right, foot] = waiting === 0 ? [0, 0] : direction === 'down' ? [0, beyond] : [beside, 0]
    return (
      things.x[thing]! + things.width[thing]! + right >= x &&
      things.y[thing]! + toldHeight(picture, thing) + foot >= y
    )
  })
}

/** Whether it would cover something and tell nothing: the window shows all of the picture. @param right how far off the right side it is more than usual. */
export function isSpare({ held, index }: Prepared, camera: Camera, size: Size, right = 0): boolean {
  if (!isSeenWhole(held, camera, size)) return false
  const { x, y, width, height } = underMinimap(camera, size, right)
  return index.touching(x, y, x + width, y + height).length > 0
}

/** Whether it would cover some of a lineage, which opens on its last hops at the right: how much there is beyond them its ruler says. */
export const coversHops = (picture: Prepared, camera: Camera, size: Size, right = 0): boolean =>
  picture.view === 'lineage' && tellsIn(picture, underMinimap(camera, size, right))

/** Whether one of some things lies under it, in part or whole. Open containers do not: it covers their ground. */
export function liesUnder(
  picture: Prepared,
  things: Iterable<number>,
  camera: Camera,
  size: Size,
  right = 0,
): boolean {
  const under = underMinimap(camera, size, right)
  for (const thing of things) {
    const { x, y, width, height } = rectOf(picture, thing)
    const isApart =
      x >= under.x + under.width ||
      y >= under.y + under.height ||
      x + width <= under.x ||
      y + height <= under.y
    if (!isApart && FORMS[picture.things.forms[thing]!] !== 'box') return true
  }
  return false
}

/** The part of the picture that is under it, its foot left out. */
function underMinimap(camera: Camera, size: Size, right: number): Rect {
  const { x, y, width, height } = windowOf(camera, size)
  const { k } = camera
  return {
    x: x + width - (right + MINIMAP.off + MINIMAP.width) / k,
    y: y + height - (MINIMAP.off + MINIMAP.height) / k,
    width: MINIMAP.width / k,
    height: (MINIMAP.height - MINIMAP.foot) / k,
  }
}
