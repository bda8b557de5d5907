import { linesOf, type Adjacency } from '../picture/adjacency.ts'
import type { Sort } from '../../tokens/looks.ts'
import { FORMS, type Circle, type Picture } from '../picture/picture.ts'

/** In `Light.lines`: a line inside an open container that is chosen. It does not dim, and is no way that leads in or out. */
export const WITHIN = 2

/** What is lit of a picture. */
export interface Light {
  /** 1 for each thing, row and line that is lit. */
  readonly cards: Uint8Array
  readonly rows: Uint8Array
  /** 1 for each card of which columns are lit that it folds. */
  readonly folds: Uint8Array
  /** Or WITHIN. */
  readonly lines: Uint8Array
  /** The things where it stands, and the line, or -1. */
  readonly starts: readonly number[]
  readonly line: number
  readonly upstream: Reached
  readonly downstream: Reached
  /** The circle that is lit in place of a way, or null. */
  readonly circle: Circle | null
  /** The two ends of the path that is lit in place of a way; else none. */
  readonly ends: readonly number[]
}

/** What light reaches beyond where it stands: a stack counts as all that it folds, anything else as what it is drawn as. */
export interface Reached {
  readonly things: number
  /** What they all are; null where they are of several sorts, or nothing. */
  readonly sort: Sort | null
}

export const NOTHING_REACHED: Reached = { things: 0, sort: null }

/** Where light can stand: a thing as a whole, or one row of it. */
export interface Start {
  readonly card: number
  /** Or -1. */
  readonly row: number
}

type Lit = Pick<Picture, 'things' | 'rows' | 'lines'> & { readonly adjacency: Adjacency }

/**
 * Lights what leads to some things or rows and what they lead to; an open container stands for all that is drawn in it.
 * O(things + lines), circles included.
 */
export function lightUp(picture: Lit, starts: readonly Start[]): Light {
  const within = insideOf(picture, starts)
  const all = [...starts]
  within.forEach((isWithin, card) => {
    if (isWithin && !starts.some((start) => start.card === card)) all.push({ card, row: -1 })
  })
  const lit = light(picture, all, all, all, -1)
  const { from, to } = picture.lines
  lit.lines.forEach((isLit, line) => {
    if (isLit && within[from[line]!] && within[to[line]!]) lit.lines[line] = WITHIN
  })
  return { ...lit, starts: starts.map(({ card }) => card) }
}

/** 1 for each open container that light starts from, and for all that is drawn in it. */
function insideOf({ things }: Lit, starts: readonly Start[]): Uint8Array {
  const begins = new Uint8Array(things.count)
  for (const { card, row } of starts) if (row < 0) begins[card] = 1
  const within = new Uint8Array(things.count)
  // A box stands before what is in it.
  for (let card = 0; card < things.count; card++) {
    const box = things.box[card]!
    if (box >= 0 && (begins[box] === 1 || within[box] === 1)) within[box] = within[card] = 1
  }
  return within
}

/** Lights a line, what leads to its beginning and what its end leads to. */
export function lightUpLine(picture: Lit, line: number): Light {
  const { lines } = picture
  const from = { card: lines.from[line]!, row: lines.fromRow[line]! }
  const to = { card: lines.to[line]!, row: lines.toRow[line]! }
  return light(picture, [from], [to], [from, to], line)
}

/** Lights a circle: its things and the lines among them. */
export function lightUpCircle(picture: Lit, circle: Circle): Light {
  const cards = new Uint8Array(picture.things.count)
  const lines = new Uint8Array(picture.lines.count)
  for (const card of circle.things) cards[card] = 1
  for (const line of circle.lines) lines[line] = 1
  const rows = new Uint8Array(picture.rows.count)
  const folds = new Uint8Array(picture.things.count)
  return {
    cards,
    rows,
    folds,
    lines,
    starts: circle.things,
    line: -1,
    upstream: NOTHING_REACHED,
    downstream: NOTHING_REACHED,
    circle,
    ends: [],
  }
}

function light(
  picture: Lit,
  up: readonly Start[],
  down: readonly Start[],
  starts: readonly Start[],
  line: number,
): Light {
  const { things, rows, lines, adjacency } = picture
  const lit = {
    cards: new Uint8Array(things.count),
    rows: new Uint8Array(rows.count),
    folds: new Uint8Array(things.count),
    lines: new Uint8Array(lines.count),
  }
  if (line >= 0) lit.lines[line] = 1
  const upstream = spread(picture, up, adjacency.in, true, lit)
  const downstream = spread(picture, down, adjacency.out, false, lit)
  return {
    ...lit,
    starts: starts.map(({ card }) => card),
    line,
    upstream,
    downstream,
    circle: null,
    ends: [],
  }
}

/**
 * Breadth first from the starts. From a whole thing on all its lines, from a row on those of the row: what a column feeds is what is declared
 * of the column, and what a table feeds is what all its columns feed. A row that leads to a card with folded columns leads to one of those,
 * as far as is known, and from there only on what leads through them.
 */
function spread(
  { things, rows, lines }: Lit,
  starts: readonly Start[],
  at: Adjacency['in'],
  isUp: boolean,
  lit: Pick<Light, 'cards' | 'rows' | 'folds' | 'lines'>,
): Reached {
  const [hereRow, there, thereRow] = isUp
    ? [lines.toRow, lines.from, lines.fromRow]
    : [lines.fromRow, lines.to, lines.toRow]
  const seenCards = new Uint8Array(things.count) // 1 by a row, 2 by what it folds, 3 as a whole
  const seenRows = new Uint8Array(rows.count)
  const queue: (Start & { readonly isFold: boolean })[] = []
  const reached: number[] = []
  const isWhole = starts.every(({ row }) => row < 0)
  const folds = (card: number): boolean =>
    !isWhole && things.more[card]! > 0 && rows.starts[card + 1]! > rows.starts[card]!
  const reach = (card: number, row: number, isStart: boolean): void => {
    const by = row >= 0 ? 1 : !isStart && folds(card) ? 2 : 3
    if (seenCards[card] === 0) reached.push(card)
    lit.cards[card] = 1
    if (row >= 0) lit.rows[row] = 1
    if (by === 2) lit.folds[card] = 1
    if (seenCards[card]! === 3 || (by === 1 ? seenRows[row] === 1 : seenCards[card]! >= by)) return
    seenCards[card] = Math.max(by, seenCards[card]!)
    if (row >= 0) seenRows[row] = 1
    queue.push({ card, row, isFold: by === 2 })
  }
  for (const { card, row } of starts) reach(card, row, true)
  const startCount = reached.length
  // An array hands out what is added while it is walked: it is the queue.
  for (const { card, row, isFold } of queue)
    for (const line of linesOf(at, card)) {
      if ((row >= 0 || isFold) && hereRow[line] !== row) continue
      lit.lines[line] = 1
      if (hereRow[line]! >= 0) lit.rows[hereRow[line]!] = 1
      const next = thereRow[line]!
      if (next >= 0) lit.rows[next] = 1
      reach(there[line]!, isWhole ? -1 : next, false)
    }
  return countReached(things, reached.slice(startCount))
}

function countReached({ forms, inside, sorts }: Lit['things'], cards: readonly number[]): Reached {
  const [sort = null, ...others] = new Set(cards.map((card) => sorts[card]!))
  const count = (card: number): number => (FORMS[forms[card]!] === 'stack' ? inside[card]! : 1)
  return {
    things: cards.reduce((sum, card) => sum + count(card), 0),
    sort: others.length === 0 ? sort : null,
  }
}
