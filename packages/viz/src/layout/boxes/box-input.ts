import { sidesOf, type Sides } from './box-sides.ts'
import { FURTHEST } from '../placing/turns.ts'
import type { CutGraph } from './cut-graph.ts'
import { pick, pickFlags } from './pick.ts'
import type { Beside, PlacingInput } from '../placing/placing.ts'
import type { SinglesInput } from '../packing/place-singles.ts'
import type { Ends } from './spread-ends.ts'
import type { OrderedBox } from './order-box.ts'
import { placesBeyond } from './places-beyond.ts'
import type { Room } from './room-across.ts'
import type { Rects } from '../packing/rects.ts'
import { shareOfBox } from './share-work.ts'
import { STUB_ROOM } from '../placing/stub.ts'
import { BORDER } from './split-edges.ts'

/** What is to be placed in a box: its items and links by local numbers, its singles in their order. */
export interface BoxInput extends SinglesInput {
  readonly width: Float64Array
  readonly height: Float64Array
  /** How wide each item is with its stub, and what lines keep off that. */
  readonly breadth: Float64Array
  /** How far the sheets of each item stand out below it. */
  readonly sheets: Float64Array
  /** What stands beside its items and is no line; null where nothing does. */
  readonly beside: Beside | null
  readonly isBox: Uint8Array
  readonly lane: Uint8Array
  readonly leaving: Ends
  readonly entering: Ends
  readonly weight: Float64Array
  /** How each link looks. */
  readonly look: Uint8Array
  /** How much room along the way of the data what is written on each link takes. */
  readonly label: Float64Array
  readonly atBorder: number
  /** What is free before its first column, and behind its last one, for what turns there. */
  readonly free: Pick<Sides, 'left' | 'right'>
  /** How many times as wide as it is high all is to be, where there is a choice. */
  readonly aspect: number
  /** Whether nothing in it is to be far higher than that for lines to be straight. */
  readonly isShaped: boolean
  /** Of the work for the whole picture, up to 1. */
  readonly share: number
  /** Where items and singles stood in the box before, and how large they were; NaN for what is new. */
  readonly before: (Rects & { readonly singles: Rects }) | null
}

/** What is known of all boxes when one of them is placed. */
export interface Measured {
  /** Of things, and of the boxes in it. */
  readonly width: Float64Array
  readonly height: Float64Array
  /** Where each piece goes through the side of a box in it, below the top of that. */
  readonly heightAt: Float64Array
  /** 1 for each box in it with lineage inside. */
  readonly holdsLines: Uint8Array
}

/** What is to be placed in box `own`. O(what is in it). */
export function boxInput(
  own: number,
  input: PlacingInput,
  cut: CutGraph,
  ordered: readonly (OrderedBox | undefined)[],
  { width, height, heightAt, holdsLines }: Measured,
  room: Room,
): BoxInput {
  const { count, isBox, lane, label, before, gaps, sheets = new Float64Array(count) } = input
  const { edge } = cut.pieces
  const { items, singles, links, tail, head, weight, look } = cut.graphs[own]!
  const inGrid = singles.filter((single) => !lane[single])
  const sides = sidesOf(input, own)
  const singleSheets = pick(sheets, inGrid)
  const withSheets = (heights: Float64Array): Float64Array =>
    pick(heights, inGrid).map((own, single) => own + singleSheets[single]!)
  const endsAt = (isTail: boolean): Float64Array => {
    const [ends, things, ports] = isTail
      ? [cut.pieces.tail, input.from, input.fromPort]
      : [cut.pieces.head, input.to, input.toPort]
    const next = isTail ? -1 : 1
    const at = new Float64Array(links.length)
    for (let link = 0; link < links.length; link++) {
      const piece = links[link]!
      const item = ends[piece]!
      const ownEdge = edge[piece]!
      at[link] = item === BORDER ? NaN : item === things[ownEdge] ? ports[ownEdge]! : heightAt[piece + next]!
    }
    return at
  }
  return {
    width: pick(width, items),
    height: pick(height, items),
    breadth: new Float64Array(items.length).map(
      (_, i) => width[items[i]!]! + (cut.stub[items[i]!] ? STUB_ROOM : 0),
    ),
    sheets: pick(sheets, items),
    beside: besideItems(input, items),
    isBox: pickFlags(isBox, items),
    lane: pickFlags(lane, items),
    singleWidth: pick(width, inGrid),
    singleHeight: withSheets(height),
    singleIsBox: pickFlags(isBox, inGrid),
    singleIsLinked: pickFlags(holdsLines, inGrid),
    leaving: { at: endsAt(true), item: tail, beyond: placesBeyond(own, 1, cut, ordered) },
    entering: { at: endsAt(false), item: head, beyond: placesBeyond(own, -1, cut, ordered) },
    weight,
    look,
    label: new Float64Array(links.length).map((_, link) => label?.[edge[links[link]!]!] ?? 0),
    atBorder: ordered[own]!.layers.atBorder,
    free: { left: Math.min(FURTHEST, sides.left), right: Math.min(FURTHEST, sides.right) },
    gaps,
    across: room.across[own]!,
    aspect: room.aspect[own]!,
    isShaped: input.wraps === true,
    share: shareOfBox(own, input, cut),
    before: before
      ? {
          ...beforeIn(own, input, before, items),
          singles: { ...beforeIn(own, input, before, inGrid), height: withSheets(before.height) },
        }
      : null,
  }
}

function besideItems({ beside }: PlacingInput, items: Uint32Array): Beside | null {
  if (!beside) return null
  const [before, behind] = [pick(beside.before, items), pick(beside.behind, items)]
  const loops = { top: pick(beside.loops.top, items), bottom: pick(beside.loops.bottom, items) }
  return before.some((room) => room > 0) || behind.some((room) => room > 0)
    ? { ...beside, before, behind, middle: pick(beside.middle, items), loops }
    : null
}

/** Where things stood in their box, from the left top of what it holds; NaN for all where the box itself is new. */
function beforeIn(
  own: number,
  input: PlacingInput,
  { x, y, width, height }: Rects,
  things: Uint32Array,
): Rects {
  const sides = sidesOf(input, own)
  const left = sides.left + (own === input.count ? 0 : x[own]!)
  const top = sides.top + (own === input.count ? 0 : y[own]!)
  return {
    x: pick(x, things, left),
    // The outside lane is at the foot of the picture, wherever that is.
    y: pick(y, things, top).map((value, i) => (input.lane[things[i]!] ? NaN : value)),
    width: pick(width, things),
    height: pick(height, things),
  }
}
