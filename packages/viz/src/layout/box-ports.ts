import { FAR } from './insert-dummies.ts'
import type { OrderedBox, Ports } from './order-box.ts'
import { BORDER, type Pieces } from './split-edges.ts'

/**
 * A port for each place from which links come to the side of a box, in the order in which they come there: so what is inside can be put in
 * the order of what is outside. Links that lead back, or round the outside, come from below. O(l log l).
 * @param links of the box. @param linkOf each piece, in its box. @param ordered the boxes whose order is known, the one around it among them.
 */
export function boxPorts(
  links: Uint32Array,
  { starts, edge, box, tail, head }: Pieces,
  linkOf: Uint32Array,
  ordered: readonly (OrderedBox | undefined)[],
): Ports {
  const left = number(links, (piece) =>
    tail[piece] !== BORDER ? NaN : piece === starts[edge[piece]!] ? -1 : placeOf(piece - 1, -1),
  )
  const right = number(links, (piece) =>
    head[piece] !== BORDER ? NaN : piece + 1 === starts[edge[piece]! + 1] ? -1 : placeOf(piece + 1, 1),
  )
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

/** Numbers links by their keys, equal ones alike. */
function number(links: Uint32Array, keyOf: (piece: number) => number) {
  const keys = Float64Array.from(links, keyOf)
  const distinct = [...new Set(keys)].filter((key) => !Number.isNaN(key)).sort((a, b) => a - b)
  const numberOf = new Map(distinct.map((key, i) => [key, i]))
  return { count: distinct.length, of: Int32Array.from(keys, (key) => numberOf.get(key) ?? -1) }
}
