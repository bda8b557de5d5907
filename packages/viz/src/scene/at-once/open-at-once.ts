import type { Shown } from '../../state/view.ts'
import { GROUP } from './close-at-once.ts'
import {
  FORMS,
  type CardRows,
  type Lines,
  type Picture,
  type Things,
  type Waffles,
} from '../picture/picture.ts'
import { growing, pushCurves, type Growing } from './push-away.ts'
import { toggledKey } from './toggled-key.ts'

/** What is outside stands in a lane or in boxes: which of both is found with the layout. */
const OUTSIDE = /^outside:/

/** The closed container of a picture of the Map that a step opens, where it does nothing else; -1 for any other step. */
export function containerOpenedBy({ things, level }: Picture, before: Shown, now: Shown): number {
  const key = toggledKey(before, now, level)
  const container = key === undefined || OUTSIDE.test(key) ? -1 : things.keys.indexOf(key!)
  if (container < 0 || FORMS[things.forms[container]!] !== 'container') return -1
  const opens = !now.closed.includes(key!) && (now.opened.includes(key!) || things.depth[container]! < level)
  return opens ? container : -1
}

/** What is taken of the picture of what is inside, and where that stands in the whole. */
interface Taken {
  /** The number of the container in the picture of its inside, and in the whole. */
  readonly own: number
  readonly container: number
  readonly things: readonly number[]
  /** By thing of the inside its number in the whole; -1 for what is not taken. */
  readonly numberOf: Int32Array
  readonly rows: readonly number[]
  readonly lines: readonly number[]
}

/**
 * A picture of the Map with one of its containers open: what is shown at once while the layout is made anew. What stands at the right of the
 * container, or below it, is pushed away as far as it grows, and so are lines with what they join; those from and to what is inside
 * end at its sides. Everything is counted as it is shown: drawn or folded. O(n + m).
 * @param inside the container's own picture, by itself.
 * @returns null where the inside cannot be shown without the rest: circles that may go on outside, and waffles of another scale.
 */
export function openAtOnce(picture: Picture, container: number, inside: Picture): Picture | null {
  const taken = takenOf(picture, container, inside)
  if (!taken || inside.circles.length > 0) return null
  const hasMarks = taken.things.some(
    (thing) => inside.waffles.starts[thing + 1]! > inside.waffles.starts[thing]!,
  )
  if (hasMarks && inside.waffles.scale !== picture.waffles.scale) return null

  const { own } = taken
  const dx = Math.max(0, inside.things.width[own]! - picture.things.width[container]!)
  const dy = Math.max(0, inside.things.height[own]! - picture.things.height[container]!)
  const grown = growing(picture.things, container, dx, dy)
  const things = thingsWith(picture.things, inside.things, taken, grown)
  const lines = linesWith(picture, inside, taken, things, grown)
  const { tally, lane, bounds } = picture
  const drawn =
    taken.things.filter((thing) => !GROUP.test(inside.things.keys[thing]!)).length + taken.rows.length
  const drawnEdges = taken.lines.reduce((sum, line) => sum + inside.lines.weights[line]!, 0)
  const right = picture.things.x[container]! + picture.things.width[container]!
  const bottom = picture.things.y[container]! + picture.things.height[container]!
  return {
    ...picture,
    number: 0,
    things,
    waffles: wafflesWith(picture.waffles, inside.waffles, taken),
    rows: rowsWith(picture.rows, inside.rows, taken),
    lines,
    ...(picture.changes &&
      inside.changes && {
        changes: {
          own: joined(picture.changes.own, inside.changes.own, taken.things),
          ownRows: joined(picture.changes.ownRows, inside.changes.ownRows, taken.rows),
          added: joined(picture.changes.added, inside.changes.added, taken.things),
          changed: joined(picture.changes.changed, inside.changes.changed, taken.things),
          removed: joined(picture.changes.removed, inside.changes.removed, taken.things),
        },
      }),
    indexes: null,
    bounds: { ...bounds, width: bounds.width + dx, height: bounds.height + dy },
    lane: lane && {
      ...lane,
      x: lane.x >= right ? lane.x + dx : lane.x,
      y: lane.y >= bottom ? lane.y + dy : lane.y,
      width: lane.x < right && lane.x + lane.width > right ? lane.width + dx : lane.width,
    },
    tally: {
      ...tally,
      things: { ...tally.things, drawn: tally.things.drawn + drawn, folded: tally.things.folded - drawn },
      edges: {
        ...tally.edges,
        drawn: tally.edges.drawn + drawnEdges,
        folded: tally.edges.folded - drawnEdges,
      },
    },
  }
}

function takenOf({ things }: Picture, container: number, inside: Picture): Taken | null {
  const own = inside.things.keys.indexOf(things.keys[container]!)
  if (own < 0 || inside.things.depth[own] !== things.depth[container]) return null
  const numberOf = new Int32Array(inside.things.count).fill(-1)
  numberOf[own] = container
  const taken: number[] = []
  for (let thing = own + 1; thing < inside.things.count; thing++) {
    const box = inside.things.box[thing]!
    if (box >= 0 && numberOf[box]! >= 0) numberOf[thing] = things.count + taken.push(thing) - 1
  }
  const rows: number[] = []
  for (const thing of taken)
    for (let row = inside.rows.starts[thing]!; row < inside.rows.starts[thing + 1]!; row++) rows.push(row)
  const lines: number[] = []
  for (let line = 0; line < inside.lines.count; line++) {
    const [from, to] = [inside.lines.from[line]!, inside.lines.to[line]!]
    // That of the container to itself is there already.
    if (numberOf[from]! >= 0 && numberOf[to]! >= 0 && (from !== own || to !== own)) lines.push(line)
  }
  return { own, container, things: taken, numberOf, rows, lines }
}

function thingsWith(
  whole: Things,
  inside: Things,
  { own, container, things, numberOf }: Taken,
  { around, dx, dy, shiftX, shiftY }: Growing,
): Things {
  const texts = <Text>(all: readonly Text[], more: readonly Text[]): Text[] => [
    ...all,
    ...things.map((thing) => more[thing]!),
  ]
  const place = (all: Float32Array, more: Float32Array, by: Float64Array): Float32Array =>
    joined(
      all.map((at, thing) => at + by[thing]!),
      more.map((at) => at + all[container]! - more[own]!),
      things,
    )
  const size = (all: Float32Array, more: Float32Array, by: number): Float32Array =>
    joined(
      all.map((one, thing) => (around.has(thing) ? one + by : one)),
      more,
      things,
    )
  const forms = joined(whole.forms, inside.forms, things)
  forms[container] = FORMS.indexOf('box')
  return {
    count: whole.count + things.length,
    x: place(whole.x, inside.x, shiftX),
    y: place(whole.y, inside.y, shiftY),
    width: size(whole.width, inside.width, dx),
    height: size(whole.height, inside.height, dy),
    box: joined(
      whole.box,
      inside.box.map((box) => (box < 0 ? box : numberOf[box]!)),
      things,
    ),
    layers: joined(whole.layers, inside.layers, things),
    aspects: joined(whole.aspects, inside.aspects, things),
    depth: joined(whole.depth, inside.depth, things),
    forms,
    roles: joined(whole.roles, inside.roles, things),
    keys: texts(whole.keys, inside.keys),
    titles: texts(whole.titles, inside.titles),
    places: texts(whole.places, inside.places),
    sorts: texts(whole.sorts, inside.sorts),
    errors: joined(whole.errors, inside.errors, things),
    warnings: joined(whole.warnings, inside.warnings, things),
    infos: joined(whole.infos, inside.infos, things),
    inside: joined(whole.inside, inside.inside, things),
    columns: joined(whole.columns, inside.columns, things),
    more: joined(whole.more, inside.more, things),
    waitsUp: joined(whole.waitsUp, inside.waitsUp, things),
    waitsDown: joined(whole.waitsDown, inside.waitsDown, things),
    opens: joined(whole.opens, inside.opens, things),
  }
}

/** What is open shows no waffle. */
function wafflesWith(whole: Waffles, inside: Waffles, { container, things }: Taken): Waffles {
  const [from, to] = [whole.starts[container]!, whole.starts[container + 1]!]
  const kept = whole.starts.map((start, thing) => (thing > container ? start - (to - from) : start))
  const starts = startsWith(kept, inside.starts, things)
  const marks = new Uint8Array(starts.at(-1)!)
  marks.set(whole.marks.subarray(0, from))
  marks.set(whole.marks.subarray(to), from)
  things.forEach((thing, i) =>
    marks.set(
      inside.marks.subarray(inside.starts[thing], inside.starts[thing + 1]),
      starts[kept.length - 1 + i],
    ),
  )
  return {
    ...whole,
    starts,
    marks,
    sorts: [...whole.sorts, ...things.map((thing) => inside.sorts[thing]!)],
  }
}

const rowsWith = (whole: CardRows, inside: CardRows, { things, rows }: Taken): CardRows => ({
  count: whole.count + rows.length,
  starts: startsWith(whole.starts, inside.starts, things),
  keys: [...whole.keys, ...rows.map((row) => inside.keys[row]!)],
  titles: [...whole.titles, ...rows.map((row) => inside.titles[row]!)],
  types: [...whole.types, ...rows.map((row) => inside.types[row]!)],
  traced: joined(whole.traced, inside.traced, rows),
  y: joined(whole.y, inside.y, rows),
  marks: joined(whole.marks, inside.marks, rows),
})

function linesWith(
  picture: Picture,
  inside: Picture,
  { own, container, numberOf, rows, lines }: Taken,
  things: Things,
  grown: Growing,
): Lines {
  const [whole, more] = [picture.lines, inside.lines]
  const rowOf = new Int32Array(inside.rows.count).fill(-1)
  rows.forEach((row, i) => (rowOf[row] = picture.rows.count + i))
  const ends = (all: Uint32Array, some: Uint32Array): Uint32Array =>
    joined(
      all,
      some.map((thing) => numberOf[thing]!),
      lines,
    )
  const rowEnds = (all: Int32Array, some: Int32Array): Int32Array =>
    joined(
      all,
      some.map((row) => (row < 0 ? row : rowOf[row]!)),
      lines,
    )
  const starts = startsWith(whole.starts, more.starts, lines)
  const curves = new Float32Array(starts.at(-1)!)
  pushCurves(picture, grown, curves)
  const toX = things.x[container]! - inside.things.x[own]!
  const toY = things.y[container]! - inside.things.y[own]!
  lines.forEach((line, i) => {
    const start = starts[whole.count + i]!
    for (let at = more.starts[line]!, next = start; at < more.starts[line + 1]!; at += 2) {
      curves[next++] = more.curves[at]! + toX
      curves[next++] = more.curves[at + 1]! + toY
    }
  })
  return {
    count: whole.count + lines.length,
    from: ends(whole.from, more.from),
    to: ends(whole.to, more.to),
    fromRow: rowEnds(whole.fromRow, more.fromRow),
    toRow: rowEnds(whole.toRow, more.toRow),
    weights: joined(whole.weights, more.weights, lines),
    strokes: joined(whole.strokes, more.strokes, lines),
    reversed: joined(whole.reversed, more.reversed, lines),
    circles: joined(whole.circles, more.circles, lines),
    curves,
    starts,
  }
}

/** A column with some of another at its end. */
function joined<Column extends Float32Array | Uint8Array | Uint32Array | Int32Array>(
  column: Column,
  more: Column,
  indexes: readonly number[],
): Column {
  const all = new (column.constructor as new (length: number) => Column)(column.length + indexes.length)
  all.set(column)
  for (let i = 0; i < indexes.length; i++) all[column.length + i] = more[indexes[i]!]!
  return all
}

/** Where rows start with some of other compressed ones at their end. */
function startsWith(starts: Uint32Array, more: Uint32Array, indexes: readonly number[]): Uint32Array {
  const all = new Uint32Array(starts.length + indexes.length)
  all.set(starts)
  for (let i = 0; i < indexes.length; i++)
    all[starts.length + i] = all[starts.length + i - 1]! + more[indexes[i]! + 1]! - more[indexes[i]!]!
  return all
}
