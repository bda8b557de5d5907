import { headY, type Routed } from '../boxes/routed.ts'
import { backLine } from './back-line.ts'
import type { BackWays } from './back-ways.ts'
import type { Way } from './way.ts'

/**
 * Leads a turned piece against the flow: out at the right of its item, down and to the left below it; and below the other one to its left,
 * up and in. Between the two turns x never rises. O(layers passed).
 */
export function leadBack(
  routed: Routed,
  way: Way,
  piece: number,
  { turns, below, crossings }: BackWays,
): void {
  const { firstLayer, lastLayer, heightIn } = backLine(routed, piece)
  const out = turns.out[piece]!
  const into = turns.into[piece]!
  let at = below.tail[piece]!
  way.add(out, way.last[1]!)
  way.add(out, at)
  for (let layer = lastLayer - 1; layer >= firstLayer; layer--) {
    const crossing = crossings.starts[piece]! + layer - firstLayer
    way.add(crossings.right[crossing]!, at)
    at = layer > firstLayer ? heightIn(layer) : below.head[piece]!
    way.add(crossings.left[crossing]!, at)
  }
  way.add(into, at)
  way.add(into, headY(routed, piece))
}
