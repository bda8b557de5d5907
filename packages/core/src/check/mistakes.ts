import type { LinePlace } from '../read/problem.ts'
import type { Discovery } from './rule.ts'

/**
 * By what mistakes are known, and where the first place of each is, without telling them: no two are the same. They are each about one
 * resource, and known by its id, where the outline does not say that there is more to tell.
 */
export interface Outline {
  identityOf(item: number): string
  placeOf(item: number): LinePlace
  /** Whether also what they are about has to be told. */
  readonly isToldWhole?: boolean
}

/**
 * What a rule found, in numbers: nodes, edges, whatever it tells of. A run can have a million mistakes, so that each is told when
 * somebody reads it, and told again for the next one who does.
 */
export class Mistakes implements Iterable<Discovery> {
  /**
   * @param tell must say the same of an item whenever it is asked.
   * @param outline where there may be very many: then none is told before somebody reads it.
   */
  constructor(
    readonly items: ArrayLike<number>,
    readonly tell: (item: number) => Discovery,
    readonly outline?: Outline,
  ) {}

  /** Those of a rule that has told them all. */
  static told(discoveries: Iterable<Discovery>): Mistakes {
    const all = [...discoveries]
    return new Mistakes(Array.from(all.keys()), (i) => all[i]!)
  }

  *[Symbol.iterator](): Generator<Discovery> {
    for (let i = 0; i < this.items.length; i++) yield this.tell(this.items[i]!)
  }
}
