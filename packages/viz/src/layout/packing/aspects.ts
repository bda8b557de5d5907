/**
 * How many times as wide as it is high what has a choice is to be: the whole picture as a window with both panels open, the same in every window, so that a
 * link shows the same picture anywhere; what is in a box a little wider, as is easy to read.
 */
export const WINDOW_ASPECT = 1.2
export const BOX_ASPECT = 1.6
