import type { Pen } from './pen.ts'
import type { Sheet } from './sheet.ts'

/** Where something is drawn, CSS pixels of the window. */
export interface At {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The columns that a table of the Map names when one is near: the least width and the height of each, CSS pixels. */
const CELL = { least: 96, height: 14 } as const

/** Names the columns of a table line by line, and says how many more there are. */
export function drawColumns(
  sheet: Sheet,
  { picture, fitter }: Pen,
  thing: number,
  names: readonly string[],
  { x, y, width, height }: At,
): void {
  const across = Math.max(1, Math.floor(width / CELL.least))
  const cells = across * Math.floor(height / CELL.height)
  const all = picture.things.columns[thing]!
  const shown = all <= Math.min(cells, names.length) ? all : Math.min(cells - 1, names.length)
  for (let cell = 0; cell < Math.min(cells, shown + 1); cell++) {
    const isRest = cell === shown
    if (isRest && shown === all) break
    const text = isRest ? `+${(all - shown).toLocaleString('en-US')} more` : names[cell]!
    sheet.text({
      ...{ x: x + (width / across) * (cell % across), y: y + CELL.height * Math.floor(cell / across) + 10 },
      ...{ text: fitter.fit(text, width / across - 8, 11, 400), size: 11, weight: 400 },
      fill: isRest ? 'ink3' : 'ink2',
    })
  }
}
