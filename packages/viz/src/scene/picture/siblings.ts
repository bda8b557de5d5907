import { rowsBy, type Rows } from './adjacency.ts'
import type { Things } from './picture.ts'

const known = new WeakMap<Int32Array, Rows>()

/** By box, and first of all for none, what stands in it: row `box + 1`. Sorted when it is first asked for in a picture. O(n). */
export function siblingsIn({ count, box }: Pick<Things, 'count' | 'box'>): Rows {
  let siblings = known.get(box)
  if (!siblings) {
    siblings = rowsBy(
      count + 1,
      count,
      Uint32Array.from(box, (own) => own + 1),
    )
    known.set(box, siblings)
  }
  return siblings
}
