import type { Discovery } from './rule.ts'

/**
 * What a rule found, in numbers: nodes, edges, whatever it tells of. A run can have a million mistakes, so that each is told when
 * somebody reads it, and told again for the next one who does.
 */
export class Mistakes {
  /** @param tell must say the same of an item whenever it is asked. */
  constructor(
    readonly items: ArrayLike<number>,
    readonly tell: (item: number) => Discovery,
  ) {}

  /** Those of a rule that has told them all. */
  static told(discoveries: Iterable<Discovery>): Mistakes {
    const all = [...discoveries]
    return new Mistakes(Array.from(all.keys()), (i) => all[i]!)
  }
}
