import type { Weight } from './marks.ts'

/** The width of a text at 12 pixels; that at other sizes is in proportion. */
export type Measure = (text: string, weight: Weight) => number

/** What is between words, and between a word and its number. */
const BOUNDARY = /[^\p{L}\p{N}\uD800-\uDFFF]/u
const DIGIT = /\d/
const NO_DIGIT = /\D/

/** Fewer letters than this of a word without its end tell nothing. */
const TELLING = 5

/** Longer texts are cut anyhow. */
const LONGEST = 2000

/**
 * Cuts a text that is too wide at its end and says so with an ellipsis. Only one that would then read as another beside it does, since all that is left
 * is what both begin with, is cut before what tells it from that. Text is measured, never guessed: fonts differ.
 * @param width that there is for it at 12 pixels.
 * @param shared how much of its beginning a text beside it has too; its whole length, where that goes on.
 */
export function cutText(text: string, width: number, weight: Weight, measure: Measure, shared = 0): string {
  const whole = measure(text, weight)
  if (whole <= width) return text
  const letters = [...text.slice(0, LONGEST)]
  const fits = (cut: string): boolean => measure(cut, weight) <= width
  const most = Math.min(letters.length - 1, Math.ceil((letters.length * width) / whole) * 2)
  const left = longest(most, (length) => fits(cutAt(letters, length)))
  const cutAtEnd = left === 0 ? '' : cutAt(letters, left)
  const telling = shared === 0 || shared > LONGEST ? 0 : tellingFrom(text, shared)
  if (telling === 0 || start(letters, left).length > shared) return cutAtEnd
  const before = [...text.slice(0, telling)]
  const end = `…${text.slice(telling, LONGEST)}`
  if (fits(end))
    return (
      start(
        before,
        longest(before.length - 1, (length) => fits(start(before, length) + end)),
      ) + end
    )
  const from = wordAt(text, telling)
  const word = [...text.slice(from, LONGEST)]
  const kept = longest(word.length - 1, (length) => fits(`…${cutAt(word, length)}`))
  const isTold = from > 0 && kept >= TELLING && from + start(word, kept).length > shared
  return isTold ? `…${cutAt(word, kept)}` : cutAtEnd
}

/** Where the word, or the number in it, begins in which a text differs from one that begins alike; the last one, where that goes on after it. 0 in its first word where it ends there, else where it differs. */
function tellingFrom(text: string, shared: number): number {
  const last = Math.min(shared, text.length - 1)
  const between = DIGIT.test(text.charAt(last)) ? NO_DIGIT : BOUNDARY
  for (let i = last; i > 0; i--) if (between.test(text.charAt(i - 1))) return i
  return shared >= text.length ? 0 : shared
}

/** Where the word begins that a place is in: a word that is cut at its beginning says nothing. */
function wordAt(text: string, place: number): number {
  let start = place
  while (start > 0 && !BOUNDARY.test(text.charAt(start - 1))) start--
  return start
}

/** The largest number up to `most` that something holds for, where it holds for all smaller ones. */
function longest(most: number, holds: (length: number) => boolean): number {
  let [low, high] = [0, Math.max(0, most)]
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if (holds(middle)) low = middle
    else high = middle - 1
  }
  return low
}

const start = (letters: readonly string[], length: number): string =>
  letters.slice(0, length).join('').trimEnd()
const cutAt = (letters: readonly string[], length: number): string => `${start(letters, length)}…`

const MOST_KNOWN = 50_000

/** How text is measured and cut. Both are slow and asked for the same again and again: answers are remembered, up to a bound. */
export interface Fitter {
  /** The width of a text at a size. */
  width(text: string, size: number, weight: Weight): number
  /** The text, cut to a width at a size. @param shared how much of its beginning a text beside it has too. */
  fit(text: string, width: number, size: number, weight: Weight, shared?: number): string
}

export function fitterOf(measure: Measure): Fitter {
  const widths: Record<Weight, Map<string, number>> = { 400: new Map(), 500: new Map(), 600: new Map() }
  const cuts = new Map<string, string>()
  const known: Measure = (text, weight) => {
    const map = widths[weight]
    let width = map.get(text)
    if (width === undefined) {
      if (map.size > MOST_KNOWN) map.clear()
      map.set(text, (width = measure(text, weight)))
    }
    return width
  }
  return {
    width: (text, size, weight) => (known(text, weight) * size) / 12,
    fit(text, width, size, weight, shared = 0) {
      // To half a pixel, so that a text is cut at the same letter while one zooms.
      const room = Math.round((width * 24) / size) / 2
      if (room <= 0) return ''
      if (known(text, weight) <= room) return text
      const key = `${weight} ${room} ${shared} ${text}`
      let cut = cuts.get(key)
      if (cut === undefined) {
        if (cuts.size > MOST_KNOWN) cuts.clear()
        cuts.set(key, (cut = cutText(text, room, weight, measure, shared)))
      }
      return cut
    },
  }
}
