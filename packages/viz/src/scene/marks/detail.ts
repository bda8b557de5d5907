import { BOX, CARD, CONTAINER, DETAIL, LARGEST_MAP_TEXT } from '../picture/measures.ts'
import { FORMS, type Form, type Picture, type Rect } from '../picture/picture.ts'

/** How much of a thing is told at a scale: also what is in it, all it has, its name alone, or nothing but where it is. */
export type Detail = 'more' | 'full' | 'name' | 'tile'

export const detailAt = (k: number): Detail =>
  k >= DETAIL.more ? 'more' : k >= DETAIL.full ? 'full' : k >= DETAIL.name ? 'name' : 'tile'

export const formOf = ({ things }: Picture, thing: number): Form => FORMS[things.forms[thing]!]!

/** How large text is drawn at a scale: in the Map only up to a size, and what is nearer than that has more room. */
export const textScale = ({ view }: Pick<Picture, 'view'>, k: number): number =>
  view === 'map' ? Math.min(k, LARGEST_MAP_TEXT) : k

/** Where a thing is drawn, in units of the picture: while cards show their names alone, they end under their headers. */
export function drawnRect({ things }: Picture, thing: number, detail: Detail): Rect {
  const height = things.height[thing]!
  const isHeader = detail === 'name' && FORMS[things.forms[thing]!] === 'card'
  return {
    x: things.x[thing]!,
    y: things.y[thing]!,
    width: things.width[thing]!,
    height: isHeader ? Math.min(height, CARD.height) : height,
  }
}

/** CSS pixels: the least that a line of text takes, and two lines, with the room above and below them; and two that stand as close as can be. */
const LINE = { one: 11.5, two: 34, close: 31 } as const

/** Whether closed containers say, below their names, what is in them: at one scale all do, or none. */
export const tellsInside = (k: number): boolean => CONTAINER.head * k >= LINE.two

/** Whether a card of the lineage view that shows none of its rows says below its name where it is: what has one name is told apart by that. */
export const tellsPlace = (picture: Picture, thing: number, k: number): boolean => {
  const form = formOf(picture, thing)
  return (
    detailAt(k) === 'name' &&
    picture.view === 'lineage' &&
    (form === 'card' || form === 'stack') &&
    picture.things.places[thing] !== '' &&
    CARD.height * k >= LINE.close
  )
}

/** A scale in a link is cut to five digits. */
const SAME = 0.001

/** Whether the headers of boxes are so low that they say names alone. */
export const isLow = (k: number): boolean => BOX.head * k < BOX.small - SAME

/** How many lines of text there is room for in a thing of a height on the screen. */
export const linesIn = (height: number): 0 | 1 | 2 => (height >= LINE.two ? 2 : height >= LINE.one ? 1 : 0)
