import type { LinePlace } from '../read/problem.ts'
import { quote } from './quote.ts'

/** As many names of a circle as a message can carry. */
const SHOWN = 6

/** A circle in words: `'a' → 'b' → 'a'`; of a long one its beginning and its end. */
export function circleText<T>(circle: readonly T[], nameOf: (member: T) => string): string {
  const quoted = (members: readonly T[]): string[] => members.map((member) => quote(nameOf(member)))
  const names = circle.length <= SHOWN ? quoted(circle) : shortened(circle, quoted)
  return [...names, quote(nameOf(circle[0]!))].join(' → ')
}

const shortened = <T>(circle: readonly T[], quoted: (members: readonly T[]) => string[]): string[] => [
  ...quoted(circle.slice(0, SHOWN - 2)),
  `… ${circle.length - SHOWN + 1} more …`,
  ...quoted(circle.slice(-1)),
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
