import type { LinePlace } from '../read/problem.ts'
import { quote } from './quote.ts'

/** As many names of a circle as a message can carry. */
const SHOWN = 6

/** A circle in words: `'a' → 'b' → 'a'`; of a long one its beginning and its end. */
export function circleText(names: readonly string[]): string {
  const quoted = names.length <= SHOWN ? names.map(quote) : shortened(names)
  return [...quoted, quote(names[0]!)].join(' → ')
}

const shortened = (names: readonly string[]): string[] => [
  ...names.slice(0, SHOWN - 2).map(quote),
  `… ${names.length - SHOWN + 1} more …`,
  quote(names.at(-1)!),
]

/** The member of a circle that comes first in files and lines: where it is among them. */
export function firstPlaced<T>(circle: ArrayLike<T>, placeOf: (member: T) => LinePlace): number {
  let first = 0
  let least = placeOf(circle[0]!)
  for (let i = 1; i < circle.length; i++) {
    const here = placeOf(circle[i]!)
    if (here.file > least.file || (here.file === least.file && here.line >= least.line)) continue
    first = i
    least = here
  }
  return first
}
