import type { Weight } from './marks.ts'

/** The width of a text at 12 pixels; that at other sizes is in proportion. */
export type Measure = (text: string, weight: Weight) => number

/** What is between words. A text is told by a whole word: two may differ in its last letter. */
const BOUNDARY = /[^\p{L}\p{N}\uD800-\uDFFF]/u

/**
 * Cuts a text that is too wide at its end and says so with an ellipsis; before what tells it from the texts beside it, where that would be
 * cut off. Text is measured, never guessed: fonts differ.
 * @param width that there is for it at 12 pixels.
 * @param tellingFrom where what tells it from others begins; 0 where its beginning does.
 */
export function cutText(
  text: string,
  width: number,
  weight: Weight,
  measure: Measure,
  tellingFrom = 0,
): string {
  const whole = measure(text, weight)
  if (whole <= width) return text
  const letters = [...text.slice(0, 2000)]
  const fits = (cut: string): boolean => measure(cut, weight) <= width
  const most = Math.min(letters.length - 1, Math.ceil((letters.length * width) / whole) * 2)
  const left = longest(most, (length) => fits(cutAt(letters, length)))
  if (tellingFrom === 0 || tellingFrom >= 2000 || left >= toldBy(text, tellingFrom))
    return left === 0 ? '' : cutAt(letters, left)
  const before = [...text.slice(0, tellingFrom)]
  const telling = [...text.slice(tellingFrom, 2000)]
  const end = `…${telling.join('')}`
  if (fits(end))
    return (
      start(
        before,
        longest(before.length - 1, (length) => fits(start(before, length) + end)),
      ) + end
    )
  const word = [...text.slice(wordAt(text, tellingFrom), 2000)]
  const kept = longest(word.length - 1, (length) => fits(`…${cutAt(word, length)}`))
  const isTold = word.length < letters.length && kept > word.length - telling.length
  return isTold ? `…${cutAt(word, kept)}` : left === 0 ? '' : cutAt(letters, left)
}

/** Where the word begins that a place is in: a word that is cut at its beginning says nothing. */
function wordAt(text: string, place: number): number {
  let start = place
  while (start > 0 && !BOUNDARY.test(text.charAt(start - 1))) start--
  return start
}

/** Up to where a text must be read to be told from others: the end of the word that begins at a place, or, within a word, its first other letter. */
function toldBy(text: string, start: number): number {
  if (!BOUNDARY.test(text.charAt(start - 1))) return start + 1
  const length = text.slice(start).search(BOUNDARY)
  return length < 0 ? text.length : start + length
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
  /** The text, cut to a width at a size. @param tellingFrom where what tells it from the texts beside it begins. */
  fit(text: string, width: number, size: number, weight: Weight, tellingFrom?: number): string
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
    fit(text, width, size, weight, tellingFrom = 0) {
      // To half a pixel, so that a text is cut at the same letter while one zooms.
      const room = Math.round((width * 24) / size) / 2
      if (room <= 0) return ''
      if (known(text, weight) <= room) return text
      const key = `${weight} ${room} ${tellingFrom} ${text}`
      let cut = cuts.get(key)
      if (cut === undefined) {
        if (cuts.size > MOST_KNOWN) cuts.clear()
        cuts.set(key, (cut = cutText(text, room, weight, measure, tellingFrom)))
      }
      return cut
    },
  }
}
