import type { Discovery } from './rule.ts'

/** By what a mistake is known, and where it is: as much of a discovery as takes no work. */
export type Sighting = Pick<Discovery, 'identity' | 'subject' | 'places'>

/**
 * What a rule found, in numbers: nodes, edges, whatever it tells of. A run can have a million mistakes, so that each is told when
 * somebody reads it, and told again for the next one who does.
 */
export class Mistakes implements Iterable<Discovery> {
  /**
   * @param tell must say the same of an item whenever it is asked.
   * @param sight the beginning of what it says, where the rest takes work: the same identity, subject and first place.
   */
  constructor(
    readonly items: ArrayLike<number>,
    readonly tell: (item: number) => Discovery,
    readonly sight: (item: number) => Sighting = tell,
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
