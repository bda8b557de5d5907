import {
  declaredCircles,
  keyOfThing,
  type Atlas,
  type DeclaredCircles,
  type EdgeIndex,
  type Neighbourhood,
  type NodeIndex,
  type ThingIndex,
  type Visible,
} from '@lineagraph/core'
import type { LayoutMemory } from '../../layout/boxes/layout-memory.ts'
import { placeInSteps } from '../../layout/place.ts'
import type { Placing } from '../../layout/placing/placing.ts'
import {
  FORMS,
  STROKES,
  type CardRows,
  type Lines,
  type Picture,
  type SpreadStack,
  type Stroke,
  type Things,
  type Waffles,
} from '../../scene/picture/picture.ts'
import { packLines, packThings } from '../../scene/picture/spatial-index.ts'
import { USUAL_HOPS } from '../../state/view.ts'
import type { Sort } from '../../tokens/looks.ts'
import type { Marked } from '../names/badges.ts'
import { changesShown, type Changes } from './changes.ts'
import { circlesShown, edgesInCircles, type ShownCircles } from './circles-shown.ts'
import { boundsOf } from './bounds-of.ts'
import type { Composed } from './composed.ts'
import { dataTypes } from './data-types.ts'
import { isSizedAnew } from './is-sized-anew.ts'
import { legendOf } from './legend.ts'
import { lineCurves } from './line-curves.ts'
import { drawRead, NAME_ROOMS } from './name-rooms.ts'
import { placingInput } from './placing-input.ts'
import { pathMarks } from './path-marks.ts'
import { nameRows } from './row-columns.ts'
import type { Signs } from '../names/signs.ts'
import type { Stack } from '../names/stack.ts'
import { namedStack } from '../names/thing-names.ts'
import { sizesOf } from './sizes.ts'
import { standsFor } from './stands-for.ts'
import { nameThings, type ThingColumns } from './thing-columns.ts'
import { waitsBeyond } from './waits-beyond.ts'

/** What of a run pictures are drawn from. */
export interface Sheet {
  readonly atlas: Atlas
  readonly signs: Signs
  readonly marked: readonly Marked[]
  /** Undefined where there is no base run. */
  readonly changes?: Changes
  readonly typeOf: (column: NodeIndex) => string
  /** How many things lineage or a parent names and nothing declares. */
  readonly missing: number
  /** Found when a picture is drawn first. */
  readonly circles: () => { readonly declared: DeclaredCircles; readonly edges: readonly EdgeIndex[] }
}

export function sheetOf(atlas: Atlas, signs: Signs, marked: readonly Marked[]): Sheet {
  let circles: ReturnType<Sheet['circles']> | undefined
  return {
    atlas,
    signs,
    marked,
    typeOf: dataTypes(atlas.graph),
    missing: signs.counts.get('@missing') ?? 0,
    circles: () => {
      const declared = circles?.declared ?? declaredCircles(atlas.graph)
      return (circles ??= { declared, edges: edgesInCircles(atlas, declared) })
    },
  }
}

export interface DrawWish {
  /** Of the picture; none for one that is a part of another. */
  readonly number?: number
  readonly off: readonly Sort[]
  readonly direction: 'right' | 'down'
  /** Whether the window is that of a phone: what goes down has little room across. */
  readonly isNarrow?: boolean
  /** What is seen now, of the same view; null for nothing. */
  readonly before: Picture | null
  /** How much room names get, one of `NAME_ROOMS`; where it is left out, as lets most be whole at first sight. */
  readonly nameRoom?: number
  /** A picture that this is to be a part of: things are no narrower than there, and take no more work. */
  readonly partOf?: Picture | null
  /** What is known of boxes from the pictures before. */
  readonly memory: LayoutMemory
  /** Milliseconds. */
  readonly now: () => number
}

/**
 * Draws what a view shows: names it, marks it, lays it out. In steps of some milliseconds, so that whoever takes them can leave a picture
 * unfinished that nobody waits for any more.
 */
export function* draw(sheet: Sheet, composed: Composed, wish: DrawWish): Generator<void, Picture> {
  const { atlas, signs, marked } = sheet
  const { things, waffles } = nameThings(atlas, signs, composed, marked)
  const rows = nameRows(atlas, signs, composed, sheet.typeOf)
  yield
  const { declared, edges } = sheet.circles()
  const circles = circlesShown(atlas, declared, edges, composed.visible)
  yield
  const began = wish.now()
  const named = { things, waffles, rows, circles, ...waits(composed) }
  const drawIn = (room: number): Generator<void, Picture> => drawNamed(sheet, composed, named, wish, room)
  const given = wish.nameRoom ?? wish.partOf?.nameRoom
  const picture = yield* given === undefined ? drawRead(drawIn, wish.isNarrow ?? false) : drawIn(given)
  return { ...picture, layoutTime: wish.now() - began }
}

/** What is drawn, before it is laid out. */
interface NamedPicture extends Pick<Things, 'waitsUp' | 'waitsDown'> {
  readonly things: ThingColumns
  readonly waffles: Waffles
  readonly rows: CardRows
  readonly circles: ShownCircles
}

/** @param nameRoom one of `NAME_ROOMS`. */
function* drawNamed(
  sheet: Sheet,
  composed: Composed,
  { things: named, waffles, rows, circles: shownCircles, ...waiting }: NamedPicture,
  wish: DrawWish,
  nameRoom: number,
): Generator<void, Picture> {
  const { atlas, signs } = sheet
  const { visible, near, level, opensAt, notices } = composed
  const { partOf = null } = wish
  const layers = composed.layers?.find(composed, wish.direction)
  const beside = {
    layers: wish.direction === 'right' ? (layers?.count ?? 1) : 1,
    lines: visible.lines,
  }
  const focus = focusOf(atlas, composed)
  const sizes = sizesOf(
    named,
    rows,
    waffles,
    beside,
    focus.focus,
    wish.direction,
    partOf,
    NAME_ROOMS[nameRoom],
  )
  const stays = wish.before !== null && !isSizedAnew(wish.before.things, named, sizes.height)
  const input = placingInput(
    composed,
    { things: named, rows, sizes, layers: layers ?? null, waits: waiting },
    shownCircles.circles,
    stays ? wish.before : null,
    wish.direction,
    wish.isNarrow ?? false,
  )
  // Lines to what is outside are cut into as many pieces as they pass boxes.
  const whole = partOf && { partOf: partOf.things.count + 2 * partOf.lines.count }
  const placing = yield* placeInSteps({ ...input, ...whole }, wish.memory, composed.layers?.keep)
  yield
  const things: Things = { ...named, ...placesOf(placing), ...waiting }
  const strokes = strokesOf(visible.lines, placing, shownCircles, things)
  const lines: Lines = {
    ...visible.lines,
    strokes,
    reversed: placing.reversed.map((is, line) => is | (placing.beside?.[line] ?? 0)),
    circles: shownCircles.ofLine,
    ...lineCurves({ ...visible.lines, strokes }, rows, placing, things.box, wish.direction),
  }
  yield
  return {
    number: wish.number ?? 0,
    view: near ? 'lineage' : 'map',
    direction: wish.direction,
    level,
    opensAt,
    hops: composed.hops ?? { up: USUAL_HOPS, down: USUAL_HOPS },
    ifMore: composed.ifMore,
    ifAll: composed.ifAll,
    ifMost: composed.ifMost,
    things,
    waffles,
    rows,
    lines,
    indexes: { things: packThings(things), lines: packLines(lines, things) },
    circles: shownCircles.circles,
    path: pathMarks(atlas, composed),
    spread: composed.spread.map((stack) => spreadStack(atlas, signs, stack)),
    ...focus,
    bounds: boundsOf(
      things,
      lines,
      placing.lane,
      { right: placing.totalWidth, bottom: placing.totalHeight },
      input.gaps.margin,
      wish.direction,
    ),
    lane: placing.lane,
    ruler:
      near && composed.layers
        ? composed.layers.rule(
            wish.direction === 'right' ? things : turned(things),
            placing.layer,
            focus.focus,
            hopsOf(near, visible),
            lines,
          )
        : null,
    legend: legendOf(near ? countsIn(things) : signs.counts, wish.off),
    tally: { things: visible.thingParts, edges: visible.edgeParts, missing: sheet.missing },
    ...(sheet.changes && { changes: changesShown(sheet.changes, atlas, visible) }),
    notices,
    nameRoom,
    layoutTime: 0,
  }
}

function spreadStack(atlas: Atlas, signs: Signs, stack: Stack): SpreadStack {
  const { key, name } = namedStack(atlas, signs, stack)
  const keyOf = (member: ThingIndex): string => keyOfThing(atlas.graph, atlas.tree, member)
  return { key, title: name, members: stack.members.map(keyOf) }
}

/** As they stand where the way of the data is to the right. */
const turned = (things: Things): Things => ({
  ...things,
  ...{ x: things.y, y: things.x, width: things.height, height: things.width },
})

const placesOf = ({
  x,
  y,
  width,
  height,
  layer,
  aspect,
}: Placing): Pick<Things, 'x' | 'y' | 'width' | 'height' | 'layers' | 'aspects'> => ({
  x: new Float32Array(x),
  y: new Float32Array(y),
  width: new Float32Array(width),
  height: new Float32Array(height),
  layers: layer,
  aspects: new Float32Array(aspect),
})

function waits({
  visible,
  near,
  waiting: waitingIn,
  focus,
}: Composed): Pick<Things, 'waitsUp' | 'waitsDown'> {
  const up = new Uint32Array(visible.things.length)
  const down = new Uint32Array(visible.things.length)
  if (near && waitingIn && focus >= 0) {
    const waiting = waitingIn()
    standsFor(near, visible).forEach((positions, index) => {
      if (visible.isBox[index]) return
      const beyond = waitsBeyond(near, waiting, positions)
      ;[up[index], down[index]] = [beyond.up, beyond.down]
    })
  }
  return { waitsUp: up, waitsDown: down }
}

/** How far each thing that is drawn is, and each that a stack folds; what is on no way to the focus is not so far. */
function* hopsOf({ positions, hop, aside }: Neighbourhood, { shown }: Visible): Generator<[number, number]> {
  for (const position of positions) {
    const thing = shown[position]!
    if (thing >= 0 && !aside?.[position]) yield [thing, hop[position]!]
  }
}

function focusOf({ tree }: Atlas, { visible, focus }: Composed): Pick<Picture, 'focus' | 'focusRow'> {
  if (focus < 0) return { focus: -1, focusRow: -1 }
  return {
    focus: Math.max(-1, visible.shown[tree.at[focus]!]!),
    focusRow: visible.rows.nodes.indexOf(focus),
  }
}

function strokesOf(
  { from, to }: Pick<Lines, 'from' | 'to'>,
  { reversed }: Placing,
  { circles, ofLine }: ShownCircles,
  { roles }: Things,
): Uint8Array {
  const strokeOf = (one: number, other: number, line: number): Stroke => {
    const circle = circles[ofLine[line]!]
    // Of a circle within one thing no line is turned: what is to be cut leads back.
    if (one === other) return circle?.things.length === 1 && circle.cut.includes(line) ? 'back' : 'self'
    if (reversed[line] && circle) return 'back'
    if (roles[one] === 2 || roles[other] === 2) return 'ghost'
    if (reversed[line]) return 'against'
    return roles[one] === 1 || roles[other] === 1 ? 'external' : 'plain'
  }
  return new Uint8Array(from.length).map((_, line) => STROKES.indexOf(strokeOf(from[line]!, to[line]!, line)))
}

/** How many things of each sort a picture shows, with what its stacks fold. */
function countsIn(things: Things): Map<Sort, number> {
  const counts = new Map<Sort, number>()
  things.sorts.forEach((sort, thing) => {
    const folded = FORMS[things.forms[thing]!] === 'stack' ? things.inside[thing]! : 1
    counts.set(sort, (counts.get(sort) ?? 0) + folded)
  })
  return counts
}
