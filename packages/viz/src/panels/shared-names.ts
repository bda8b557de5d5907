import { sharedStarts } from '../scene/picture/shared-starts.ts'
import type { OutlineRow } from '../worker/answers/outline.ts'

/** Of each row of an outline how much of the beginning of its name a sibling among them has too, as `sharedStarts` counts it. O(n log n). */
export function sharedNames(rows: readonly Pick<OutlineRow, 'name' | 'depth'>[]): number[] {
  const around = new Int32Array(rows.length).fill(-1)
  /** The last row of each depth that others may be in. */
  const last: number[] = []
  rows.forEach(({ depth }, row) => {
    last.length = depth
    around[row] = last[depth - 1] ?? -1
    last.push(row)
  })
  const shared = sharedStarts({ count: rows.length, box: around, titles: rows.map(({ name }) => name) })
  return rows.map((_, row) => shared(row))
}
