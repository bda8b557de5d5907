/** How far below its items what leads back passes, and how far above what stands next. Units of the picture. */
export const BELOW = 8
/** What leads back below one item keeps so far apart; so many of it, then it begins anew. */
export const APART = 4
export const TRACKS = 3
