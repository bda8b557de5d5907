// For tests and benches only: a graph without boxes, as the layout takes it.
import { LINEAGE_GAPS } from './gaps.ts'
import type { Beside, PlacingInput } from './placing.ts'

export interface Graph {
  readonly nodeCount: number
  readonly from: Uint32Array
  readonly to: Uint32Array
}

/** Cards of one size, without boxes. */
export const inputOf = ({ nodeCount, from, to }: Graph): PlacingInput => ({
  count: nodeCount,
  box: new Int32Array(nodeCount).fill(-1),
  isBox: new Uint8Array(nodeCount),
  width: new Float64Array(nodeCount).fill(172),
  height: new Float64Array(nodeCount).fill(44),
  head: new Float64Array(nodeCount),
  lane: new Uint8Array(nodeCount),
  from,
  to,
  fromPort: new Float64Array(from.length).fill(NaN),
  toPort: new Float64Array(from.length).fill(NaN),
  weight: new Uint32Array(from.length).fill(1),
  across: Infinity,
  direction: 'right',
  gaps: LINEAGE_GAPS,
})

/** What stands beside cards at the middle of their height, or a little above that or below it. @param rooms of each card. */
export const besideCards = (rooms: {
  readonly before?: readonly number[]
  readonly behind?: readonly number[]
}): Beside => {
  const { before = [], behind = [] } = rooms
  const count = Math.max(before.length, behind.length)
  const column = (values: readonly number[]): Float64Array =>
    Float64Array.from({ length: count }, (_, card) => values[card] ?? 0)
  const none = new Float64Array(count).fill(NaN)
  return {
    ...{ before: column(before), behind: column(behind) },
    ...{ middle: new Float64Array(count).fill(22), around: [0, -18.5, 18.5], reach: 13.5 },
    loops: { top: none, bottom: none },
  }
}
