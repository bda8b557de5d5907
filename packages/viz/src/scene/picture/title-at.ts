import type { Picture } from './picture.ts'

/** The name of a thing, or of one of its rows with it: `orders.id`. @param row or -1. */
export const titleAt = (
  { things, rows }: Pick<Picture, 'things' | 'rows'>,
  thing: number,
  row: number,
): string => (row < 0 ? things.titles[thing]! : `${things.titles[thing]!}.${rows.titles[row]!}`)

/** `orders.id → sums.id`: what a line leads from and to. */
export const endTitles = (picture: Pick<Picture, 'things' | 'rows' | 'lines'>, line: number): string => {
  const { from, fromRow, to, toRow } = picture.lines
  return `${titleAt(picture, from[line]!, fromRow[line]!)} → ${titleAt(picture, to[line]!, toRow[line]!)}`
}
