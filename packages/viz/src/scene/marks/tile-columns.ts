import { grouped } from '@lineagraph/core'
import type { Pen } from './pen.ts'
import type { Sheet } from './sheet.ts'

/** Where something is drawn, CSS pixels of the window. */
export interface At {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The columns that a table of the Map names when one is near: the height of a line, and what is free between names, CSS pixels. */
const LINE = 14
const APART = 12

/** Names the columns of a table side by side, line by line, and says how many more there are. */
export function drawColumns(
  sheet: Sheet,
  { picture, fitter }: Pen,
  thing: number,
  names: readonly string[],
  { x, y, width, height }: At,
): void {
  const lines = Math.floor(height / LINE)
  const all = picture.things.columns[thing]!
  const restWidth = fitter.width(restWords(all), 11, 400)
  let [line, left, column] = [0, 0, 0]
  for (; column < Math.min(names.length, all); column++) {
    const text = fitter.fit(names[column]!, width, 11, 400)
    const textWidth = fitter.width(text, 11, 400)
    // Where more follow, the last line keeps room to say how many.
    const rest = line === lines - 1 && column < all - 1 ? APART + restWidth : 0
    if (left + textWidth + rest > width && (line === lines - 1 || left === 0)) break
    if (left + textWidth > width) [line, left, column] = [line + 1, 0, column - 1]
    else {
      say(text, 'ink2')
      left += textWidth + APART
    }
  }
  if (column === all) return
  if (left > 0 && left + restWidth > width) [line, left] = [line + 1, 0]
  say(restWords(all - column), 'ink3')

  function say(text: string, fill: 'ink2' | 'ink3'): void {
    sheet.text({ x: x + left, y: y + LINE * line + 10, text, size: 11, weight: 400, fill })
  }
}

const restWords = (count: number): string => `+${grouped(count)} more`
