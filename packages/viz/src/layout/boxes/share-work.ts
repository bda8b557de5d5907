/**
 * The part of the work that a picture may take which one of its boxes gets, from 0 to 1: as much as it holds of the whole. The whole is
 * rounded down to a power of 2, so that a picture that changes a little has the same shares, and boxes that did not change are the same.
 */
export const shareOfWork = (own: number, whole: number): number =>
  Math.min(1, own / 2 ** Math.floor(Math.log2(Math.max(1, whole))))
