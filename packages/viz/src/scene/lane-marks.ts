import { ICONS } from '../tokens/icons.ts'
import type { Mark } from './marks.ts'
import type { Pen } from './pen.ts'

const TITLE = 'Outside this run'
/** The scale from which on a hatch is more than grey. */
const HATCHED = 0.2

/** The ground of what other integrations declare: hatched, with a dotted line around it. */
export function laneMarks({ picture: { lane }, transform }: Pen): Mark[] {
  if (!lane) return []
  const { k } = transform
  const [x, y] = [lane.x * k + transform.x, lane.y * k + transform.y]
  const at = [x, y, lane.width * k, lane.height * k]
  const radius = 9 * Math.min(1, k)
  return [
    { kind: 'rects', at, radius, fill: k >= HATCHED ? 'lines45' : 'hatch' },
    { kind: 'rects', at, radius, stroke: 'line2', lineWidth: 1, dash: [1.5, 3] },
  ]
}

/** The name of the lane: what leads through does not cross its words. */
export function laneTitle({ picture, transform, fitter }: Pen): Mark[] {
  const { lane, things } = picture
  if (!lane) return []
  const { k } = transform
  const [x, y] = [lane.x * k + transform.x, lane.y * k + transform.y]
  const room = freeTop(lane.y, things.y, things.roles) * k
  if (room < 14) return []
  const middle = y + Math.min(room / 2, 20) + 1
  const left = x + Math.min(21 * k, 16)
  const title = fitter.fit(TITLE, lane.width * k - 40, 11, 600)
  if (title === '') return []
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

/** How much of the lane is free above what stands in it. */
function freeTop(top: number, y: Float32Array, roles: Uint8Array): number {
  let highest = Infinity
  for (let thing = 0; thing < y.length; thing++)
    if (roles[thing] === 1 && y[thing]! >= top) highest = Math.min(highest, y[thing]!)
  return highest === Infinity ? 20 : highest - top
}
