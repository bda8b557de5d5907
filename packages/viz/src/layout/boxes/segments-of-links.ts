import type { BoxInput } from './box-input.ts'
import { FAR } from '../crossings/layered.ts'
import type { OrderedBox } from './order-box.ts'
import { pick, pickFlags } from './pick.ts'
import type { BoxLines } from './placed-box.ts'
import type { Ends } from './spread-ends.ts'

/**
 * Where each segment ends, below the tops of its vertices; 0 for one whose ends need not be level. O(l + s).
 * @param segments those that are wanted, by their numbers in the box with its ports.
 */
export function endsOfSegments(
  { layered, turned }: OrderedBox,
  segments: Uint32Array,
  leaving: Ends,
  entering: Ends,
): Pick<BoxLines, 'tailAt' | 'headAt'> {
  const { tailSegment, headSegment, weight } = layered
  const atTail = new Float64Array(weight.length)
  const atHead = new Float64Array(weight.length)
  for (let link = 0; link < turned.length; link++) {
    if (turned[link] || tailSegment[link] === FAR) continue
    if (leaving.item[link]! >= 0) atTail[tailSegment[link]!] = leaving.at[link]!
    if (entering.item[link]! >= 0) atHead[headSegment[link]!] = entering.at[link]!
  }
  return { tailAt: pick(atTail, segments), headAt: pick(atHead, segments) }
}

/**
 * How many edges of the run each segment stands for, and how it looks. O(s + dummies).
 * @param segments those that are wanted, by their numbers in the box with its ports. @param weight how many edges each link stands for.
 */
export function edgesOfSegments(
  { layered, passed }: OrderedBox,
  segments: Uint32Array,
  { weight, look }: Pick<BoxInput, 'weight' | 'look'>,
): Pick<BoxLines, 'edges' | 'looks'> {
  const { nodeCount, vertexCount, tailSegment, headSegment, dummyStarts } = layered
  const total = new Float64Array(layered.weight.length)
  const looks = new Uint8Array(layered.weight.length)
  for (let link = 0; link < weight.length; link++) {
    const first = dummyStarts[link]!
    if (first === FAR) continue
    // The segments of dummies come first, in their order; then that between the way of a link and its other end.
    for (let dummy = first; dummy < first + passed[link]!; dummy++) {
      total[dummy - nodeCount]! += weight[link]!
      looks[dummy - nodeCount] = look[link]!
    }
    const last = tailSegment[link]! < vertexCount - nodeCount ? headSegment[link]! : tailSegment[link]!
    total[last]! += weight[link]!
    looks[last] = look[link]!
  }
  return { edges: pick(total, segments), looks: pickFlags(looks, segments) }
}
