import type { Camera } from '../../state/view.ts'
import type { Picture, Rect } from '../picture/picture.ts'
import { roomForPill } from '../picture/room-for-pill.ts'
import type { Size } from './camera.ts'

/** Left of the first column that is seen, units of the picture: as much as a box around it takes. */
const BESIDE = 24

/** A column of cards, and what is to be seen left of it. */
export interface Column extends Pick<Rect, 'x' | 'width'> {
  readonly before: number
}

/** The columns of a lineage from left to right; what waits beside the cards of one is seen with them. O(columns · things). */
export const columnsOf = ({ things, ruler }: Pick<Picture, 'things' | 'ruler'>): Column[] =>
  (ruler ?? []).map(({ x, width }) => {
    let before = BESIDE
    things.waitsUp.forEach((count, thing) => {
      const at = things.x[thing]!
      if (count > 0 && at >= x && at < x + width)
        before = Math.max(before, x - at + roomForPill(count).beside)
    })
    return { x, width, before }
  })

/**
 * The camera, moved sideways no further than it takes for the window to begin with a whole column and what hangs out of it, and all of what the picture is
 * about to stay in it.
 * @param columns from left to right.
 */
export function wholeColumns(
  camera: Camera,
  size: Size,
  columns: readonly Column[],
  about: Pick<Rect, 'x' | 'width'>,
): Camera {
  const width = size.width / camera.k
  const left = camera.x - width / 2
  const isCut = ({ x, width: wide, before }: Column): boolean =>
    (before > BESIDE ? x - before : x) < left && x + wide > left
  if (!columns.some(isCut)) return camera
  // A window that has no room for a column before it shows a part of that.
  const first = columns[0]!.x < about.x ? about.x - 2 * BESIDE : about.x
  const starts = columns
    .filter(({ x }) => x - BESIDE < first)
    .map(({ x, before }) => x - before)
    .filter((start) => start + width >= about.x + about.width + BESIDE)
  const away = (x: number): number => Math.abs(x - left)
  const nearest = starts.reduce<number | null>(
    (best, x) => (best === null || away(x) < away(best) ? x : best),
    null,
  )
  return nearest === null ? camera : { ...camera, x: nearest + width / 2 }
}
