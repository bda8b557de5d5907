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
    const toward = new Map(tracks.map((track) => [track, middleOf(track.map((end) => end.toward))]))
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

function rowEnds(input: PlacingInput, seen: Placing): RowEnd[] {
  const { from, to, fromPort, toPort, isBox, before } = input
  const ends: RowEnd[] = []
  const meetsRow = ({ thing, row }: Pick<RowEnd, 'thing' | 'row'>): boolean =>
    !Number.isNaN(row) && !isBox[thing]
  for (const { edges, look, leavesTo, comesFrom, sides } of waysBetween(input, seen)) {
    for (const edge of edges) {
      const [keptFrom, keptTo] = [before?.tracks?.from[edge] ?? NaN, before?.tracks?.to[edge] ?? NaN]
      const begins = {
        ...{ thing: from[edge]!, row: fromPort[edge]!, toward: leavesTo, kept: keptFrom },
        side: Number.isNaN(keptFrom) ? sides[0] : sideOf(keptFrom),
      }
      const arrives = {
        ...{ thing: to[edge]!, row: toPort[edge]!, toward: comesFrom, kept: keptTo },
        side: Number.isNaN(keptTo) ? sides[1] : sideOf(keptTo),
      }
      if (meetsRow(begins)) ends.push({ edge, isBegin: true, look, ...begins })
      if (meetsRow(arrives)) ends.push({ edge, isBegin: false, look, ...arrives })
    }
  }
  return ends
}

/** Edges that only their rows tell apart: as far as tops and feet, each may have the way of any other. */
interface WaysBetween {
  readonly edges: readonly number[]
  readonly look: number
  /** How far to the right they go from where they begin, and whence they come to where they end: the middle. */
  readonly leavesTo: number
  readonly comesFrom: number
  readonly sides: readonly [Side, Side]
}

function waysBetween(
  { from, to, weight, look }: PlacingInput,
  { x, width, routes: { starts, points }, reversed, beside }: Placing,
): WaysBetween[] {
  const middle = (thing: number): number => x[thing]! + width[thing]! / 2
  const looks = Array.from(from, (_, edge) => {
    const isAgainst = reversed[edge] === 1 || beside?.[edge] === 1
    return (look?.[edge] ?? 0) + (isAgainst ? BACK : 0)
  })
  const led = [...from.keys()].filter((edge) => starts[edge + 1]! - starts[edge]! > 1)
  const alike = groups(led, (edge) => [from[edge], to[edge], weight[edge], looks[edge]].join(' '))
  return alike.map((edges): WaysBetween => {
    const [first] = edges as [number, ...number[]]
    const [u, v] = [from[first]!, to[first]!]
    const turns = edges.map((edge) => {
      const way = points.subarray(2 * starts[edge]!, 2 * starts[edge + 1]! - 2)
      const [begin, end] = [way[0]!, points[2 * starts[edge + 1]! - 2]!]
      return [...way].filter(
        (at, i) => i % 2 === 0 && Math.abs(at - begin) > SAME && Math.abs(at - end) > SAME,
      )
    })
    const leavesTo = middleOf(turns.map((at) => at[0] ?? middle(v)))
    const comesFrom = middleOf(turns.map((at) => at.at(-1) ?? middle(u)))
    const sides = turns.some((at) => at.length > 0)
      ? ([sideOf(leavesTo - middle(u)), sideOf(comesFrom - middle(v))] as const)
      : nearestSides(middle(u), width[u]!, middle(v), width[v]!)
    return { edges, look: looks[first]!, leavesTo, comesFrom, sides }
  })
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

/** Between the least and the most: the same in whatever order they come. */
function middleOf(places: readonly number[]): number {
  let [least, most] = [Infinity, -Infinity]
  for (const at of places) {
    least = Math.min(least, at)
    most = Math.max(most, at)
  }
  return (least + most) / 2
}

/** What has the same key, in first-seen order. */
function groups<T>(all: readonly T[], keyOf: (one: T) => number | string): T[][] {
  const found = new Map<number | string, T[]>()
  for (const one of all) {
    const known = found.get(keyOf(one))
    if (known) known.push(one)
    else found.set(keyOf(one), [one])
  }
  return [...found.values()]
}
