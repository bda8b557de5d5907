/**
 * The line of a thing that feeds a box around it, or is fed by it: how far it leads, how large the dot at its end is, and how far it is from the
 * corner of the thing there. Units of the picture.
 */
export const STUB = { length: 8, dot: 2, inside: 8 } as const

/** What lines that turn in the gap behind keep off what has a stub there, more than they keep off all else. */
export const STUB_ROOM = 6
