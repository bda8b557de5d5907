import { boxOfPiece, type Routed } from '../boxes/routed.ts'
import { beginOfGap, endOfGap } from '../packing/place-columns.ts'

/** A turned piece among the columns that it passes: leftwards, from that of its tail, which is the last layer, to that of its head, the first. */
export interface BackLine {
  readonly firstLayer: number
  readonly lastLayer: number
  /** Where the gap before its column in a layer ends, and where that behind it begins. */
  leftIn(layer: number): number
  rightIn(layer: number): number
  /** The height of its place in a layer between. */
  heightIn(layer: number): number
}

export function backLine(routed: Routed, piece: number): BackLine {
  const { pieces, localOf, linkOf } = routed
  const { placed, left, top } = boxOfPiece(routed, piece)
  const { layered, columns, y } = placed
  const tail = localOf[pieces.tail[piece]!]!
  const head = localOf[pieces.head[piece]!]!
  const lastLayer = layered.layerOf[tail]!
  const firstLayer = layered.layerOf[head]!
  const dummies = layered.dummyStarts[linkOf[piece]!]!
  const vertexIn = (layer: number): number =>
    layer === lastLayer ? tail : layer === firstLayer ? head : dummies + layer - firstLayer - 1
  return {
    firstLayer,
    lastLayer,
    leftIn: (layer) => left + endOfGap(columns, vertexIn(layer)),
    rightIn: (layer) => left + beginOfGap(columns, vertexIn(layer)),
    heightIn: (layer) => top + y[vertexIn(layer)]!,
  }
}
