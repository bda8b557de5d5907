import { csrOf } from '@lineagraph/core'
import type { PlacingInput } from '../placing/placing.ts'

/** Instead of an end inside the box: the piece goes through the box's side. */
export const BORDER = -1

/**
 * The pieces into which the sides of open boxes cut the edges. In each box that an edge passes, one piece of it leads from a thing or box
 * there to another, or through the box's side. Box `count` is the picture itself.
 */
export interface Pieces {
  /**
   * The pieces of edge e, in the way of the data, are starts[e] up to starts[e + 1]. An edge from a thing to itself, or between a thing and
   * a box around it, has none.
   */
  readonly starts: Uint32Array
  /** Of each piece. */
  readonly edge: Uint32Array
  readonly box: Uint32Array
  /** What it leads from and to, both in the box; or BORDER. */
  readonly tail: Int32Array
  readonly head: Int32Array
  /** The pieces in box b are byBox[boxStarts[b]] up to boxStarts[b + 1], in the same order in whatever order the edges come. */
  readonly boxStarts: Uint32Array
  readonly byBox: Uint32Array
}

/** O(n + m log m + pieces): an edge is cut into as many pieces as it passes boxes. */
export function splitEdges(input: PlacingInput): Pieces {
  const { count, box, from, to } = input
  const boxOfThing = (thing: number): number => (box[thing]! < 0 ? count : box[thing]!)
  const depth = new Uint32Array(count)
  for (let thing = 0; thing < count; thing++) if (box[thing]! >= 0) depth[thing] = depth[box[thing]!]! + 1

  // From both ends of an edge outwards, to the box that holds both. Written out twice: it is the first that every layout does.
  const starts = new Uint32Array(from.length + 1)
  for (let edge = 0; edge < from.length; edge++) {
    let a = from[edge]!
    let b = to[edge]!
    let pieces = 0
    while (a !== b && box[a] !== box[b]) {
      const difference = depth[a]! - depth[b]!
      if (difference >= 0) {
        pieces++
        a = box[a]!
      }
      if (difference <= 0) {
        pieces++
        b = box[b]!
      }
    }
    starts[edge + 1] = starts[edge]! + (a === b ? 0 : pieces + 1)
  }
  const pieceCount = starts[from.length]!
  const edgeOf = new Uint32Array(pieceCount)
  const boxOf = new Uint32Array(pieceCount)
  const tail = new Int32Array(pieceCount).fill(BORDER)
  const head = new Int32Array(pieceCount).fill(BORDER)
  for (let edge = 0; edge < from.length; edge++) {
    let a = from[edge]!
    let b = to[edge]!
    let first = starts[edge]!
    let end = starts[edge + 1]!
    if (first === end) continue
    for (let piece = first; piece < end; piece++) edgeOf[piece] = edge
    while (a !== b && box[a] !== box[b]) {
      const difference = depth[a]! - depth[b]!
      if (difference >= 0) {
        boxOf[first] = boxOfThing(a)
        tail[first++] = a
        a = box[a]!
      }
      if (difference <= 0) {
        boxOf[--end] = boxOfThing(b)
        head[end] = b
        b = box[b]!
      }
    }
    boxOf[first] = boxOfThing(a)
    tail[first] = a
    head[first] = b
  }
  return { starts, edge: edgeOf, box: boxOf, tail, head, ...sortByBox(input, starts, boxOf) }
}

function sortByBox(
  { count, from, to, fromPort, toPort, weight }: PlacingInput,
  starts: Uint32Array,
  box: Uint32Array,
) {
  const edges = csrOf(count, from, to).edges
  const isTwin = (one: number, other: number): boolean => from[one] === from[other] && to[one] === to[other]
  for (let first = 0, end = 0; first < edges.length; first = end) {
    for (end = first + 1; end < edges.length && isTwin(edges[first]!, edges[end]!);) end++
    if (end - first > 1)
      edges
        .subarray(first, end)
        .sort(
          (a, b) =>
            compare(fromPort[a]!, fromPort[b]!) || compare(toPort[a]!, toPort[b]!) || weight[a]! - weight[b]!,
        )
  }
  const inOrder = new Uint32Array(box.length)
  let length = 0
  for (const edge of edges)
    for (let piece = starts[edge]!; piece < starts[edge + 1]!; piece++) inOrder[length++] = piece
  const { starts: boxStarts, edges: sorted } = csrOf(
    count + 1,
    inOrder.map((piece) => box[piece]!),
    new Uint32Array(box.length),
  )
  return { boxStarts, byBox: sorted.map((i) => inOrder[i]!) }
}

/** NaN comes first. */
const compare = (a: number, b: number): number =>
  Number.isNaN(a) ? (Number.isNaN(b) ? 0 : -1) : Number.isNaN(b) ? 1 : a - b
