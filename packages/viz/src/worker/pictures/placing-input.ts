import type { ThingIndex } from '@lineagraph/core'
import { LINEAGE_GAPS, MAP_GAPS } from '../../layout/placing/gaps.ts'
import type { PlacingInput, Tracks } from '../../layout/placing/placing.ts'
import { countOn } from '../../scene/marks/count-marks.ts'
import { trackAt } from '../../scene/picture/header-curves.ts'
import { CARD, SHEETS } from '../../scene/picture/measures.ts'
import {
  FORMS,
  ROLES,
  type CardRows,
  type Circle,
  type Picture,
  type Things,
} from '../../scene/picture/picture.ts'
import { placesAlong, roomBeside } from '../../scene/picture/room-for-pill.ts'
import type { Composed } from './composed.ts'
import type { LineageLayers } from './lineage-layers.ts'
import type { Sizes } from './sizes.ts'
import type { Stack } from '../names/stack.ts'
import type { ThingColumns } from './thing-columns.ts'

/** A window of 390 px shows so many units across where its cards say all that they have. */
const NARROW = 480
/** And one of 1440 px, beside its panels. */
const WIDE = 1100

/** About how wide a digit of a count is where a picture is seen a little smaller than it is, and what is free around the count. */
const COUNT = { digit: 7.5, around: 18 } as const

/** What is drawn, before it has a place. */
interface Measured {
  readonly things: ThingColumns
  readonly rows: CardRows
  readonly sizes: Sizes
  /** Of a lineage view, as far as they are known. */
  readonly layers: LineageLayers | null
  readonly waits: Pick<Things, 'waitsUp' | 'waitsDown'>
}

/** What the layout is to place. @param circles that are to be opened where they are to be cut. @param before the picture that is seen now, of the same view: what stays keeps its place. */
export function placingInput(
  { visible, near, spread }: Composed,
  { things, rows, sizes, layers, waits }: Measured,
  circles: readonly Circle[],
  before: Picture | null,
  direction: 'right' | 'down',
  isNarrow: boolean,
): PlacingInput {
  const { box, isBox, lane, lines } = visible
  const formOf = (thing: number) => FORMS[things.forms[thing]!]
  /** In the Map a card is one that tells its columns: beside these, what is of none of them would seem to be of one. */
  const meetsHeader = (thing: number): boolean => {
    const form = formOf(thing)
    return form === 'card' || (near !== null && form === 'stack')
  }
  /** At a row, or where the data goes to the right at the middle of a header; else ends are spread along the side. */
  const port = (thing: number, row: number): number => {
    if (row >= 0) return rows.y[row]!
    return direction === 'right' && meetsHeader(thing) ? CARD.height / 2 : NaN
  }
  const roomOfPill = (count: number): number => (count === 0 ? 0 : roomBeside(count, direction))
  const isGhost = (thing: number): boolean => ROLES[things.roles[thing]!] === 'ghost'
  const cut = new Uint8Array(lines.count)
  for (const circle of circles) for (const line of circle.cut) cut[line] = 1
  const look = new Uint8Array(lines.count).map((_, line) =>
    isGhost(lines.from[line]!) || isGhost(lines.to[line]!) ? 1 : 0,
  )
  return {
    count: things.count,
    box,
    isBox,
    ...sizes,
    sheets: Float64Array.from(things.forms, (form) => (FORMS[form] === 'stack' ? SHEETS : 0)),
    // A lane beside what leads down would take the width of a narrow window: what is outside then stands before the rest.
    lane: direction === 'down' ? new Uint8Array(things.count) : lane,
    ...(layers?.layer && { layer: layers.layer }),
    ...(near && {
      beside: {
        before: Float64Array.from(waits.waitsUp, roomOfPill),
        behind: Float64Array.from(
          waits.waitsDown,
          (count, thing) => roomOfPill(count) + (count > 0 && formOf(thing) === 'stack' ? SHEETS : 0),
        ),
        ...placesAlong(sizes.width, most(waits), direction),
        loops: loopsBeside(things.count, lines, rows, direction),
      },
    }),
    ...(layers?.band && { band: layers.band }),
    from: lines.from,
    to: lines.to,
    fromPort: new Float64Array(lines.count).map((_, line) => port(lines.from[line]!, lines.fromRow[line]!)),
    toPort: new Float64Array(lines.count).map((_, line) => port(lines.to[line]!, lines.toRow[line]!)),
    weight: lines.weights,
    // Where the data goes down, lines of text fit between any layers.
    ...(direction === 'right' && { label: labelRoom(lines, things) }),
    cut,
    look,
    // In a narrow window there is no room for what a stack folded beside what stood beside that.
    ...(before && {
      before: {
        ...placesBefore(things.keys, visible, before, direction === 'right' ? spread : []),
        ...(direction === 'down' &&
          before.direction === 'down' && { tracks: tracksBefore({ things, rows, lines }, before) }),
      },
    }),
    gaps: near ? LINEAGE_GAPS : MAP_GAPS,
    wraps: !near,
    across: direction === 'right' ? Infinity : isNarrow ? NARROW : WIDE,
    direction,
  }
}

const most = ({ waitsUp, waitsDown }: Measured['waits']): number =>
  waitsDown.reduce(
    (found, count) => Math.max(found, count),
    waitsUp.reduce((found, count) => Math.max(found, count), 0),
  )

/** Where lines from a card to itself run behind it: over its corner, or from row to row; where the data goes down, that is at its side. */
function loopsBeside(
  count: number,
  lines: Composed['visible']['lines'],
  rows: CardRows,
  direction: 'right' | 'down',
) {
  const [top, bottom] = [new Float64Array(count).fill(NaN), new Float64Array(count).fill(NaN)]
  for (let line = 0; line < lines.count; line++) {
    const card = lines.from[line]!
    if (card !== lines.to[line] || direction === 'down') continue
    const heights = [lines.fromRow[line]!, lines.toRow[line]!].map((row) =>
      row < 0 ? CARD.height / 2 : rows.y[row]!,
    )
    const first = heights[0] === heights[1] ? Math.min(...heights) - CARD.height : Math.min(...heights)
    top[card] = Math.min(first, Number.isNaN(top[card]!) ? Infinity : top[card]!)
    bottom[card] = Math.max(...heights, Number.isNaN(bottom[card]!) ? -Infinity : bottom[card]!)
  }
  return { top, bottom }
}

/** Where the lines of now ran beside their cards then: those of a row to or from another card all did so in one place. */
function tracksBefore({ things, rows, lines }: TrackEnds, before: Picture): Tracks {
  const trackOf = new Map<string, number>()
  eachRowEnd(before, (line, isBegin, key) => {
    const card = (isBegin ? before.lines.from : before.lines.to)[line]!
    trackOf.set(key, trackAt(before.lines, line, isBegin) - before.things.x[card]!)
  })
  const tracks = {
    from: new Float64Array(lines.count).fill(NaN),
    to: new Float64Array(lines.count).fill(NaN),
  }
  eachRowEnd({ things, rows, lines }, (line, isBegin, key) => {
    ;(isBegin ? tracks.from : tracks.to)[line] = trackOf.get(key) ?? NaN
  })
  return tracks
}

interface TrackEnds {
  readonly things: Pick<ThingColumns, 'keys'>
  readonly rows: Pick<CardRows, 'keys'>
  readonly lines: Pick<Composed['visible']['lines'], 'count' | 'from' | 'to' | 'fromRow' | 'toRow'>
}

/** Tells each end of a line at a row, with its row and the other card. */
function eachRowEnd(
  { things, rows, lines }: TrackEnds,
  tell: (line: number, isBegin: boolean, key: string) => void,
): void {
  for (let line = 0; line < lines.count; line++) {
    const [from, to] = [lines.from[line]!, lines.to[line]!]
    const [fromRow, toRow] = [lines.fromRow[line]!, lines.toRow[line]!]
    if (from === to) continue
    if (fromRow >= 0) tell(line, true, JSON.stringify([rows.keys[fromRow], things.keys[to]]))
    if (toRow >= 0) tell(line, false, JSON.stringify([things.keys[from], rows.keys[toRow], 0]))
  }
}

const labelRoom = (lines: Composed['visible']['lines'], things: ThingColumns): Float64Array =>
  new Float64Array(lines.count).map((_, line) => {
    const text = countOn(lines, things, line)
    return text === '' ? 0 : COUNT.digit * text.length + COUNT.around
  })

/** @param spread stacks of which each thing is drawn: those that were drawn as one before stood all where that did. */
function placesBefore(
  keys: readonly string[],
  { things: shown, box }: Composed['visible'],
  { things }: Picture,
  spread: readonly Stack[],
): NonNullable<PlacingInput['before']> {
  const indexOf = new Map(things.keys.map((key, index) => [key, index]))
  const stackOf = new Map<ThingIndex, number>()
  for (const { key, members } of spread) {
    const stack = indexOf.get(key)
    if (stack !== undefined) for (const member of members) stackOf.set(member, stack)
  }
  const indexes = keys.map((key, thing) => indexOf.get(key) ?? stackOf.get(shown[thing]!) ?? -1)
  const from = (column: Float32Array): Float64Array =>
    new Float64Array(indexes.length).map((_, thing) => (indexes[thing]! < 0 ? NaN : column[indexes[thing]!]!))
  const isInItsBox = (thing: number, was: number): boolean =>
    (keys[box[thing]!] ?? '') === (things.keys[things.box[was]!] ?? '')
  const layer = Int32Array.from(indexes, (was, thing) =>
    was >= 0 && isInItsBox(thing, was) ? things.layers[was]! : -1,
  )
  return {
    x: from(things.x),
    y: from(things.y),
    width: from(things.width),
    height: from(things.height),
    layer,
    aspect: from(things.aspects),
    folded: Uint8Array.from(shown, (thing) => (stackOf.has(thing) ? 1 : 0)),
  }
}
