/** In units of the picture. */
export const CARD = { width: 172, most: 240, height: 44, radius: 6 } as const

/** What the lineage is about shows its whole name, if it is not absurdly long; so that a window still shows all layers, other cards are as narrow as this beside it. */
export const HOME = { most: 400, beside: 150 } as const

/** How far the sheets of a stack stand out behind it, to the right and below. */
export const SHEETS = 8

/** A row of a card, and what is under the last one. Beyond the header of a card with columns there is always a row. */
export const ROW = { height: 24, foot: 4 } as const

/** A table, dashboard or chart in the Map; one width for all that stand below one another. */
export const TILE = { height: 30, least: 108, most: 172 } as const

/** A closed container: its name and its count, and under them its waffle. */
export const CONTAINER = { least: 96, most: 184, head: 52, foot: 7 } as const

/** The marks of a waffle stand in rows, from the left inside of their container. */
export const WAFFLE = { mark: 5, step: 7, inside: 10 } as const

/** How many marks stand side by side in a container of a width. */
export const marksInRow = (width: number): number =>
  Math.max(1, Math.floor((width - 2 * WAFFLE.inside + 2) / WAFFLE.step))

/** An open container: the room for its header, and the height on the screen below which that is low and puts its name first, CSS pixels. */
export const BOX = { head: 36, small: 26 } as const

/** Inside a card, from its left upper corner: where the icon stands, the text begins and each line of it sits; where that of a row begins. */
export const INSIDE = {
  iconX: 10,
  iconY: 14,
  icon: 16,
  textX: 32,
  titleY: 19,
  placeY: 35,
  right: 10,
  rowX: 12,
} as const

/**
 * From the first scale on a table of the Map says more than its name; below the second a card shows its name alone, below the third it is
 * a flat tile. From `icon` on what shows its name alone has room for its icon and its badge beside that.
 */
export const DETAIL = { more: 1.6, full: 0.8, icon: 0.55, name: 0.45 } as const

/** How far a hand shrinks and enlarges; a picture that is larger yet shrinks until all of it is seen. */
export const SCALE = { least: 0.01, most: 4 } as const

/** Widths of lines on the screen; `fine` is the widest that is drawn without a rim of its own, at a fifteenth of what a wider one costs. */
export const STROKE = {
  fine: 1,
  rest: 1.25,
  back: 1.5,
  hover: 2,
  path: 2.25,
  selected: 3.5,
  stack: 3,
  casing: 6,
  ring: 2,
} as const

/**
 * What waits beside a card, CSS pixels: its size, with what is at both sides of its text together; how far it stands from the card; what a pointer can hit; and
 * what is free around it. At the sides of the picture it stands closer to its card than elsewhere, with so long a line to it at least, and so far from where the
 * picture ends; closer where there is no room for the line. No pill reaches further than `reach` from its card, in units of the picture either.
 */
export const PILL = {
  ...{ height: 20, least: 26, pad: 14, away: 6, hit: 24, free: 2 },
  ...{ short: 3, close: 4, closest: 1, reach: 120 },
} as const

/** An arrowhead with a wide line behind it, CSS pixels. */
export const HEAD = { length: 8, half: 4.5 } as const

/** Beside a loop that leads back in a circle within its card: the room for the name of that, or for scissors with their words. CSS pixels. */
export const BESIDE_LOOP = 216

/** Text of the Map grows with the picture up to here, and makes room for more of it from then on. */
export const LARGEST_MAP_TEXT = 1.25

/** From the top of a tile that says more than its name to the middle of that, at the scale of its text. */
export const NAME_LINE = 11
