import type { PlacingInput } from '../placing/placing.ts'
import type { CutGraph } from './cut-graph.ts'

/**
 * The places before, but of what has lineage now and had none, or had some and has none now: it stood among others than it does now, and would draw
 * them along. What a stack folded gets layers of its own, for it was one in that of the stack. O(n).
 */
export function placesKept(
  before: NonNullable<PlacingInput['before']>,
  { graphs }: CutGraph,
): NonNullable<PlacingInput['before']> {
  const [x, y] = [before.x.slice(), before.y.slice()]
  const forget = (thing: number): void => {
    x[thing] = NaN
    y[thing] = NaN
  }
  for (const graph of graphs) {
    graph?.items.forEach((item) => before.layer[item]! < 0 && forget(item))
    graph?.singles.forEach((single) => before.layer[single]! >= 0 && forget(single))
  }
  return { ...before, x, y, layer: before.layer.map((own, thing) => (before.folded?.[thing] ? -1 : own)) }
}
