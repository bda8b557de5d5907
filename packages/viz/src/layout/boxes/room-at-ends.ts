import type { Layered } from '../crossings/layered.ts'
import type { Columns } from '../packing/place-columns.ts'
import { roomBeside } from '../placing/turns.ts'
import type { Sides } from './box-sides.ts'
import { componentEnds } from './component-ends.ts'
import { turnedLines } from './turned-lines.ts'

/**
 * Makes room before the first column of each component, and behind its last one, for lines that lead back and turn there: as much more as they need
 * than is free there in any case. Moves columns to the right, by changing `columns`. O(n + s). @returns how much more each component takes at its right.
 */
export function roomAtEnds(
  layered: Layered,
  columns: Columns,
  free: Pick<Sides, 'left' | 'right'>,
): Float64Array {
  const { nodeCount, vertexCount, layerOf, componentStarts } = layered
  const before = new Float64Array(componentStarts.length - 1)
  const behind = new Float64Array(componentStarts.length - 1)
  const turned = turnedLines(layered)
  if (!turned) return behind
  const { componentOf, left, right } = componentEnds(layered, columns)
  for (let item = 0; item < nodeCount; item++) {
    const component = componentOf[layerOf[item]!]!
    if (columns.left[item] === left[component])
      before[component] = Math.max(before[component]!, roomBeside(turned.entering[item]!) - free.left)
    if (columns.right[item] === right[component])
      behind[component] = Math.max(behind[component]!, roomBeside(turned.leaving[item]!) - free.right)
  }
  for (let vertex = 0; vertex < vertexCount; vertex++) {
    const moved = before[componentOf[layerOf[vertex]!]!]!
    columns.left[vertex]! += moved
    columns.right[vertex]! += moved
  }
  return behind
}
