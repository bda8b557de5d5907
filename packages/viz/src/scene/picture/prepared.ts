import { adjacencyOf, linesOf, type Adjacency } from './adjacency.ts'
import { differencesOf, type Difference } from './differences.ts'
import { headerCurves } from './header-curves.ts'
import { dashesFromEnd } from './dashes.ts'
import { heldBy } from './held-by.ts'
import { linkedPartsOf, type LinkedParts } from './linked-parts.ts'
import { DETAIL } from './measures.ts'
import { STROKES, type Lines, type Picture, type Rect } from './picture.ts'
import { openIndex, type SpatialIndex } from './spatial-index.ts'
import { lineBoxes } from './line-boxes.ts'
import { isCardKey } from '../../state/card-key.ts'
import { lineKeys, trunkKeys } from './targets.ts'
import { tellingThings, type TellingOf } from './telling.ts'
import { trunksOf, type Trunks } from './trunks.ts'
import { unindexedLines, unindexedThings } from './unindexed.ts'

/** A picture with what it takes to draw it, to find things in it and to walk in it: made once, when it arrives. */
export interface Prepared extends Picture {
  readonly adjacency: Adjacency
  readonly linkedParts: LinkedParts
  readonly boxes: Float32Array
  /** What is to be seen where all of it is: less than its bounds, which have more around it. */
  readonly held: Rect
  readonly index: SpatialIndex
  /** Of its lines. */
  readonly lineIndex: SpatialIndex
  readonly cardOfKey: ReadonlyMap<string, number>
  readonly rowOfKey: ReadonlyMap<string, number>
  /** The thing that each row is of. */
  readonly thingOfRow: Uint32Array
  readonly heaviest: number
  /** By thing: what tells its name from those of its siblings. */
  readonly telling: TellingOf
  /** Of each line, 1 where its dashes are counted from its end. */
  readonly fromEnd: Uint8Array
  /** By circle: how many of its edges lead back. */
  readonly backsOf: Uint32Array
  /** How a thing differs from what it was; null where nothing is compared. */
  readonly differenceOf: ((thing: number) => Difference) | null
  /** The curves of its lines at a scale: to rows, or to headers where rows are not drawn. */
  curvesAt(k: number): Float32Array
  /** What lines are drawn where none meets its row: at a scale where cards show their headers alone. Null where each is. */
  trunksAt(k: number): Trunks | null
}

export function prepare(picture: Picture): Prepared {
  const boxes = lineBoxes(picture.lines, picture.things)
  const { indexes } = picture
  return {
    ...picture,
    curvesAt: curvesOf(picture),
    trunksAt: trunksIn(picture),
    adjacency: adjacencyOf(picture.things.count, picture.lines),
    linkedParts: linkedPartsOf(picture),
    boxes,
    held: heldBy({ ...picture, boxes }),
    index: indexes ? openIndex(indexes.things) : unindexedThings(picture.things),
    lineIndex: indexes ? openIndex(indexes.lines) : unindexedLines(boxes),
    cardOfKey: numbersOf(picture.things.keys),
    rowOfKey: numbersOf(picture.rows.keys),
    thingOfRow: thingsOfRows(picture),
    heaviest: picture.lines.weights.reduce((most, weight) => Math.max(most, weight), 0),
    telling: tellingThings(picture.things),
    fromEnd: dashesFromEnd(picture.lines, picture.things.count),
    backsOf: backsOf(picture),
    differenceOf: differencesOf(picture),
  }
}

function numbersOf(keys: readonly string[]): Map<string, number> {
  const numbers = new Map<string, number>()
  for (let i = 0; i < keys.length; i++) numbers.set(keys[i]!, i)
  return numbers
}

function backsOf({ circles, lines }: Picture): Uint32Array {
  const isBack = (line: number): boolean => STROKES[lines.strokes[line]!] === 'back'
  return Uint32Array.from(circles, (circle) =>
    circle.lines.reduce((sum, line, i) => (isBack(line) ? sum + circle.edges[i]! : sum), 0),
  )
}

function thingsOfRows({ things, rows }: Picture): Uint32Array {
  const found = new Uint32Array(rows.count)
  for (let thing = 0; thing < things.count; thing++)
    found.fill(thing, rows.starts[thing]!, rows.starts[thing + 1]!)
  return found
}

/** Those to headers are made when they are first looked for. */
export function curvesOf({
  lines,
  things,
  rows,
  direction,
}: Pick<Picture, 'lines' | 'things' | 'rows' | 'direction'>): Prepared['curvesAt'] {
  let atHeaders: Float32Array | undefined
  return (k) =>
    (rows.count === 0 && direction === 'right') || !areHeaders(k)
      ? lines.curves
      : (atHeaders ??= headerCurves(lines, things, direction))
}

/** Whether cards show their headers alone. */
const areHeaders = (k: number): boolean => k >= DETAIL.name && k < DETAIL.full

/** They are found when they are first looked for. */
function trunksIn({ lines, rows }: Picture): Prepared['trunksAt'] {
  let trunks: Trunks | null | undefined
  return (k) => {
    if (rows.count === 0 || !areHeaders(k)) return null
    return trunks === undefined ? (trunks = trunksOf(lines)) : trunks
  }
}

/** The lines, each with as many edges of the run as it stands for where it is drawn at a scale. */
export function linesAt({ lines, trunksAt }: Prepared, k: number): Lines {
  const trunks = trunksAt(k)
  return trunks ? { ...lines, weights: trunks.weights } : lines
}

/** The line between two things or columns by their keys, or the one that is drawn for all between two cards; or -1. */
export function lineBetween(picture: Prepared, from: string, to: string): number {
  for (let line = 0; line < picture.lines.count; line++) {
    const keys = isCardKey(from) ? trunkKeys(picture, line) : lineKeys(picture, line)
    if (keys.from === from && keys.to === to) return line
  }
  return -1
}

/** The circles that are closed by what leads from one card to another, by one of these lines. */
export function circlesClosed({ adjacency, lines }: Prepared, line: number): number[] {
  const closing = linesOf(adjacency.out, lines.from[line]!).filter(
    (one) => lines.to[one] === lines.to[line] && STROKES[lines.strokes[one]!] === 'back',
  )
  return [...new Set(Array.from(closing, (one) => lines.circles[one]!))].filter((circle) => circle >= 0)
}
