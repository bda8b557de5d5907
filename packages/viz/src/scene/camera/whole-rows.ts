import type { Camera } from '../../state/view.ts'
import { BOX } from '../picture/measures.ts'
import { FORMS, type Picture, type Rect } from '../picture/picture.ts'
import { roomForPill } from '../picture/room-for-pill.ts'
import { windowOf, type Size } from './camera.ts'

/** Above the first row that is seen, units of the picture: half of what is free between cards. */
const ABOVE = 12

type Span = Pick<Rect, 'y' | 'height'>

/** What a window may begin with, and where it begins then. */
interface Row extends Span {
  readonly begin: number
}

/**
 * The camera, moved up or down no further than it takes for the window to begin with whole cards, what waits above them, and headers of boxes, and all of what
 * the picture is about to stay in it; where they stand so that some are always cut, as few as can be. O(n²) of what is in the window.
 */
export function wholeRows(
  camera: Camera,
  size: Size,
  { things, bounds, direction }: Pick<Picture, 'things' | 'bounds' | 'direction'>,
  about: Span,
): Camera {
  const seen = windowOf(camera, size)
  const cards = rowsIn(things, seen, direction)
  const cutAt = (top: number): number => cards.filter(({ y, height }) => y < top && y + height > top).length
  if (cutAt(seen.y) === 0) return camera
  const least = about.y + Math.min(about.height, seen.height - 2 * ABOVE) - seen.height
  const most = Math.max(bounds.y, bounds.y + bounds.height - seen.height)
  let best = { top: seen.y, cut: cutAt(seen.y), away: 0 }
  for (const { begin: top } of cards) {
    if (top > about.y || top < least || top > most) continue
    const [cut, away] = [cutAt(top), Math.abs(top - seen.y)]
    if (cut < best.cut || (cut === best.cut && away < best.away)) best = { top, cut, away }
  }
  return { ...camera, y: best.top + seen.height / 2 }
}

/** What stands in the columns of a window, no further from it than it is high: of an open box its header. Where the data goes downwards, with the pill of what waits above it. */
function rowsIn(
  { count, x, y, width, height, forms, waitsUp }: Picture['things'],
  seen: Rect,
  direction: Picture['direction'],
): Row[] {
  const rows: Row[] = []
  for (let thing = 0; thing < count; thing++) {
    const tall = FORMS[forms[thing]!] === 'box' ? BOX.head : height[thing]!
    const isNear =
      x[thing]! < seen.x + seen.width &&
      x[thing]! + width[thing]! > seen.x &&
      y[thing]! < seen.y + seen.height &&
      y[thing]! + tall > seen.y - seen.height
    const waiting = waitsUp[thing]!
    if (!isNear) continue
    // In the room for a pill is what is free above it.
    const over = direction === 'down' && waiting > 0 ? roomForPill(waiting).beyond : 0
    const top = y[thing]! - over
    rows.push({ y: top, height: tall + over, begin: over > 0 ? top : top - ABOVE })
  }
  return rows
}
