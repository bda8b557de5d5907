import { ICONS } from '../tokens/icons.ts'
import type { Mark } from './marks/marks.ts'
import { toggleAt, TOGGLE } from './meet.ts'
import type { Pen } from './marks/pen.ts'

/** What opens a thing in its place: a plus on its foot. */
export function toggleMarks({ picture, transform }: Pen, thing: number): Mark[] {
  const [x, y] = toggleAt(picture, thing, transform)
  return [
    { kind: 'dots', at: [x, y], radius: TOGGLE.radius, fill: 'surface', stroke: 'ink3', lineWidth: 1 },
    { kind: 'path', d: ICONS.plus, x: x - 6, y: y - 6, scale: 0.5, stroke: 'ink2', lineWidth: 2.4 },
  ]
}
