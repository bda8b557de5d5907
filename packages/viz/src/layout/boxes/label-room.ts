import { FAR, type Layered } from '../crossings/layered.ts'
import type { BoxInput } from './box-input.ts'
import type { OrderedBox } from './order-box.ts'
import { ALONE } from './turning-room.ts'

/**
 * How wide the gap behind each vertex is at least, so that what is written on links stands free: on those to the next layer, and on those that pass
 * layers on a way with others where they run alone, which is between that way and their other end. O(l).
 * @param layered without the ports of the box.
 */
export function labelRoom(
  { passed, turned }: OrderedBox,
  { vertexCount, dummyStarts, out, into }: Layered,
  { leaving, entering, label, gaps }: BoxInput,
): Float64Array {
  const room = new Float64Array(vertexCount)
  const keep = (vertex: number, own: number): void => void (room[vertex] = Math.max(room[vertex]!, own))
  for (let link = 0; link < label.length; link++) {
    const [tail, head] = [leaving.item[link]!, entering.item[link]!]
    if (tail < 0 || head < 0 || turned[link]) continue
    const own = label[link]!
    const first = dummyStarts[link]!
    if (passed[link] === 0 || first === FAR) {
      keep(tail, own)
      continue
    }
    const besideOthers = Math.min(Math.max(gaps.layer, gaps.busyLayer), own / ALONE)
    const last = first + passed[link]! - 1
    if (out.starts[last + 1]! - out.starts[last]! > 1) keep(last, besideOthers)
    if (into.starts[first + 1]! - into.starts[first]! > 1) keep(tail, besideOthers)
  }
  return room
}
