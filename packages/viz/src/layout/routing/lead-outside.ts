import { boxOfPiece, headY, type Routed } from '../boxes/routed.ts'
import { BORDER } from '../boxes/split-edges.ts'
import { TURN } from '../placing/turns.ts'
import type { Way } from './way.ts'

/** Leads a piece that found no place within round below its component, inside of the box: each step is level or plumb. */
export function leadOutside(routed: Routed, way: Way, piece: number): void {
  const { pieces, localOf, x } = routed
  const { left, top, placed } = boxOfPiece(routed, piece)
  const layerOf = (item: number): number => placed.layered.layerOf[localOf[item]!]!
  const tail = pieces.tail[piece]!
  const head = pieces.head[piece]!
  const foot = top + placed.footOfLayer[layerOf(Math.max(tail, head))]!
  if (tail !== BORDER) {
    const right = left + placed.columns.right[localOf[tail]!]! + TURN
    way.add(right, way.last[1]!)
    way.add(right, foot)
  }
  if (head !== BORDER) {
    way.add(x[head]! - TURN, foot)
    way.add(x[head]! - TURN, headY(routed, piece))
  }
}
