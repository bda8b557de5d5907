import type { Weight } from './marks.ts'

/** The width of a text at 12 pixels; that at other sizes is in proportion. */
export type Measure = (text: string, weight: Weight) => number

/**
 * Cuts a text that is too wide at its end and says so with an ellipsis. Text is measured, never guessed: fonts differ.
 * @param width that there is for it at 12 pixels.
 */
export function cutText(text: string, width: number, weight: Weight, measure: Measure): string {
  const whole = measure(text, weight)
  if (whole <= width) return text
  const letters = [...text.slice(0, 2000)]
  let low = 0
  let high = Math.min(letters.length - 1, Math.ceil((letters.length * width) / whole) * 2)
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if (measure(cutAt(letters, middle), weight) <= width) low = middle
    else high = middle - 1
  }
  return low === 0 ? '' : cutAt(letters, low)
}

const cutAt = (letters: readonly string[], length: number): string =>
  `${letters.slice(0, length).join('').trimEnd()}…`

const MOST_KNOWN = 50_000

/** How text is measured and cut. Both are slow and asked for the same again and again: answers are remembered, up to a bound. */
export interface Fitter {
  /** The width of a text at a size. */
  width(text: string, size: number, weight: Weight): number
  /** The text, cut to a width at a size. */
  fit(text: string, width: number, size: number, weight: Weight): string
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
    fit(text, width, size, weight) {
      // To half a pixel, so that a text is cut at the same letter while one zooms.
      const room = Math.round((width * 24) / size) / 2
      if (room <= 0) return ''
      if (known(text, weight) <= room) return text
      const key = `${weight} ${room} ${text}`
      let cut = cuts.get(key)
      if (cut === undefined) {
        if (cuts.size > MOST_KNOWN) cuts.clear()
        cuts.set(key, (cut = cutText(text, room, weight, measure)))
      }
      return cut
    },
  }
}
