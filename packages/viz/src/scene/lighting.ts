import type * as circleMarks from './marks/circle-marks.ts'
import type { Light } from './marks/light-up.ts'
import type { Lit } from './marks/line-marks.ts'

/** What draws a lit circle, where it is loaded. */
export type CircleMarks = Pick<typeof circleMarks, 'hullMarks' | 'wayMarks'>

/** What is chosen, where the pointer is, and what that lights. */
export interface Lighting {
  readonly light: Light | null
  readonly how: Lit
  /** Null as long as it is not loaded: then a lit circle has its lines and no more. */
  readonly circleMarks: CircleMarks | null
  /** Things, and rows of them. */
  readonly chosen: ReadonlySet<number>
  readonly chosenRows: ReadonlySet<number>
  /** The thing and the line under the pointer, or -1. */
  readonly hovered: number
  readonly hoveredLine: number
}

export const NO_LIGHT: Lighting = {
  light: null,
  how: 'path',
  circleMarks: null,
  chosen: new Set(),
  chosenRows: new Set(),
  hovered: -1,
  hoveredLine: -1,
}
