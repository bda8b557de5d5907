import type { PlacingInput } from '../placing/placing.ts'
import type { CutGraph } from './cut-graph.ts'
import type { LayoutMemory } from './layout-memory.ts'
import { orderBoxes, type OrderedBoxes } from './order-boxes.ts'
import { placeBoxes, type PlacedBoxes } from './place-boxes.ts'
import { roomAcross, type Room } from './room-across.ts'
import { shapedRoom } from './shaped-room.ts'

/** What is in boxes, in order and at its place there. */
export interface FilledBoxes {
  readonly ordered: OrderedBoxes
  readonly placed: PlacedBoxes
  /** What they were given. */
  readonly room: Room
}

/** A picture that is no larger is read where a window shows all of it. Its height; units of the picture. */
const READ = 900
/** More things than this no window shows so that they are read. */
const MOST = 500

/**
 * Orders what is in boxes and places it. How large an open box is follows from what is inside, so that nobody knows it when the layers around it are
 * formed: a picture that comes out too large for a window is made once more, now that it is known, and is the one of both that is seen larger. One that
 * goes on from another keeps what that has.
 */
export function* fillBoxes(
  input: PlacingInput,
  cut: CutGraph,
  memory: LayoutMemory,
): Generator<void, FilledBoxes> {
  const { count } = input
  const room = roomAcross(input)
  const ordered = yield* orderBoxes(input, cut, room, memory)
  const first: FilledBoxes = { ordered, placed: yield* placeBoxes(input, cut, ordered, room, memory), room }
  const isOnlyHere = !input.before && input.partOf === undefined
  const mayBeShaped = input.wraps && input.across === Infinity && input.isBox.includes(1) && count <= MOST
  /** How high a window has to be that shows all. */
  const sizeOf = ({ placed: { placed } }: FilledBoxes): number =>
    Math.max(placed[count]!.width / room.aspect[count]!, placed[count]!.height)
  if (!isOnlyHere || !mayBeShaped || sizeOf(first) <= READ) return first
  const known = shapedRoom(input, cut, ordered, first.placed, room)
  const again = yield* orderBoxes(input, cut, known, memory)
  const second = { ordered: again, placed: yield* placeBoxes(input, cut, again, known, memory), room: known }
  return sizeOf(second) < sizeOf(first) ? second : first
}
