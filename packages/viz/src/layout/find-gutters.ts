import type { Placing, PlacingInput } from './placing/placing.ts'

/** How far the nearest line runs off its card: room for the head of an arrow behind its turn to the row. */
const FIRST = 18
/** From line to line, as long as all at one side take no more than MOST. */
const NEXT = 6
const MOST = 60
/** Ways in which edges look. */
const LOOKS = 4
/** What differs by less is the same place. */
const SAME = 0.5

/** The room at the sides of things in which lines run to their rows, and where each of them does so. */
export interface Gutters {
  /** How much each thing has of it. */
  readonly left: Float64Array
  readonly right: Float64Array
  /** By edge, for its begin and its end: where it runs, from the left side of its thing; NaN where it meets no row. */
  readonly from: Float64Array
  readonly to: Float64Array
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
  /** How the edge looks, and whether it leads against the flow, from 0 to 3: only what is alike shares a line. */
  readonly look: number
  /** How far to the right the edge goes from here. */
  readonly toward: number
}

/**
 * Finds where lines run beside their things, the data going down: at the side that is nearer to where each goes, those of one row that look alike together, and in the
 * order of where they go, so that they cross beside the thing at right angles rather than beyond it. What goes the same way is in the order of rows
 * from below: so it is at both its ends. O(n + m log m + points).
 * @param seen where all stands otherwise, ways as far as tops and feet.
 */
export function findGutters(input: PlacingInput, seen: Placing): Gutters {
  const { count, from, to } = input
  const gutters: Gutters = {
    left: new Float64Array(count),
    right: new Float64Array(count),
    from: new Float64Array(from.length).fill(NaN),
    to: new Float64Array(to.length).fill(NaN),
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
    const step = Math.min(NEXT, (MOST - FIRST) / Math.max(1, tracks.length - 1))
    const room = FIRST + step * (tracks.length - 1)
    ;(side < 0 ? gutters.left : gutters.right)[thing] = room
    const first = side < 0 ? -room : input.width[thing]! + FIRST
    tracks.forEach((track, i) => {
      for (const { edge, isBegin } of track) (isBegin ? gutters.from : gutters.to)[edge] = first + step * i
    })
  }
  return gutters
}

function rowEnds(
  { from, to, fromPort, toPort, isBox, look, width: own }: PlacingInput,
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
    const kind = (look?.[edge] ?? 0) + (isAgainst ? 2 : 0)
    const [begin, end] = [points[2 * first]!, points[2 * last]!]
    const turns = [...points.subarray(2 * first, 2 * last)].filter(
      (at, i) => i % 2 === 0 && Math.abs(at - begin) > SAME && Math.abs(at - end) > SAME,
    )
    const [leavesTo, comesFrom] = [turns[0] ?? middle(v), turns.at(-1) ?? middle(u)]
    const [leaves, enters] =
      turns.length > 0
        ? [sideOf(leavesTo - middle(u)), sideOf(comesFrom - middle(v))]
        : nearestSides(middle(u), own[u]!, middle(v), own[v]!)
    const begins = { thing: u, row: fromPort[edge]!, side: leaves, toward: leavesTo }
    const arrives = { thing: v, row: toPort[edge]!, side: enters, toward: comesFrom }
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
