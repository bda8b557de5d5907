/** In units of the picture. */
export const CARD = { width: 172, height: 44, radius: 6 } as const

/** Inside a card, from its left upper corner: where the icon stands, the text begins and each line of it sits. */
export const INSIDE = {
  iconX: 10,
  iconY: 14,
  icon: 16,
  textX: 32,
  titleY: 19,
  placeY: 35,
  right: 10,
} as const

/** CSS pixels on the screen, whatever the scale. */
export const TEXT = { title: 12, place: 11, least: 11 } as const

/** Below the first scale a card shows its name alone, below the second it is a flat tile. */
export const DETAIL = { full: 0.8, name: 0.45 } as const

export const SCALE = { least: 0.01, most: 4 } as const

/** Widths of lines on the screen. */
export const STROKE = {
  rest: 1.25,
  back: 1.5,
  hover: 2,
  path: 2.25,
  selected: 3.5,
  casing: 6,
  ring: 2,
} as const
