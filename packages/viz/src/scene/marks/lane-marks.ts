import { ICONS } from '../../tokens/icons.ts'
import type { Transform } from '../camera/camera.ts'
import { thingsInside } from '../camera/in-window.ts'
import { isClearOfLines } from './clear-of-lines.ts'
import type { Mark } from './marks.ts'
import type { Pen } from './pen.ts'
import type { Prepared } from '../picture/prepared.ts'

const TITLE = 'Outside this run'
/** The scale from which on a hatch is more than grey. */
const HATCHED = 0.2
export const LANE_DASH = [1.5, 3] as const

/** What the ground of the outside is filled with at a scale. */
export const hatchAt = (k: number): 'lines45' | 'hatch' => (k >= HATCHED ? 'lines45' : 'hatch')

/** The ground of what other integrations declare: hatched, with a dotted line around it. */
export function laneMarks({ picture: { lane }, transform }: Pen): Mark[] {
  if (!lane) return []
  const { k } = transform
  const [x, y] = [lane.x * k + transform.x, lane.y * k + transform.y]
  const at = [x, y, lane.width * k, lane.height * k]
  const radius = 9 * Math.min(1, k)
  return [
    { kind: 'rects', at, radius, fill: hatchAt(k) },
    { kind: 'rects', at, radius, stroke: 'line2', lineWidth: 1, dash: LANE_DASH },
  ]
}

/** CSS pixels: how high the name of the lane is with its icon, and how far it keeps from what stands in the lane: beside it, and over or under it. */
const HEIGHT = 14
const CLEAR = 5
const CLEAR_BELOW = 3
/** From the end of a thing to the name beside it: the sheets of a stack stand out, and lines lead from it with their counts. */
const BESIDE = 34

/** The name of the lane, where nothing stands: above its things, below or beside them, or else on the upper or lower outline of the lane; where no line leads through, if there is such a place. */
export function laneTitle({ picture, transform, fitter }: Pen): Mark[] {
  const { lane } = picture
  if (!lane) return []
  const { k } = transform
  const [x, y] = [lane.x * k + transform.x, lane.y * k + transform.y]
  const [width, height] = [lane.width * k, lane.height * k]
  const title = fitter.fit(TITLE, width - 40, 11, 600)
  if (title === '') return []
  const length = 19 + fitter.width(title, 11, 600)
  const inset = Math.min(21 * k, 16)
  // Nearer to the edge of the lane than to what stands below.
  const above = HEIGHT / 2 + Math.max(1, (Math.min(freeTop(picture, lane.y) * k, height) - HEIGHT) / 3)
  const head = y + Math.min(above, 21)
  const trials = [
    [x + inset, head],
    [x + CLEAR, head],
    [x + inset, y + height - HEIGHT / 2 - CLEAR],
    [lastEnd(picture) * k + transform.x + BESIDE, y + HEIGHT / 2 + CLEAR],
    [x + width - inset - length, y + HEIGHT / 2 + CLEAR],
    [x + inset, y],
    [x + inset, y + height + CLEAR_BELOW],
  ] as const
  const free = trials.filter(
    ([left, middle]) =>
      left + length <= x + width - CLEAR &&
      isFree(
        picture,
        transform,
        left - CLEAR,
        middle - HEIGHT / 2 - CLEAR_BELOW,
        length + 2 * CLEAR,
        HEIGHT + 2 * CLEAR_BELOW,
      ),
  )
  const isClear = ([left, middle]: (typeof trials)[number]): boolean =>
    isClearOfLines(
      picture,
      transform,
      left - CLEAR,
      middle - HEIGHT / 2,
      left + length + CLEAR,
      middle + HEIGHT / 2,
    )
  const found = free.find(isClear) ?? free[0]
  if (!found) return []
  const [left, middle] = found
  return [
    {
      ...{ kind: 'path', d: ICONS.globe, x: left, y: middle - 6.5, scale: 13 / 24 },
      ...{ stroke: 'external', lineWidth: 2 },
    },
    {
      ...{ kind: 'text', x: left + 19, y: middle + 4, text: title, size: 11, weight: 600 },
      ...{ fill: 'ink2', halo: 'canvas' },
    },
  ]
}

/** Where the last of what stands in the lane ends. */
function lastEnd({ things: { count, x, width, roles } }: Prepared): number {
  let end = -Infinity
  for (let thing = 0; thing < count; thing++)
    if (roles[thing] === 1) end = Math.max(end, x[thing]! + width[thing]!)
  return end
}

/** How much of the lane is free above what stands in it. */
function freeTop({ things: { count, y, roles } }: Prepared, top: number): number {
  let highest = Infinity
  for (let thing = 0; thing < count; thing++)
    if (roles[thing] === 1 && y[thing]! >= top) highest = Math.min(highest, y[thing]!)
  return highest === Infinity ? 40 : highest - top
}

/** Whether no thing is drawn in a part of the window. */
function isFree(
  picture: Prepared,
  { x, y, k }: Transform,
  left: number,
  top: number,
  width: number,
  height: number,
): boolean {
  const part = { x: (left - x) / k, y: (top - y) / k, width: width / k, height: height / k }
  let free = true
  thingsInside(picture, part, 0, (thing) => (free &&= picture.things.forms[thing] === 0))
  return free
}
