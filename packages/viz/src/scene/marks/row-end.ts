import { ownChange, type Change } from '../picture/differences.ts'
import { MARKS } from '../picture/picture.ts'
import type { Pen } from './pen.ts'

/** What stands behind the name of a row, from the right: its data type, its badge and the sign of its difference. CSS pixels. */
export interface RowEnd {
  readonly type: string
  readonly change: Change | null
  /** From the right side of the card to the right of the badge, and of the sign. */
  readonly badge: number
  readonly sign: number
  /** How much of the row all of it takes. */
  readonly taken: number
}

/** @param width of the card. */
export function rowEnd({ picture, fitter, transform: { k } }: Pen, row: number, width: number): RowEnd {
  const { rows, changes } = picture
  const size = Math.max(11, 11 * k)
  const type = fitter.fit(rows.types[row]!, width / 2 - 16 * k, size, 400)
  const badge = 12 * k + (type === '' ? 0 : fitter.width(type, size, 400) + 8 * k)
  const sign = badge + (MARKS[rows.marks[row]!] === 'none' ? 0 : 14 * k)
  const change = changes ? ownChange(changes.ownRows[row]!) : null
  return { type, change, badge, sign, taken: sign + (change === null ? 0 : SIGN) }
}

/** The disc of a sign with what is free before it. */
const SIGN = 16
