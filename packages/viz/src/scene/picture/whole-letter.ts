/** What belongs to the letter before it: the second half of a pair, an accent, a joiner. */
const GOES_ON = /[\uDC00-\uDFFF\p{M}\u200D]/u
/** A blank is not seen before an ellipsis, and a joiner belongs to the letter behind it too. */
const LEADS_ON = /[\s\u200D]/

/** The next place of a text, from one on, at which it may be cut: one that does not divide a letter, nor stands behind a blank. */
export function wholeLetter(text: string, place: number): number {
  let at = place
  while (at > 0 && at < text.length && (GOES_ON.test(text.charAt(at)) || LEADS_ON.test(text.charAt(at - 1))))
    at++
  return Math.min(at, text.length)
}
