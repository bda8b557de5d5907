import type { StringIndex, Strings } from './strings.ts'

/** What has more types than these is no run of Secoda's: the others are not told apart. */
const MOST = 40

/** How many resources there are of a type. */
export interface TypeCount {
  /** As declared; empty where none is. */
  readonly type: string
  readonly count: number
}

/** Counts resources by their types while a run is read: those of the types that come first. */
export class TypeCounts {
  readonly #counts = new Map<StringIndex, number>()

  /** @param types of some resources more. */
  add(types: Int32Array): void {
    for (const type of types) {
      const count = this.#counts.get(type)
      if (count !== undefined || this.#counts.size < MOST) this.#counts.set(type, (count ?? 0) + 1)
    }
  }

  /** @param strings of the run, in which the types are. */
  list(strings: Strings): TypeCount[] {
    return Array.from(this.#counts, ([type, count]) => ({
      type: strings.at(type) ?? '',
      count,
    }))
  }
}
