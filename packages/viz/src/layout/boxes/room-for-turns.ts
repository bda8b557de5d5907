import type { Layered } from '../crossings/layered.ts'
import type { Gaps } from '../placing/gaps.ts'
import { gapForTurns } from '../placing/turns.ts'
import { turnedLines } from './turned-lines.ts'

/**
 * Widens the gaps in which lines that lead back turn, by changing `behind`, until those beside each item keep apart. O(s).
 * @param behind of each vertex: how wide the gap behind it is at least.
 */
export function roomForTurns(layered: Layered, behind: Float64Array, { layer, busyLayer }: Gaps): void {
  const turned = turnedLines(layered)
  if (!turned) return
  const { nodeCount, into } = layered
  const widen = (vertex: number, lines: number): void => {
    if (lines < 2) return
    const needed = Math.min(Math.max(layer, busyLayer), gapForTurns(lines))
    behind[vertex] = Math.max(behind[vertex]!, needed)
  }
  for (let item = 0; item < nodeCount; item++) {
    widen(item, turned.leaving[item]!)
    for (let i = into.starts[item]!; i < into.starts[item + 1]!; i++)
      widen(into.neighbors[i]!, turned.entering[item]!)
  }
}
