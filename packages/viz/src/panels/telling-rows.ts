import { tellingThings, type Telling } from '../scene/picture/telling.ts'
import type { OutlineRow } from '../worker/answers/outline.ts'

/** What tells the name of each row of an outline from its siblings among them. O(n log n). */
export function tellingRows(rows: readonly Pick<OutlineRow, 'name' | 'depth'>[]): (Telling | null)[] {
  const around = new Int32Array(rows.length).fill(-1)
  /** The last row of each depth that others may be in. */
  const last: number[] = []
  rows.forEach(({ depth }, row) => {
    last.length = depth
    around[row] = last[depth - 1] ?? -1
    last.push(row)
  })
  const telling = tellingThings({ count: rows.length, box: around, titles: rows.map(({ name }) => name) })
  return rows.map((_, row) => telling(row))
}
