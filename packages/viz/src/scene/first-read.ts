import { FORMS, type Things } from './picture.ts'

/** Where one begins to read a picture that does not fit into the window: the thing nearest to its left top, boxes aside; -1 where there is none. */
export function firstRead({ count, x, y, forms }: Pick<Things, 'count' | 'x' | 'y' | 'forms'>): number {
  let first = -1
  for (let thing = 0; thing < count; thing++)
    if (FORMS[forms[thing]!] !== 'box' && (first < 0 || x[thing]! + y[thing]! < x[first]! + y[first]!))
      first = thing
  return first
}
