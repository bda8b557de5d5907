import { CARD, DETAIL, ROW } from './measures.ts'
import { FORMS, type Picture } from './picture.ts'
import type { Shown } from '../../state/view.ts'

/** A card whose columns do not all have room in it: one scrolls and searches there. */
export interface LongList {
  readonly key: string
  /** The first that is shown, what names must hold, and how many there are that hold it. */
  readonly from: number
  readonly find: string
  readonly length: number
  /** How many are shown. */
  readonly rows: number
}

/** The list of a card, where it is opened and longer than the card, or searched; null for any other. */
export function longListOf(
  { things, rows }: Picture,
  shown: Shown,
  thing: number,
  k: number,
): LongList | null {
  const key = things.keys[thing]!
  const { from, find } = shown.lists.find((list) => list.key === key) ?? { from: 0, find: '' }
  const isWhole = shown.opened.includes(key) || shown.columns === 'all' || find !== ''
  const isCard = FORMS[things.forms[thing]!] === 'card' || find !== '' // where nothing is found, a card of the Map is a tile
  if (k < DETAIL.full || !isWhole || !isCard) return null
  const count = rows.starts[thing + 1]! - rows.starts[thing]!
  const length = count + things.more[thing]!
  return count < things.columns[thing]! ? { key, from, find, length, rows: count } : null
}

/** Where in its card a list stands that is longer than that, in units of the picture. */
export interface ScrollBar {
  readonly key: string
  /** The right side of the card. */
  readonly x: number
  readonly y: number
  readonly height: number
}

/** The scroll bars of some things: one in every card in which a list scrolls. */
export function scrollBars(
  picture: Picture,
  shown: Shown,
  things: Iterable<number>,
  k: number,
): readonly ScrollBar[] {
  const bars: ScrollBar[] = []
  for (const thing of things) {
    const list = longListOf(picture, shown, thing, k)
    if (!list || list.length <= list.rows) continue
    const { x, y, width } = picture.things
    const height = list.rows * ROW.height
    bars.push({
      key: list.key,
      x: x[thing]! + width[thing]!,
      y: y[thing]! + CARD.height + (height * list.from) / list.length,
      height: (height * list.rows) / list.length,
    })
  }
  return bars
}

/** Where a list is after it was scrolled by so many rows. */
export const scrolledTo = ({ from, length, rows }: LongList, by: number): number =>
  Math.max(0, Math.min(length - rows, from + by))
