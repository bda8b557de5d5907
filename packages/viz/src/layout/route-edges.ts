import type { ChannelOf } from './find-channels.ts'
import { FAR } from './insert-dummies.ts'
import type { PlacedBox } from './place-box.ts'
import { pointBuffer } from './point-buffer.ts'
import type { Routes } from './routes.ts'
import { BORDER, type Pieces } from './split-edges.ts'

/** A box with all that stands in it. */
export interface RoutedBox {
  readonly placed: PlacedBox
  readonly turned: Uint8Array
  /** How many places between its ends each link has. */
  readonly passed: Uint32Array
  readonly channelOf: ChannelOf
  /** The left top of what the box holds, in the picture. */
  readonly left: number
  readonly top: number
}

/** Everything that is placed, and the numbers by which boxes know it. */
export interface Routed {
  readonly from: Uint32Array
  readonly to: Uint32Array
  readonly pieces: Pieces
  /** Of each piece, in its box. */
  readonly linkOf: Uint32Array
  /** Of each thing and box, in its box. */
  readonly localOf: Uint32Array
  /** The box of each; or the picture, which is the last. */
  readonly boxOf: Uint32Array
  readonly boxes: readonly (RoutedBox | undefined)[]
  readonly x: Float64Array
  readonly y: Float64Array
  readonly width: Float64Array
  readonly height: Float64Array
  /** Whether the headers of boxes stand where edges come in: those lead straight through. */
  readonly headsAhead: boolean
}

/** How far a turned edge stays off the sides of its items, and how far below them it passes. */
const TURN = 10
const BELOW = 8
/** Turned edges that turn in one gap, or pass below one item, keep so far apart; so many of them, then they begin anew. */
const APART = { turn: 5, below: 4 } as const
const TRACKS = { turn: 4, below: 3 } as const
/** What a turn keeps off the side of its box, where that is near. */
const OFF_SIDE = 3

/** How far off its item the turn of a track is: closer to the others where the side of the box is near. */
function turnAt(track: number, room: number): number {
  const first = Math.min(TURN, room / 2)
  const apart = Math.min(APART.turn, (room - OFF_SIDE - first) / (TRACKS.turn - 1))
  return first + apart * (track % TRACKS.turn)
}

/** From how many times the gap on a turned edge is too steep for a curve. */
const STEEP = 8
/** More layers than this are in no box. */
const SHIFT = 2 ** 22
/** What differs by less stands at the same place. */
const SAME = 0.01
/** What is further from the side of its box has something between. */
const PADDING = 17
/** What a curve that goes through the side of a box keeps off its corners. */
const CORNER = 9

/**
 * Leads each edge through its pieces: from what it leaves out to the box that holds both ends, and in to what it enters. Where nothing is
 * beside it in its column, a curve goes through the side of a box without stopping there. O(m + pieces + dummies).
 */
export function routeEdges({
  from,
  to,
  pieces,
  linkOf,
  localOf,
  boxOf,
  boxes,
  x,
  y,
  width,
  height,
  headsAhead,
}: Routed): Routes {
  const line = pointBuffer()
  /** The last point: in an array, since a number that closures share would be put on the heap each time. */
  const last = new Float64Array(2)
  /** The open boxes that the line has left since its last point. */
  const left: number[] = []
  const entered: number[] = []
  const { leaving, entering } = tracksOf()
  const starts = new Uint32Array(from.length + 1)
  for (let edge = 0; edge < from.length; edge++) {
    if (pieces.starts[edge]! < pieces.starts[edge + 1]!) route(edge)
    starts[edge + 1] = line.end()
  }
  return { starts, points: line.points() }

  /** Of each turned piece: how many turn before it in the gap that it leaves into, and in the one that it enters from. */
  function tracksOf(): { readonly leaving: Uint32Array; readonly entering: Uint32Array } {
    const leaving = new Uint32Array(pieces.edge.length)
    const entering = new Uint32Array(pieces.edge.length)
    const turning = new Map<number, number>()
    const take = (box: number, item: number, isHead: 0 | 1): number => {
      const gap = 2 * (box * SHIFT + boxes[box]!.placed.layered.layerOf[localOf[item]!]!) + isHead
      const before = turning.get(gap) ?? 0
      turning.set(gap, before + 1)
      return before
    }
    for (const piece of pieces.byBox) {
      const box = pieces.box[piece]!
      if (!boxes[box]!.turned[linkOf[piece]!]) continue
      if (pieces.tail[piece] !== BORDER) leaving[piece] = take(box, pieces.tail[piece]!, 0)
      if (pieces.head[piece] !== BORDER) entering[piece] = take(box, pieces.head[piece]!, 1)
    }
    return { leaving, entering }
  }

  function add(toX: number, toY: number): void {
    line.add(toX, toY)
    last[0] = toX
    last[1] = toY
    if (left.length > 0) left.length = 0
  }

  function route(edge: number): void {
    const first = pieces.starts[edge]!
    const end = pieces.starts[edge + 1]!
    const u = from[edge]!
    const v = to[edge]!
    add(x[u]! + width[u]!, tailY(first))
    for (let piece = first; piece < end; piece++) {
      const tail = pieces.tail[piece]!
      if (tail !== BORDER && tail !== u) left.push(tail)
      const { placed, turned } = boxes[pieces.box[piece]!]!
      if (placed.layered.dummyStarts[linkOf[piece]!] === FAR) goOutside(piece)
      else if (turned[linkOf[piece]!]) goBack(piece)
      else goForth(piece)
    }
    add(x[v]!, headY(end - 1))
  }

  function tailY(piece: number): number {
    return y[pieces.tail[piece]!]! + boxes[pieces.box[piece]!]!.placed.leavingAt[linkOf[piece]!]!
  }

  function headY(piece: number): number {
    return y[pieces.head[piece]!]! + boxes[pieces.box[piece]!]!.placed.enteringAt[linkOf[piece]!]!
  }

  function goForth(piece: number): void {
    const { placed, left: boxLeft, top } = boxes[pieces.box[piece]!]!
    const { columns } = placed
    const first = placed.layered.dummyStarts[linkOf[piece]!]!
    let before = pieces.tail[piece]! === BORDER ? BORDER : localOf[pieces.tail[piece]!]!
    for (let dummy = first; dummy < first + passedBy(piece); dummy++) {
      const dummyY = top + placed.y[dummy]!
      if (before !== BORDER) cross(piece, before, dummy, dummyY, false)
      add(boxLeft + columns.left[dummy]!, dummyY)
      add(boxLeft + columns.right[dummy]!, dummyY)
      before = dummy
    }
    const head = pieces.head[piece]!
    if (head !== BORDER && before !== BORDER) cross(piece, before, localOf[head]!, headY(piece), true)
    if (head === BORDER && left.length === 0) add(boxLeft + columns.right[before]!, last[1]!)
  }

  /** Goes through the gap before a vertex, up to where the curve to it begins, and where it cannot lead into the boxes there, to its end. */
  function cross(piece: number, before: number, vertex: number, vertexY: number, isHead: boolean): void {
    const { placed, left: boxLeft, top, channelOf } = boxes[pieces.box[piece]!]!
    const right = boxLeft + placed.columns.right[before]!
    const next = boxLeft + placed.columns.left[vertex]!
    const rise = vertexY - last[1]!
    if (Math.abs(rise) < SAME) return
    const channel = channelOf(before, vertex, last[1]! - top, vertexY - top)
    if (!Number.isNaN(channel)) {
      add(boxLeft + channel, last[1]!)
      add(boxLeft + channel, vertexY)
      return
    }
    if (entered.length > 0) entered.length = 0
    const inner = isHead ? innerLeft(piece, next) : next
    if (left.length === 0 || !leavesAtOnce(inner, rise)) add(right, last[1]!)
    if (entered.length > 0 && (headsAhead || !entersAtOnce(inner, rise, vertexY))) add(next, vertexY)
  }

  /** Whether a curve to what is at `inner` goes well through the sides of all boxes that were left. */
  function leavesAtOnce(inner: number, rise: number): boolean {
    for (let i = 0; i < left.length; i++) {
      const box = left[i]!
      const side = x[box]! + width[box]!
      if (!isNear(box, i)) return false
      if (!isBeside(box, last[1]! + rise * partAt((side - last[0]!) / (inner - last[0]!)))) return false
    }
    return true
  }

  /** The same for the sides of all boxes that are entered. */
  function entersAtOnce(inner: number, rise: number, endY: number): boolean {
    for (const box of entered)
      if (!isBeside(box, endY - rise * partAt((inner - x[box]!) / (inner - last[0]!)))) return false
    return true
  }

  /** Where the first thing or place stands that a piece comes to in the boxes which it enters. They are put into `entered`. */
  function innerLeft(piece: number, side: number): number {
    let at = side
    for (let next = piece; pieces.head[next] !== BORDER;) {
      const item = pieces.head[next]!
      if (item === to[pieces.edge[next]!]) return x[item]!
      entered.push(item)
      next++
      const { placed, left: boxLeft } = boxes[item]!
      if (placed.layered.dummyStarts[linkOf[next]!] === FAR) return x[item]!
      const inside = localOf[pieces.head[next]!]!
      const first = passedBy(next) > 0 ? placed.layered.dummyStarts[linkOf[next]!]! : inside
      at = boxLeft + placed.columns.left[first]!
      if (first !== inside) return at
    }
    return at
  }

  /** Whether nothing can be between the last point and the right side of the box that was left as number i, nor on from there in its column. */
  function isNear(box: number, i: number): boolean {
    const { placed, left: boxLeft } = boxes[boxOf[box]!]!
    const side = x[box]! + width[box]!
    const columnEnd = boxLeft + placed.columns.right[localOf[box]!]!
    return side - last[0]! < (i + 1) * PADDING && columnEnd - side < SAME
  }

  function isBeside(box: number, height_: number): boolean {
    return height_ > y[box]! + CORNER && height_ < y[box]! + height[box]! - CORNER
  }

  /** How many places between its ends a piece has. */
  function passedBy(piece: number): number {
    return boxes[pieces.box[piece]!]!.passed[linkOf[piece]!]!
  }

  /** Between an end and the side of the box; in the picture as a whole, as much as one wants. */
  function leftRoom(own: number, end: number): number {
    return own < x.length ? end - x[own]! : Infinity
  }

  function rightRoom(own: number, end: number): number {
    return own < x.length ? x[own]! + width[own]! - end : Infinity
  }

  /** Out at the right, down and to the left below the item; and below the other one to its left, up and in. */
  function goBack(piece: number): void {
    const { placed, left: boxLeft, top } = boxes[pieces.box[piece]!]!
    const { layered, columns, order } = placed
    const tail = pieces.tail[piece]!
    const head = pieces.head[piece]!
    const start = layered.layerOf[localOf[tail]!]!
    const end = layered.layerOf[localOf[head]!]!
    const first = layered.dummyStarts[linkOf[piece]!]!
    // What goes back has all of a layer in one column.
    const columnOf = (layer: number): number => order.vertices[layered.layerStarts[layer]!]!
    const rightOf = (layer: number): number => boxLeft + columns.right[columnOf(layer)]!
    const heightIn = (layer: number): number => top + placed.y[first + layer - end - 1]!
    const level = Math.max(y[tail]! + height[tail]!, y[head]! + height[head]!) + BELOW
    let at = roomBelow(piece, tail, start - end > 1 ? heightIn(start - 1) : level, leaving[piece]!)
    const out = rightOf(start) + turnAt(leaving[piece]!, rightRoom(pieces.box[piece]!, rightOf(start)))
    add(out, last[1]!)
    add(out, at)
    for (let layer = start - 1; layer >= end; layer--) {
      const next =
        layer > end ? heightIn(layer) : roomBelow(piece, head, start - end > 1 ? at : level, entering[piece]!)
      const gapRight = boxLeft + columns.left[columnOf(layer + 1)]!
      const gapLeft = rightOf(layer)
      add(gapRight, at)
      if (Math.abs(next - at) > STEEP * (gapRight - gapLeft)) {
        add((gapRight + gapLeft) / 2, at)
        add((gapRight + gapLeft) / 2, next)
      }
      add(gapLeft, next)
      at = next
    }
    const into = x[head]! - turnAt(entering[piece]!, leftRoom(pieces.box[piece]!, x[head]!))
    add(into, at)
    add(into, headY(piece))
  }

  /** Round below its component, inside of the box. */
  function goOutside(piece: number): void {
    const tail = pieces.tail[piece]!
    const head = pieces.head[piece]!
    const { left: boxLeft, top, placed } = boxes[pieces.box[piece]!]!
    const foot = top + footOf(piece)
    if (tail !== BORDER) {
      const right = boxLeft + placed.columns.right[localOf[tail]!]! + TURN
      add(right, last[1]!)
      add(right, foot)
    }
    if (head !== BORDER) {
      add(x[head]! - TURN, foot)
      add(x[head]! - TURN, headY(piece))
    }
  }

  function footOf(piece: number): number {
    const { placed } = boxes[pieces.box[piece]!]!
    const item = Math.max(pieces.tail[piece]!, pieces.head[piece]!)
    const layer = placed.layered.layerOf[localOf[item]!]!
    return placed.footOfLayer[layer]!
  }

  /** The height nearest to the one that is wished for, between the item and what stands next below it. @param track how many pass there before. */
  function roomBelow(piece: number, item: number, wish: number, track: number): number {
    const { placed, top } = boxes[pieces.box[piece]!]!
    const { layered, order } = placed
    const least = y[item]! + height[item]! + BELOW + APART.below * (track % TRACKS.below)
    const at = order.place[localOf[item]!]! + 1
    if (at === layered.layerStarts[layered.layerOf[localOf[item]!]! + 1]) return Math.max(least, wish)
    return Math.max(least, Math.min(wish, top + placed.y[order.vertices[at]!]! - BELOW))
  }
}

/** How far a curve that begins and ends level has come from one height to the other, at a part of its way across. */
const partAt = (part: number): number => part * part * (3 - 2 * part)
