import type { Sort } from '../../tokens/looks.ts'

/** A thing as a panel names it. */
export interface Named {
  readonly key: string
  readonly name: string
  readonly sort: Sort
  /** Of a column the table that it is in. */
  readonly within?: string
}

/** The name by itself; of a column with its table. */
export const wholeName = ({ within, name }: Pick<Named, 'within' | 'name'>): string =>
  within === undefined ? name : `${within}.${name}`

/** A part of a list: its rows from `from` on, and how many there are in all. */
export interface Slice<Row> {
  readonly rows: readonly Row[]
  readonly from: number
  readonly total: number
}

/** The first rows of a list. */
export const firstOf = <Row>(rows: readonly Row[], total: number): Slice<Row> => ({ rows, from: 0, total })

export interface Place {
  readonly file: string
  readonly line: number
}
