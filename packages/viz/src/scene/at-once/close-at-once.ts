import type { Shown } from '../../state/view.ts'
import {
  FORMS,
  type CardRows,
  type Circle,
  type Lines,
  type Picture,
  type PictureChanges,
  type Things,
  type Waffles,
} from '../picture/picture.ts'
import { toggledKey } from './toggled-key.ts'

/** What is no node of the run but a group or a stack of some: it counts for nothing in the tally. */
export const GROUP = /^(outside|range|stack):/

/** The box of a picture of the Map that a step closes, where it does nothing else; -1 for any other step. */
export function boxClosedBy({ things, level }: Picture, before: Shown, now: Shown): number {
  const key = toggledKey(now, before, level)
  const box = key === undefined ? -1 : things.keys.indexOf(key)
  if (box < 0 || FORMS[things.forms[box]!] !== 'box') return -1
  // What is open by its level too stays open where it is not closed by hand.
  return things.depth[box]! < level && !now.closed.includes(key!) ? -1 : box
}

/**
 * A picture of the Map with one of its boxes closed, and all else where it was: what is shown at once while the layout is made anew. The
 * box is a closed container as large as it was, and lines that led into it end at its sides. Everything is counted as it is shown:
 * drawn or folded. O(n + m).
 */
export function closeAtOnce(picture: Picture, box: number): Picture {
  const { things, rows, lines, tally } = picture
  const isInside = new Uint8Array(things.count)
  const shown = new Int32Array(things.count)
  const kept: number[] = []
  let nodes = 0
  for (let thing = 0; thing < things.count; thing++) {
    // A box stands before what is in it.
    const outer = things.box[thing]!
    isInside[thing] = outer >= 0 && (outer === box || isInside[outer] === 1) ? 1 : 0
    shown[thing] = isInside[thing] ? shown[box]! : kept.push(thing) - 1
    if (isInside[thing] && !GROUP.test(things.keys[thing]!)) nodes++
  }
  const keptRows: number[] = []
  const shownRow = new Int32Array(rows.count).fill(-1)
  for (const thing of kept)
    for (let row = rows.starts[thing]!; row < rows.starts[thing + 1]!; row++)
      shownRow[row] = keptRows.push(row) - 1
  const keptLines: number[] = []
  const shownLine = new Int32Array(lines.count).fill(-1)
  let folded = 0
  for (let line = 0; line < lines.count; line++) {
    const [from, to] = [lines.from[line]!, lines.to[line]!]
    const isWithin = shown[from] === shown[to] && (isInside[from] === 1 || isInside[to] === 1)
    if (isWithin) folded += lines.weights[line]!
    else shownLine[line] = keptLines.push(line) - 1
  }

  const closed = closedThings(things, kept, shown, box)
  const left = linesLeft(picture, keptLines, shown, shownRow, box)
  return {
    ...picture,
    number: 0,
    things: closed,
    waffles: wafflesLeft(picture.waffles, kept),
    rows: rowsLeft(rows, kept, keptRows),
    lines: left,
    ...(picture.changes && { changes: changesLeft(picture.changes, kept, keptRows) }),
    circles: picture.circles.map((circle) => circleLeft(circle, shown, shownLine)),
    indexes: null,
    tally: {
      ...tally,
      things: {
        ...tally.things,
        drawn: tally.things.drawn - nodes - rows.count + keptRows.length,
        folded: tally.things.folded + nodes + rows.count - keptRows.length,
      },
      edges: {
        ...tally.edges,
        drawn: tally.edges.drawn - folded,
        folded: tally.edges.folded + folded,
      },
    },
  }
}

function closedThings(things: Things, kept: readonly number[], shown: Int32Array, box: number): Things {
  const one = <Column extends Float32Array | Uint8Array | Uint32Array | Int32Array>(column: Column): Column =>
    pick(column, kept)
  const texts = <Text>(column: readonly Text[]): Text[] => kept.map((thing) => column[thing]!)
  const forms = one(things.forms)
  forms[shown[box]!] = FORMS.indexOf('container')
  return {
    count: kept.length,
    x: one(things.x),
    y: one(things.y),
    width: one(things.width),
    height: one(things.height),
    box: one(things.box).map((outer) => (outer < 0 ? outer : shown[outer]!)),
    layers: one(things.layers),
    aspects: one(things.aspects),
    depth: one(things.depth),
    forms,
    roles: one(things.roles),
    keys: texts(things.keys),
    titles: texts(things.titles),
    places: texts(things.places),
    sorts: texts(things.sorts),
    errors: one(things.errors),
    warnings: one(things.warnings),
    infos: one(things.infos),
    inside: one(things.inside),
    columns: one(things.columns),
    more: one(things.more),
    waitsUp: one(things.waitsUp),
    waitsDown: one(things.waitsDown),
    opens: one(things.opens),
  }
}

/** What a closed box says of changes counts all inside it already. */
const changesLeft = (
  changes: PictureChanges,
  kept: readonly number[],
  keptRows: readonly number[],
): PictureChanges => ({
  own: pick(changes.own, kept),
  ownRows: pick(changes.ownRows, keptRows),
  added: pick(changes.added, kept),
  changed: pick(changes.changed, kept),
  removed: pick(changes.removed, kept),
})

function wafflesLeft({ starts, marks, sorts, scale }: Waffles, kept: readonly number[]): Waffles {
  const left = startsOf(starts, kept)
  const own = new Uint8Array(left.at(-1)!)
  kept.forEach((thing, i) => own.set(marks.subarray(starts[thing], starts[thing + 1]), left[i]))
  return { starts: left, marks: own, sorts: kept.map((thing) => sorts[thing]!), scale }
}

function rowsLeft(rows: CardRows, kept: readonly number[], keptRows: readonly number[]): CardRows {
  return {
    count: keptRows.length,
    starts: startsOf(rows.starts, kept),
    keys: keptRows.map((row) => rows.keys[row]!),
    titles: keptRows.map((row) => rows.titles[row]!),
    types: keptRows.map((row) => rows.types[row]!),
    traced: pick(rows.traced, keptRows),
    y: pick(rows.y, keptRows),
    marks: pick(rows.marks, keptRows),
  }
}

/** The lines that are left. The curve of one that led into the box goes no further than to its side. */
function linesLeft(
  { things, lines }: Picture,
  keptLines: readonly number[],
  shown: Int32Array,
  shownRow: Int32Array,
  box: number,
): Lines {
  const row = (end: number): number => (end < 0 ? end : shownRow[end]!)
  const from = pick(lines.from, keptLines)
  const to = pick(lines.to, keptLines)
  const starts = startsOf(lines.starts, keptLines)
  const curves = new Float32Array(starts.at(-1)!)
  const [left, right] = [things.x[box]!, things.x[box]! + things.width[box]!]
  const [top, bottom] = [things.y[box]!, things.y[box]! + things.height[box]!]
  keptLines.forEach((line, i) => {
    const curve = lines.curves.subarray(lines.starts[line], lines.starts[line + 1])
    const ends = [from[i]!, to[i]!].some((end) => end !== box && shown[end] === shown[box])
    curves.set(curve, starts[i])
    if (!ends) return
    for (let at = starts[i]!; at < starts[i + 1]!; at += 2) {
      const [x, y] = [curves[at]!, curves[at + 1]!]
      if (x <= left || x >= right || y <= top || y >= bottom) continue
      curves[at] = shown[from[i]!] === shown[box] ? right : left
    }
  })
  return {
    count: keptLines.length,
    from: from.map((thing) => shown[thing]!),
    to: to.map((thing) => shown[thing]!),
    fromRow: pick(lines.fromRow, keptLines).map(row),
    toRow: pick(lines.toRow, keptLines).map(row),
    weights: pick(lines.weights, keptLines),
    strokes: pick(lines.strokes, keptLines),
    reversed: pick(lines.reversed, keptLines),
    circles: pick(lines.circles, keptLines),
    curves,
    starts,
  }
}

function circleLeft(circle: Circle, shown: Int32Array, shownLine: Int32Array): Circle {
  const left = (some: readonly number[]): number[] =>
    some.flatMap((line) => (shownLine[line]! < 0 ? [] : shownLine[line]!))
  return {
    ...circle,
    things: [...new Set(circle.things.map((thing) => shown[thing]!))],
    lines: left(circle.lines),
    edges: circle.edges.filter((_, i) => shownLine[circle.lines[i]!]! >= 0),
    way: left(circle.way),
    cut: left(circle.cut),
  }
}

function pick<Column extends Float32Array | Uint8Array | Uint32Array | Int32Array>(
  column: Column,
  indexes: readonly number[],
): Column {
  const picked = column.slice(0, indexes.length) as Column
  for (let i = 0; i < indexes.length; i++) picked[i] = column[indexes[i]!]!
  return picked
}

/** Where the rows start that are left of compressed ones. */
function startsOf(starts: Uint32Array, kept: readonly number[]): Uint32Array {
  const left = new Uint32Array(kept.length + 1)
  for (let i = 0; i < kept.length; i++) left[i + 1] = left[i]! + starts[kept[i]! + 1]! - starts[kept[i]!]!
  return left
}
