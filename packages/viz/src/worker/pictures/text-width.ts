import type { Weight } from '../../scene/marks/marks.ts'

/** About how wide letters are at 11 CSS pixels, the least that is read, in the fonts that systems have. A letter of two lists is of the later one. */
const LETTERS = [
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZ#&+', 7.4],
  ["ijlI.,:;'|! ", 3],
  ['-frt()[]/\\"', 4.3],
  ['mwMW@%', 9.6],
] as const
const OTHER = 6.4
/** Chinese, Japanese and Korean. */
const SQUARE = 11
const isSquare = (code: number): boolean => code >= 0x2e80 && code < 0xd800

const BOLD = 1.08
/** Longer texts than this are cut anyhow. */
const LONGEST = 60

const widths = new Float64Array(128).fill(OTHER)
for (const [letters, width] of LETTERS) for (const letter of letters) widths[letter.charCodeAt(0)] = width

/**
 * About how wide a text is at 11 CSS pixels. It only says how much room there is to be: the worker has no font to measure with, and a link gives things
 * the same sizes in all; what does not fit is measured and cut when it is drawn.
 */
export function textWidth(text: string, weight: Weight = 400): number {
  let width = 0
  for (let i = Math.min(text.length, LONGEST) - 1; i >= 0; i--) {
    const code = text.charCodeAt(i)
    width += widths[code] ?? (isSquare(code) ? SQUARE : OTHER)
  }
  return weight === 600 ? BOLD * width : width
}
