import { linesOf, type Adjacency } from '../picture/adjacency.ts'
import type { Prepared } from '../picture/prepared.ts'
import type { Picture } from '../picture/picture.ts'
import type { Light } from './light-up.ts'

/** Between which two things, or columns, a path leads, by their keys, and whether it enters and leaves what it passes at the same column, or at none. */
export interface PathWish {
  readonly from: string
  readonly to: string
  readonly columns: boolean
}

type Lit = Pick<Picture, 'things' | 'rows' | 'lines'> &
  Pick<Prepared, 'cardOfKey' | 'rowOfKey' | 'thingOfRow'> & { readonly adjacency: Adjacency }

/** Lights all that lies on a way from one end of a path to the other, and marks the ends. O(things + lines). @returns null where the picture has no way. */
export function lightUpPath(picture: Lit, { from, to, columns }: PathWish): Light | null {
  const [starts, ends] = [cardsOf(picture, from), cardsOf(picture, to)]
  if (starts.size === 0 || ends.size === 0) return null
  const { lines, adjacency } = picture
  const follows = (line: number): boolean => lines.from[line] !== lines.to[line]
  const unitOf = (card: number, row: number): number =>
    columns && row >= 0 ? picture.things.count + row : card
  const out = { at: adjacency.out, hereRow: lines.fromRow, there: lines.to, thereRow: lines.toRow }
  const into = { at: adjacency.in, hereRow: lines.toRow, there: lines.from, thereRow: lines.fromRow }
  const forth = reached(picture, starts, ends, out, follows, unitOf)
  const back = reached(picture, ends, starts, into, follows, unitOf)
  const found: number[] = []
  for (let line = 0; line < lines.count; line++) {
    const [tail, head] = [lines.from[line]!, lines.to[line]!]
    if (!follows(line) || starts.has(head) || ends.has(tail)) continue
    const begins = starts.has(tail) || forth[unitOf(tail, lines.fromRow[line]!)] === 1
    if (begins && (ends.has(head) || back[unitOf(head, lines.toRow[line]!)] === 1)) found.push(line)
  }
  return found.length === 0
    ? null
    : lightOf(picture, columns ? found : wholeFirst(picture, found), starts, ends)
}

/** Lights one of several ways. @param way the keys of what it passes. */
export function lightUpWay(picture: Lit, way: readonly string[]): Light | null {
  const { lines, adjacency } = picture
  const places = way.map((key) => {
    const row = picture.rowOfKey.get(key)
    return row === undefined
      ? { card: picture.cardOfKey.get(key) ?? -1, row: -1 }
      : { card: picture.thingOfRow[row]!, row }
  })
  const found: number[] = []
  places.slice(1).forEach((next, i) => {
    const here = places[i]!
    if (here.card < 0 || next.card < 0) return
    for (const line of linesOf(adjacency.out, here.card))
      if (
        lines.to[line] === next.card &&
        (here.row < 0 || lines.fromRow[line] === here.row) &&
        (next.row < 0 || lines.toRow[line] === next.row)
      )
        found.push(line)
  })
  const ends = [places[0]!.card, places.at(-1)!.card]
  if (found.length === 0 || ends.includes(-1)) return null
  return lightOf(picture, wholeFirst(picture, found), new Set([ends[0]!]), new Set([ends[1]!]))
}

/** What shows the thing of a key: its card, that of its column, and all that is drawn in its box. */
function cardsOf({ things, cardOfKey, rowOfKey, thingOfRow }: Lit, key: string): ReadonlySet<number> {
  const row = rowOfKey.get(key)
  const card = row === undefined ? cardOfKey.get(key) : thingOfRow[row]
  const found = new Set<number>()
  if (card === undefined) return found
  found.add(card)
  // A box stands before what is in it.
  for (let thing = card + 1; thing < things.count; thing++)
    if (found.has(things.box[thing]!)) found.add(thing)
  return found
}

/** The lines at one side of a card, and their other ends. */
interface Side {
  readonly at: Adjacency['in']
  readonly hereRow: Int32Array
  readonly there: Uint32Array
  readonly thereRow: Int32Array
}

/** 1 for each card, and after them each row, that is reached from some cards without passing the end. @param unitOf what a line meets of a card: the card as a whole, or a row of it. */
function reached(
  { things, rows }: Lit,
  from: ReadonlySet<number>,
  end: ReadonlySet<number>,
  { at, hereRow, there, thereRow }: Side,
  follows: (line: number) => boolean,
  unitOf: (card: number, row: number) => number,
): Uint8Array {
  const seen = new Uint8Array(things.count + rows.count)
  const queue = Array.from(from, (card) => ({ card, unit: -1 }))
  // An array hands out what is added while it is walked: it is the queue.
  for (const { card, unit } of queue)
    for (const line of linesOf(at, card)) {
      if (!follows(line) || (unit >= 0 && unitOf(card, hereRow[line]!) !== unit)) continue
      const other = there[line]!
      const next = unitOf(other, thereRow[line]!)
      if (seen[next] || from.has(other)) continue
      seen[next] = 1
      if (!end.has(other)) queue.push({ card: other, unit: next })
    }
  return seen
}

/** From thing to thing, the line between the two as wholes is the way; those of their columns are it where there is none. */
function wholeFirst({ lines, things }: Lit, found: readonly number[]): number[] {
  const pairOf = (line: number): number => lines.from[line]! * things.count + lines.to[line]!
  const isWhole = (line: number): boolean => lines.fromRow[line]! < 0 && lines.toRow[line]! < 0
  const whole = new Set(found.filter(isWhole).map(pairOf))
  return found.filter((line) => isWhole(line) || !whole.has(pairOf(line)))
}

function lightOf(
  { things, rows, lines }: Lit,
  found: readonly number[],
  starts: ReadonlySet<number>,
  ends: ReadonlySet<number>,
): Light {
  const lit = {
    cards: new Uint8Array(things.count),
    rows: new Uint8Array(rows.count),
    folds: new Uint8Array(things.count),
    lines: new Uint8Array(lines.count),
  }
  for (const line of found) {
    lit.lines[line] = 1
    lit.cards[lines.from[line]!] = lit.cards[lines.to[line]!] = 1
    for (const row of [lines.fromRow[line]!, lines.toRow[line]!]) if (row >= 0) lit.rows[row] = 1
  }
  const first = [...starts][0]!
  const last = [...ends][0]!
  lit.cards[first] = lit.cards[last] = 1
  return {
    ...lit,
    starts: [first],
    line: -1,
    reach: null,
    circle: null,
    ends: [first, last],
  }
}
