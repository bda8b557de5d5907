import type { Camera } from '../../state/view.ts'
import type { Rect } from '../picture/picture.ts'
import type { Size } from './camera.ts'

/** Left of the first column that is seen, units of the picture: as much as a box around it takes. */
const BESIDE = 24

/**
 * The camera, moved sideways no further than it takes for the window to begin with a whole column, and all of what the picture is about to stay in it.
 * @param columns from left to right.
 */
export function wholeColumns(
  camera: Camera,
  size: Size,
  columns: readonly Pick<Rect, 'x' | 'width'>[],
  about: Pick<Rect, 'x' | 'width'>,
): Camera {
  const width = size.width / camera.k
  const left = camera.x - width / 2
  if (!columns.some((column) => column.x < left && column.x + column.width > left)) return camera
  // A window that has no room for a column before it shows a part of that.
  const first = columns[0]!.x < about.x ? about.x - 2 * BESIDE : about.x
  const starts = columns
    .map(({ x }) => x - BESIDE)
    .filter((x) => x < first && x + width >= about.x + about.width + BESIDE)
  const away = (x: number): number => Math.abs(x - left)
  const nearest = starts.reduce<number | null>(
    (best, x) => (best === null || away(x) < away(best) ? x : best),
    null,
  )
  return nearest === null ? camera : { ...camera, x: nearest + width / 2 }
}
