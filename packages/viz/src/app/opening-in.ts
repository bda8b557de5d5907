import {
  above,
  fit,
  NO_CORNER,
  OPENING,
  opening,
  partUnder,
  seeWhole,
  showWhole,
  type Size,
} from '../scene/camera/camera.ts'
import { isSpare, minimapCorner, toldHeight } from '../scene/camera/minimap-place.ts'
import { columnsOf, wholeColumns } from '../scene/camera/whole-columns.ts'
import { wholeRows } from '../scene/camera/whole-rows.ts'
import { DETAIL } from '../scene/picture/measures.ts'
import { aroundCircle } from '../scene/marks/hulls.ts'
import type { Circle, Rect } from '../scene/picture/picture.ts'
import type { Prepared } from '../scene/picture/prepared.ts'
import { around, rectOf, widened } from '../scene/picture/rects-of.ts'
import { fromCards, startOf } from '../scene/picture/start-of.ts'
import type { Camera, View } from '../state/view.ts'
import { footOf, LEAST } from './lies-over.ts'

/** A bar at the foot of the picture, what is between two, and how far the lowest is off: CSS pixels, as in `thing-bar.css`. */
const BAR = { width: 320, height: 36, gap: 6, off: 16, offNarrow: 8 } as const

/** From the ends of a path to the sides of the window, units of the picture. */
const BESIDE = 24

/** What a picture opens with: its bars come a moment after it. */
type Opened = Pick<View, 'selection' | 'edge' | 'hide' | 'path' | 'circle'>

/**
 * Where a picture opens that nobody has moved yet: around its focus, with all of a circle that is shown by its edge to cut, or what is selected in it, or
 * where one begins to read. Above the bars at its foot,
 * where something would stand under one; and what it is about lies not under the minimap.
 */
export function openingIn(shown: Prepared, view: Opened, size: Size, isNarrow: boolean): Camera {
  const about = shown.focus >= 0 ? shown.focus : shown.cardOfKey.get(view.selection[0] ?? '')
  const own = about === undefined ? null : rectOf(shown, about)
  const corner = isNarrow ? NO_CORNER : minimapCorner(shown)
  const circle = shown.circles.find(
    ({ opening: { from, to } }) => from === view.edge?.from && to === view.edge.to,
  )
  const look = (free: Size, foot: number): Camera => {
    const ends = endsSeen(shown, view.path, free)
    if (ends) return ends
    const window = zoomed(free, OPENING)
    const begin = own ? fromCards(shown.things, about!, own, window) : startOf(shown, window)
    const to = opening(
      shown.bounds,
      free,
      foot < corner.height ? corner : NO_CORNER,
      begin,
      shown.rows.count > 0 ? shown.held : null,
      isNarrow,
      shown.view === 'lineage',
    )
    const beside = own ? wholeColumns(to, free, columnsOf(shown), own) : to
    const rows = wholeRows(beside, free, shown, own ?? begin ?? shown.bounds)
    return circle ? wholeCircle(rows, free, shown, circle) : rows
  }
  const first = look(size, 0)
  const isTaken = (bar: Rect): boolean => {
    const { x, y, width, height } = partUnder(bar, first, size)
    return shown.index.touching(x, y, x + width, y + height).length > 0
  }
  const bars = footOf(barsWith(shown, view, size, isNarrow), { x: 0, y: 0, ...size }, isTaken)
  const isUnderMinimap = about !== undefined && !isNarrow && startsUnder(shown, about, first, size, corner)
  const foot = Math.max(bars, isUnderMinimap ? corner.height : 0)
  return foot === 0 || size.height - foot < LEAST ? first : above(foot, size, (free) => look(free, foot))
}

/** The camera, moved so that it shows all of a circle, and further out where that takes it and cards tell their names then. */
function wholeCircle(camera: Camera, size: Size, shown: Prepared, circle: Circle): Camera {
  const hull = aroundCircle(shown, circle, camera.k)
  if (!hull) return camera
  const { k } = fit(hull, size)
  return showWhole({ ...camera, k: k < DETAIL.name ? camera.k : Math.min(camera.k, k) }, size, hull)
}

/** All of a path, or of many as much as has both ends in it; null where cards could not tell their names then. */
function endsSeen(shown: Prepared, path: View['path'], size: Size): Camera | null {
  const { bounds, held, rows, cardOfKey, rowOfKey, thingOfRow } = shown
  const [from, to] = [path?.from, path?.to].map((end) => {
    const key = end ?? ''
    return cardOfKey.get(key) ?? thingOfRow[rowOfKey.get(key) ?? -1]
  })
  if (shown.view === 'map' || from === undefined || to === undefined) return null
  const whole = seeWhole(bounds, rows.count > 0 ? held : null, size)
  if (whole.k >= DETAIL.name) return whole
  const both = fit(widened(around(shown, [from, to]), BESIDE), size)
  return both.k >= DETAIL.name ? { ...both, k: Math.min(both.k, OPENING) } : null
}

/** Where bars will stand in a window, one above the other. */
function barsWith(
  { spread }: Prepared,
  { hide, path, circle, selection }: Opened,
  size: Size,
  isNarrow: boolean,
): Rect[] {
  const isThere = [hide.length > 0, spread.length > 0, path, circle, isNarrow && selection.length > 0]
  const count = isThere.filter(Boolean).length
  if (count === 0) return []
  const off = isNarrow ? BAR.offNarrow : BAR.off
  const height = count * (BAR.height + BAR.gap) - BAR.gap
  const width = Math.min(BAR.width, size.width - 2 * off)
  return [{ x: off, y: size.height - off - height, width, height }]
}

/** Whether anything of a card, or the header of a box, lies under the minimap; in a picture that is seen whole that steps aside. */
function startsUnder(
  shown: Prepared,
  thing: number,
  camera: Camera,
  size: Size,
  { width, height }: Size,
): boolean {
  if (isSpare(shown, camera, size)) return false
  const under = partUnder({ x: size.width - width, y: size.height - height, width, height }, camera, size)
  const own = rectOf(shown, thing)
  return own.x + own.width > under.x && own.y + toldHeight(shown, thing) > under.y
}

/** How much of the picture a window shows at a scale. */
const zoomed = ({ width, height }: Size, k: number): Size => ({ width: width / k, height: height / k })
