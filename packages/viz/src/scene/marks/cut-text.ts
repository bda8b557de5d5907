import type { Cut, Telling } from '../picture/telling.ts'
import { wholeLetter } from '../picture/whole-letter.ts'
import type { Weight } from './marks.ts'

/** The width of a text at 12 pixels; that at other sizes is in proportion. */
export type Measure = (text: string, weight: Weight) => number

/** Longer texts are cut anyhow. */
const LONGEST = 2000

/**
 * Cuts a text that is too wide at its end and says so with an ellipsis. Only one that could then be read as another beside it is cut where what is left
 * tells it from all of them, if there is room for that. Text is measured, never guessed: fonts differ.
 * @param width that there is for it at 12 pixels.
 */
export function cutText(
  text: string,
  width: number,
  weight: Weight,
  measure: Measure,
  telling: Telling | null = null,
): string {
  const whole = measure(text, weight)
  if (whole <= width) return text
  const fits = (cut: string): boolean => measure(cut, weight) <= width
  const last = Math.min(text.length - 1, LONGEST)
  const most = Math.min(last, Math.ceil((text.length * width) / whole) * 2)
  const left = longest(most, (end) => fits(pieceOf(text, 0, end)))
  const cutAtEnd = left === 0 ? '' : pieceOf(text, 0, left)
  if (!telling || wholeLetter(text, left) > telling.shared) return cutAtEnd
  const isShort = (one: Cut): boolean => one.start + one.to - one.from <= 2 * most && fits(textOf(text, one))
  const cut = telling.cuts().find(isShort) ?? telling.narrowCuts().find(isShort)
  if (!cut) return cutAtEnd
  const isToEnd = cut.to === text.length
  const room = isToEnd ? (cut.middle ?? cut).from - 1 - cut.start : last - cut.to
  const withMore = (more: number): string =>
    textOf(text, isToEnd ? { ...cut, start: cut.start + more } : { ...cut, to: cut.to + more })
  return withMore(longest(room, (more) => fits(withMore(more))))
}

function textOf(text: string, { start, middle, from, to }: Cut): string {
  const last = to === text.length ? text.slice(from) : pieceOf(text, from, to)
  return `${pieceOf(text, 0, start)}${middle ? pieceOf(text, middle.from, middle.to) : ''}${last}`
}

/** What of a text stands before an ellipsis. */
const pieceOf = (text: string, from: number, to: number): string =>
  `${text.slice(from, wholeLetter(text, to))}…`

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

const MOST_KNOWN = 50_000

/** How text is measured and cut. Both are slow and asked for the same again and again: answers are remembered, up to a bound. */
export interface Fitter {
  /** The width of a text at a size. */
  width(text: string, size: number, weight: Weight): number
  /** The text, cut to a width at a size. @param telling what tells it from those beside it. */
  fit(text: string, width: number, size: number, weight: Weight, telling?: Telling | null): string
}

export function fitterOf(measure: Measure): Fitter {
  const widths: Record<Weight, Map<string, number>> = { 400: new Map(), 500: new Map(), 600: new Map() }
  const cutsAlone = new Map<string, string>()
  const cutsBeside = new WeakMap<Telling, Map<string, string>>()
  const cutsOf = (telling: Telling | null): Map<string, string> => {
    if (!telling) return cutsAlone
    let cuts = cutsBeside.get(telling)
    if (!cuts) cutsBeside.set(telling, (cuts = new Map()))
    return cuts
  }
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
    fit(text, width, size, weight, telling = null) {
      // To half a pixel, so that a text is cut at the same letter while one zooms.
      const room = Math.round((width * 24) / size) / 2
      if (room <= 0) return ''
      if (known(text, weight) <= room) return text
      const cuts = cutsOf(telling)
      const key = `${weight} ${room} ${text}`
      let cut = cuts.get(key)
      if (cut === undefined) {
        if (cuts.size > MOST_KNOWN) cuts.clear()
        cuts.set(key, (cut = cutText(text, room, weight, measure, telling)))
      }
      return cut
    },
  }
}
