import { visible } from '../check/quote.ts'
import type { Location } from '../check/finding.ts'

/** As many characters of a line as a frame shows, and how many of them stand before the marked place at least. */
const WIDTH = 96
const LEAD = 28
/** The longest mark: of more, the beginning is marked. */
const LONGEST_MARK = 48

/** The line around a place, as text, and where in it the mark stands. */
export interface Frame {
  readonly text: string
  /** Before the mark, in columns of the terminal. */
  readonly indent: number
  /** Of the mark, at least 1. */
  readonly width: number
}

/**
 * Cuts the window around a place out of its line. What cannot be seen is written out, so columns are counted after that.
 * @example
 * ```ts
 * const [place] = report.findings[0]?.locations ?? []
 * if (place) console.log(frameOf(report.lineAt(place) ?? '', place))
 * ```
 */
export function frameOf(line: string, place: Location): Frame {
  const { opening, window, closing, indent, width } = windowOf(line, place)
  return { text: opening + window + closing, indent, width }
}

/** The same, and beside it what stands for what was cut off before and behind. */
export interface Window extends Omit<Frame, 'text'> {
  readonly opening: string
  readonly window: string
  readonly closing: string
}

export function windowOf(line: string, { column, endColumn }: Location): Window {
  const start = column - 1
  const end = Math.max(start + 1, Math.min(endColumn - 1, start + LONGEST_MARK, line.length))
  const from = line.length <= WIDTH ? 0 : Math.max(0, Math.min(start - LEAD, line.length - WIDTH))
  const to = Math.max(end, Math.min(line.length, from + WIDTH))
  const [opening, closing] = [from > 0 ? '…' : '', to < line.length ? '…' : '']
  const window = line.slice(from, to)
  if (PLAIN.test(window)) {
    const [first, behind] = [Math.min(start, line.length), Math.min(end, line.length)]
    const indent = opening.length + first - from
    return { opening, window, closing, indent, width: Math.max(1, behind - first) }
  }
  const before = shown(line.slice(from, start))
  const marked = shown(line.slice(start, end))
  return {
    opening,
    window: before + marked + shown(line.slice(end, to)),
    closing,
    indent: widthOf(opening + before),
    width: Math.max(1, widthOf(marked)),
  }
}

const shown = (text: string): string => visible(text.replaceAll('\t', ' '))

/** How many columns a terminal gives a text: two for the wide characters of East Asia and for emoji, none for marks that combine. */
export function widthOf(text: string): number {
  if (NARROW.test(text)) return text.length
  let width = 0
  for (const character of text) width += COMBINING.test(character) ? 0 : WIDE.test(character) ? 2 : 1
  return width
}

/** What is shown as it is, in a column each: graphic ASCII and the space. */
const PLAIN = /^[ -~]*$/
/** Of what Latin is written with, all takes one column. */
const NARROW = /^[\u0020-\u007e\u00a0-\u02ff\u2026]*$/
const COMBINING = /^[\p{Mn}\p{Me}\u{200b}-\u{200d}]$/u
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]$/u
