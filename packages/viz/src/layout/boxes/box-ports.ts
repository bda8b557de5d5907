import { FAR } from '../crossings/layered.ts'
import type { OrderedBox, Ports } from './order-box.ts'
import { BORDER, type Pieces } from './split-edges.ts'

/**
 * A port for each place from which links come to the side of a box, in the order in which they come there: so what is inside can be put in
 * the order of what is outside. Links that lead back, or round the outside, come from below. O(l log l).
 * @param links of the box. @param linkOf each piece, in its box. @param ordered the boxes whose order is known, the one around it among them.
 */
export function boxPorts(
  links: Uint32Array,
  { edge, box, tail, head }: Pieces,
  linkOf: Uint32Array,
  ordered: readonly (OrderedBox | undefined)[],
): Ports {
  const left = number(links, (piece) => (tail[piece] === BORDER ? placeOf(piece - 1, -1) : NaN))
  const right = number(links, (piece) => (head[piece] === BORDER ? placeOf(piece + 1, 1) : NaN))
  return { leftCount: left.count, leftOf: left.of, rightCount: right.count, rightOf: right.of }

  /** Where a piece comes from (step -1) or leads to (step 1), among the vertices of its box; and inside of an open box there, as far as known. */
  function placeOf(piece: number, step: -1 | 1): number {
    const { layered, order, turned, vertexBeside } = ordered[box[piece]!]!
    const link = linkOf[piece]!
    const end = vertexBeside(link, step)
    if (turned[link] || layered.dummyStarts[link] === FAR) return layered.vertexCount + order.place[end]!
    const next = piece + step
    const isWithin = (step < 0 ? tail : head)[piece] === box[next] && edge[next] === edge[piece]
    const inner = isWithin ? ordered[box[next]!] : undefined
    if (!inner || end >= layered.nodeCount) return order.place[end]!
    const place = inner.order.place[inner.vertexBeside(linkOf[next]!, step)]!
    return order.place[end]! + (place + 1) / (inner.layered.vertexCount + 2)
  }
}

/** Numbers links by their keys, equal ones alike; -1 where there is none. */
function number(links: Uint32Array, keyOf: (piece: number) => number) {
  const keys = new Float64Array(links.length)
  const sorted = new Float64Array(links.length)
  let known = 0
  for (let link = 0; link < links.length; link++) {
    keys[link] = keyOf(links[link]!)
    if (!Number.isNaN(keys[link]!)) sorted[known++] = keys[link]!
  }
  sorted.subarray(0, known).sort()
  let count = 0
  for (let i = 0; i < known; i++) if (i === 0 || sorted[i] !== sorted[count - 1]) sorted[count++] = sorted[i]!
  const of = new Int32Array(links.length).fill(-1)
  for (let link = 0; link < links.length; link++)
    if (!Number.isNaN(keys[link]!)) of[link] = rankIn(sorted, count, keys[link]!)
  return { count, of }
}

/** Where a value is among the first `count` of a sorted column, which hold it. */
function rankIn(sorted: Float64Array, count: number, value: number): number {
  let from = 0
  for (let to = count; to - from > 1;) {
    const middle = (from + to) >>> 1
    if (sorted[middle]! <= value) from = middle
    else to = middle
  }
  return from
}
