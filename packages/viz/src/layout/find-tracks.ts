import { BACK } from './crossings/find-ways.ts'
import type { Placing, PlacingInput, Tracks } from './placing/placing.ts'

/** How far the nearest line runs off its card: room for the head of an arrow behind its turn to the row. */
const FIRST = 18
/** From line to line, as long as all at one side take no more than MOST. */
const NEXT = 6
const MOST = 108
/** Ways in which edges look. */
const LOOKS = 4
/** What differs by less is the same place. */
const SAME = 0.5

/**
 * How much room each thing has at either side for lines to its rows: as much as all of them take, and one more that leads against the flow. So it is as wide whichever way they go, and stands where
 * it stood when one goes another way. O(n + m).
 */
export function roomsBeside(input: PlacingInput): Float64Array {
  const { count, from, to, fromPort, toPort, isBox } = input
  const rows = Array.from({ length: count }, () => new Set<number>())
  const add = (thing: number, port: number): void => {
    if (!Number.isNaN(port) && !isBox[thing]) rows[thing]!.add(port)
  }
  from.forEach((thing, edge) => thing !== to[edge] && add(thing, fromPort[edge]!))
  to.forEach((thing, edge) => thing !== from[edge] && add(thing, toPort[edge]!))
  return Float64Array.from(rows, ({ size }) => (size === 0 ? 0 : Math.min(MOST, FIRST + NEXT * size)))
}

/** The side of a thing. */
type Side = -1 | 1

/** The end of an edge at a row. */
interface RowEnd {
  readonly edge: number
  readonly isBegin: boolean
  readonly thing: number
  readonly row: number
  readonly side: Side
  /** The track that it had before; NaN for none. */
  readonly kept: number
  /** How the edge looks, and whether it leads against the flow, from 0 to 3: only what is alike shares a line. */
  readonly look: number
  /** How far to the right the edge goes from here. */
  readonly toward: number
}

/**
 * Finds where lines run beside their things, the data going down: at the side that is nearer to where each goes, those of one row that look alike together, and in the
 * order of where they go, so that they cross beside the thing at right angles rather than beyond it. What goes the same way is in the order of rows
 * from below: so it is at both its ends. What was there before keeps its side, and where nothing else is there now its track. O(m log m + points).
 * @param seen where all stands otherwise, ways as far as tops and feet.
 */
export function findTracks(input: PlacingInput, rooms: Float64Array, seen: Placing): Tracks {
  const found = {
    from: new Float64Array(input.from.length).fill(NaN),
    to: new Float64Array(input.to.length).fill(NaN),
  }
  const ends = rowEnds(input, seen)
  for (const atSide of groups(ends, (end) => 2 * end.thing + (end.side > 0 ? 1 : 0))) {
    const tracks = groups(atSide, ({ row, look }) => LOOKS * row + look)
    const toward = new Map(tracks.map((track) => [track, middleOf(track)]))
    tracks.sort(
      (one, other) =>
        toward.get(one)! - toward.get(other)! || other[0]!.row - one[0]!.row || one[0]!.look - other[0]!.look,
    )
    const [{ thing, side }] = atSide as [RowEnd, ...RowEnd[]]
    const last = tracks.length - 1
    if (areKept(tracks, input.width[thing]!, rooms[thing]!)) {
      for (const { edge, isBegin, kept } of atSide) (isBegin ? found.from : found.to)[edge] = kept
      continue
    }
    const step = Math.min(NEXT, (rooms[thing]! - FIRST) / Math.max(1, last))
    const first = side < 0 ? -FIRST - step * last : input.width[thing]! + FIRST
    tracks.forEach((track, i) => {
      for (const { edge, isBegin } of track) (isBegin ? found.from : found.to)[edge] = first + step * i
    })
  }
  return found
}

/** Whether all that runs at a side did so before, each track by itself, and has room there. */
function areKept(tracks: readonly RowEnd[][], width: number, room: number): boolean {
  const places = tracks.map(([end]) => end!.kept)
  return (
    tracks.every((track, i) => track.every(({ kept }) => Math.abs(kept - places[i]!) < SAME)) &&
    places.every((kept) => kept >= -room - SAME && kept <= width + room + SAME) &&
    new Set(places.map((kept) => Math.round(kept / SAME))).size === places.length
  )
}

/** How many ends run at the left in one and at the right in the other. */
export function atOtherSide(one: Tracks, other: Tracks): number {
  let count = 0
  for (const end of ['from', 'to'] as const)
    one[end].forEach((track, edge) => (count += track < 0 === other[end][edge]! < 0 ? 0 : 1))
  return count
}

function rowEnds(
  { from, to, fromPort, toPort, isBox, look, before }: PlacingInput,
  { x, width, routes: { starts, points }, reversed, beside }: Placing,
): RowEnd[] {
  const ends: RowEnd[] = []
  const middle = (thing: number): number => x[thing]! + width[thing]! / 2
  const meetsRow = ({ thing, row }: Pick<RowEnd, 'thing' | 'row'>): boolean =>
    !Number.isNaN(row) && !isBox[thing]
  for (let edge = 0; edge < from.length; edge++) {
    const [first, last] = [starts[edge]!, starts[edge + 1]! - 1]
    if (last <= first) continue
    const [u, v] = [from[edge]!, to[edge]!]
    const isAgainst = reversed[edge] === 1 || beside?.[edge] === 1
    const kind = (look?.[edge] ?? 0) + (isAgainst ? BACK : 0)
    const [begin, end] = [points[2 * first]!, points[2 * last]!]
    const turns = [...points.subarray(2 * first, 2 * last)].filter(
      (at, i) => i % 2 === 0 && Math.abs(at - begin) > SAME && Math.abs(at - end) > SAME,
    )
    const [leavesTo, comesFrom] = [turns[0] ?? middle(v), turns.at(-1) ?? middle(u)]
    const [leaves, enters] =
      turns.length > 0
        ? [sideOf(leavesTo - middle(u)), sideOf(comesFrom - middle(v))]
        : nearestSides(middle(u), width[u]!, middle(v), width[v]!)
    const [keptFrom, keptTo] = [before?.tracks?.from[edge] ?? NaN, before?.tracks?.to[edge] ?? NaN]
    const begins = {
      ...{ thing: u, row: fromPort[edge]!, toward: leavesTo, kept: keptFrom },
      side: Number.isNaN(keptFrom) ? leaves : sideOf(keptFrom),
    }
    const arrives = {
      ...{ thing: v, row: toPort[edge]!, toward: comesFrom, kept: keptTo },
      side: Number.isNaN(keptTo) ? enters : sideOf(keptTo),
    }
    if (meetsRow(begins)) ends.push({ edge, isBegin: true, look: kind, ...begins })
    if (meetsRow(arrives)) ends.push({ edge, isBegin: false, look: kind, ...arrives })
  }
  return ends
}

const sideOf = (rise: number): Side => (rise < 0 ? -1 : 1)

/** The sides of two things that are nearest to each other across the way; of things below one another the same one. */
function nearestSides(
  middle: number,
  width: number,
  otherMiddle: number,
  otherWidth: number,
): readonly [Side, Side] {
  const toward = sideOf(otherMiddle - middle)
  const away = sideOf(-toward)
  let nearest: readonly [Side, Side] = [toward, toward]
  let least = Infinity
  for (const sides of [
    [toward, toward],
    [away, away],
    [toward, away],
  ] as const) {
    const apart = Math.abs(middle + (sides[0] * width) / 2 - otherMiddle - (sides[1] * otherWidth) / 2)
    if (apart < least - SAME) [nearest, least] = [sides, apart]
  }
  return nearest
}

/** Of where they go: the same in whatever order they come. */
function middleOf(ends: readonly RowEnd[]): number {
  let [least, most] = [Infinity, -Infinity]
  for (const { toward } of ends) {
    least = Math.min(least, toward)
    most = Math.max(most, toward)
  }
  return (least + most) / 2
}

/** What has the same key, in first-seen order. */
function groups<T>(all: readonly T[], keyOf: (one: T) => number): T[][] {
  const found = new Map<number, T[]>()
  for (const one of all) {
    const known = found.get(keyOf(one))
    if (known) known.push(one)
    else found.set(keyOf(one), [one])
  }
  return [...found.values()]
}
