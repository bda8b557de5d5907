import { lookOf } from '../../tokens/looks.ts'
import { marksInRow, WAFFLE } from '../picture/measures.ts'
import { MARKS } from '../picture/picture.ts'
import type { Pen } from './pen.ts'
import type { RectStyle, Sheet } from './sheet.ts'

/** One mark for each thing inside, or for each ten, hundred and so on; at half strength where nothing is wrong. None where not all have room. */
export function drawWaffle(
  sheet: Sheet,
  { picture, transform: { k } }: Pen,
  thing: number,
  x: number,
  y: number,
  top: number,
  height: number,
): void {
  const { starts, marks, sorts, scale } = picture.waffles
  const inRow = marksInRow(picture.things.width[thing]!)
  const rows = Math.ceil((starts[thing + 1]! - starts[thing]!) / inRow)
  if (top + (WAFFLE.step * rows - 2) * k > height - 2) return
  const hue = lookOf(sorts[thing]!).hue
  const size = (scale > 1 ? WAFFLE.mark - 1 : WAFFLE.mark) * k
  for (let mark = starts[thing]!; mark < starts[thing + 1]!; mark++) {
    const i = mark - starts[thing]!
    const severity = MARKS[marks[mark]!]!
    const style: RectStyle =
      severity === 'none' ? { radius: k, fill: hue, alpha: 0.5 } : { radius: k, fill: severity }
    const [column, row] = [i % inRow, Math.floor(i / inRow)]
    sheet.rect(
      3,
      style,
      x + (WAFFLE.inside + WAFFLE.step * column) * k,
      y + top + WAFFLE.step * row * k,
      size,
      size,
    )
  }
}
