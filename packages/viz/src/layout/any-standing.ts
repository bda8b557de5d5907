// For tests only: everything at its place, before edges are led.
import { cutGraph } from './boxes/cut-graph.ts'
import { finish } from './finish.ts'
import { layoutMemory } from './boxes/layout-memory.ts'
import { orderBoxes } from './boxes/order-boxes.ts'
import { placeBoxes } from './boxes/place-boxes.ts'
import type { Point } from './placing/placing-points.ts'
import type { PlacingInput } from './placing/placing.ts'
import { roomAcross } from './boxes/room-across.ts'
import { boxOfPiece, tailY, type Routed } from './boxes/routed.ts'
import { BORDER } from './boxes/split-edges.ts'
import { standBoxes, type Standing } from './boxes/stand-boxes.ts'
import { startWay, type Way } from './routing/way.ts'

/** @param input as it leads to the right. */
export function standingOf(input: PlacingInput): Standing {
  const cut = cutGraph(input)
  const room = roomAcross(input)
  const memory = layoutMemory()
  const ordered = finish(orderBoxes(input, cut, room, memory))
  return standBoxes(input, cut, ordered, finish(placeBoxes(input, cut, ordered, room, memory)), memory)
}

/** The pieces that do not begin at the side of a box, by how they are led. */
export function piecesBy(routed: Routed, isSo: (dummy: number, isTurned: boolean) => boolean): number[] {
  const { pieces, linkOf } = routed
  return [...pieces.edge.keys()].filter((piece) => {
    const { placed, turned } = boxOfPiece(routed, piece)
    const link = linkOf[piece]!
    return pieces.tail[piece] !== BORDER && isSo(placed.layered.dummyStarts[link]!, turned[link] === 1)
  })
}

/** The points by which a piece is led from its tail, the first and the last not left out. */
export function pointsLed(routed: Routed, piece: number, lead: (way: Way) => void): Point[] {
  const way = startWay()
  const tail = routed.pieces.tail[piece]!
  way.add(routed.x[tail]! + routed.width[tail]!, tailY(routed, piece))
  lead(way)
  const count = way.end()
  const points = way.points()
  return Array.from({ length: count }, (_, i) => [points[2 * i]!, points[2 * i + 1]!])
}
