/** The width of a text in a font, in the unit of the font's size. */
export type Measure = (text: string, font: string) => number

/** Cuts a text that is too wide at its end and says so with an ellipsis. Text is measured, never guessed: fonts differ. */
export function cutText(text: string, width: number, font: string, measure: Measure): string {
  const whole = measure(text, font)
  if (whole <= width) return text
  const letters = [...text]
  let low = 0
  let high = Math.min(letters.length - 1, Math.ceil((letters.length * width) / whole) * 2)
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if (measure(cutAt(letters, middle), font) <= width) low = middle
    else high = middle - 1
  }
  return low === 0 ? '' : cutAt(letters, low)
}

const cutAt = (letters: readonly string[], length: number): string =>
  `${letters.slice(0, length).join('').trimEnd()}…`

/** Measuring is slow and asks for the same again and again: this remembers, up to a bound. */
export function remembering(measure: Measure): Measure {
  const known = new Map<string, number>()
  return (text, font) => {
    const key = `${font}\n${text}`
    let width = known.get(key)
    if (width === undefined) {
      if (known.size > 50_000) known.clear()
      known.set(key, (width = measure(text, font)))
    }
    return width
  }
}
