import { placeColumns, type Columns, type Level } from '../packing/place-columns.ts'
import type { BoxInput } from './box-input.ts'
import { levelRoom } from './level-room.ts'
import type { UnpackedBox } from './pack-box.ts'
import type { BoxLines } from './placed-box.ts'
import { roomForTurns } from './room-for-turns.ts'
import { turningRoom } from './turning-room.ts'

/**
 * The columns of a box in which all stands at given heights, with so much room behind each vertex that steep lines run beside each other, what leads
 * back turns there, what is written on lines stands free, and lines have turned where something stands beside things. O(s log s). @param label of each vertex: how much room what is written on links behind it takes.
 */
export function boxColumns(
  lines: Pick<BoxLines, 'layered' | 'order' | 'tailAt' | 'headAt' | 'edges'>,
  tops: Float64Array,
  label: Float64Array,
  input: BoxInput,
): Pick<UnpackedBox, 'columns' | 'behind'> {
  const { layered, order, edges } = lines
  const behind = turningRoom(layered, order, tops, lines, edges, label, input)
  label.forEach((room, vertex) => (behind[vertex] = Math.max(behind[vertex]!, room)))
  roomForTurns(layered, behind, input.gaps)
  const least = new Float64Array(layered.layerStarts.length)
  behind.forEach((room, vertex) => {
    const layer = layered.layerOf[vertex]!
    least[layer] = Math.max(least[layer]!, room)
  })
  const place = (level: Level | null): Columns =>
    placeColumns(layered, input.breadth, input.gaps, least, level)
  let columns = place(null)
  // What runs level at one side of a gap has less room to turn before the other: each gap is widened twice at most.
  for (;;) {
    const level = levelRoom(lines, tops, columns, input)
    if (!level) return { columns, behind }
    columns = place(level)
  }
}
