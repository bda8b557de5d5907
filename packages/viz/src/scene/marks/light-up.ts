import { linesOf, type Adjacency } from '../picture/adjacency.ts'
import type { Circle, Picture } from '../picture/picture.ts'

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
  /** Whether that line stands for all between its cards. */
  readonly isTrunk?: boolean
  /** What is upstream and downstream in the run; null until that is told, and of a circle or a path. */
  readonly reach: Reach | null
  /** The circle that is lit in place of a way, or null. */
  readonly circle: Circle | null
  /** The two ends of the path that is lit in place of a way; else none. */
  readonly ends: readonly number[]
}

/** What lies on one side of where light stands, of all the run: what the list of the impact has. */
export interface Reached {
  readonly things: number
  /** `5 tables`; `0 things`. */
  readonly words: string
}

/** What is upstream and downstream of where light stands; in a circle much is both. */
export interface Reach {
  readonly upstream: Reached
  readonly downstream: Reached
  /** How many of all these are neither drawn nor inside of what is drawn. */
  readonly unseen: number
}

/** What is upstream and downstream in the run, and what of a picture holds that or is on a way there: 1 for each thing, row and line. */
export interface LitReach extends Reach, Pick<Light, 'cards' | 'rows' | 'folds' | 'lines'> {
  /** 1 for each line on the ways of what is chosen inside of something else that is; null where nothing is. */
  readonly ways: Uint8Array | null
}

/** Where light can stand: a thing as a whole, or one row of it. */
export interface Start {
  readonly card: number
  /** Or -1. */
  readonly row: number
}

type Lit = Pick<Picture, 'things' | 'rows' | 'lines'> & { readonly adjacency: Adjacency }

/**
 * Lights some things or rows with their own lines, and what these join them with: what leads on from there only the run knows, since what is drawn
 * as one may be fed by way of one thing in it and feed by way of another. An open container stands for all that is drawn in it.
 * @param drawn those of them that are drawn themselves: what only holds a thing has lines that may not be of that.
 */
export function lightUp(picture: Lit, starts: readonly Start[], drawn: readonly Start[] = starts): Light {
  const { things, lines, adjacency } = picture
  const within = insideOf(picture, starts)
  const lit = darkness(picture)
  for (const { card } of starts) lit.cards[card] = 1
  const ways = new Uint8Array(lines.count)
  const all: Start[] = [...drawn]
  for (let card = 0; card < things.count; card++) if (within[card]) all.push({ card, row: -1 })
  for (const [i, { card, row }] of all.entries()) {
    lit.cards[card] = 1
    if (row >= 0) lit.rows[row] = 1
    for (const [at, hereRow] of [
      [adjacency.in, lines.toRow],
      [adjacency.out, lines.fromRow],
    ] as const)
      for (const line of linesOf(at, card))
        if (row < 0 || hereRow[line] === row) {
          lightLine(picture, lit, line)
          if (i < drawn.length) ways[line] = 1
        }
  }
  return lightOf(picture, { ...lit, ways }, starts, null)
}

/** Lights what was found to lead to some things or rows and what they lead to. */
export const lightReached = (picture: Lit, reach: LitReach, starts: readonly Start[]): Light =>
  lightOf(picture, { ...reach, lines: reach.lines.slice() }, starts, reach)

function lightOf(
  picture: Lit,
  { cards, rows, folds, lines, ways }: Omit<LitReach, keyof Reach>,
  starts: readonly Start[],
  reach: Light['reach'],
): Light {
  const within = insideOf(picture, starts)
  const { from, to } = picture.lines
  lines.forEach((isLit, line) => {
    if (isLit && within[from[line]!] && within[to[line]!] && !ways?.[line]) lines[line] = WITHIN
  })
  const at = starts.map(({ card }) => card)
  return { cards, rows, folds, lines, starts: at, line: -1, reach, circle: null, ends: [] }
}

const darkness = ({ things, rows, lines }: Lit) => ({
  cards: new Uint8Array(things.count),
  rows: new Uint8Array(rows.count),
  folds: new Uint8Array(things.count),
  lines: new Uint8Array(lines.count),
})

function lightLine({ lines }: Lit, lit: ReturnType<typeof darkness>, line: number): void {
  lit.lines[line] = 1
  lit.cards[lines.from[line]!] = lit.cards[lines.to[line]!] = 1
  for (const row of [lines.fromRow[line]!, lines.toRow[line]!]) if (row >= 0) lit.rows[row] = 1
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

/** Lights a line and its ends, and, where that is known, what leads to the beginnings of its edges and what their ends lead to. */
export function lightUpLine(picture: Lit, line: number, reach: LitReach | null = null): Light {
  return lightOfLines(picture, line, [line], reach)
}

/** The same for all lines that lead from one card to another, by one of them. */
export function lightUpTrunk(picture: Lit, line: number, reach: LitReach | null = null): Light {
  const { from, to } = picture.lines
  const between = linesOf(picture.adjacency.out, from[line]!).filter((one) => to[one] === to[line])
  return { ...lightOfLines(picture, line, between, reach), isTrunk: true }
}

function lightOfLines(picture: Lit, line: number, own: Iterable<number>, reach: LitReach | null): Light {
  const { from, to } = picture.lines
  const dark = darkness(picture)
  if (!reach) for (const one of own) lightLine(picture, dark, one)
  const { cards, rows, folds, lines } = reach ?? dark
  const starts = [from[line]!, to[line]!]
  return { cards, rows, folds, lines, starts, line, reach, circle: null, ends: [] }
}

/** Lights a circle: its things and the lines among them. @param line the one that is chosen while it is lit, of the circle or not, or -1. */
export function lightUpCircle(picture: Lit, circle: Circle, line = -1): Light {
  const lit = darkness(picture)
  for (const card of circle.things) lit.cards[card] = 1
  for (const own of circle.lines) lightLine(picture, lit, own)
  if (line >= 0) lightLine(picture, lit, line)
  return { ...lit, starts: circle.things, line, reach: null, circle, ends: [] }
}
