import type { TableRead } from './table-reads.ts'
import { VisibleNames } from './visible-names.ts'

interface Waiting {
  readonly index: number
  readonly read: TableRead
}

/**
 * Tells tables from paths to arrays: in `FROM t, t.items` the second is no table. An alias can come later than the path, since
 * a subquery of the select list stands before FROM: such reads wait until the query around them has named its tables.
 */
export class ArrayPaths {
  readonly #aliases = new VisibleNames()
  readonly #waiting = new Map<string, Waiting[]>()
  #count = 0

  get mark(): number {
    return this.#aliases.mark
  }

  /** How many reads have waited so far: reads of a stretch of text are those between two counts. */
  get count(): number {
    return this.#count
  }

  release(mark: number): void {
    this.#aliases.release(mark)
  }

  beginsPath(key: string): boolean {
    return this.#aliases.has(key)
  }

  /** `read` begins with the part `key`: it is dropped if that turns out to be an alias. */
  wait(key: string, read: TableRead): void {
    const waiting = this.#waiting.get(key) ?? []
    waiting.push({ index: this.#count++, read })
    this.#waiting.set(key, waiting)
  }

  /** `alias` is one from here on, and was one for the reads between the counts `from` and `to`. */
  show(alias: string, from: number, to: number): void {
    if (!this.#aliases.has(alias)) {
      const waiting = this.#waiting.get(alias) ?? []
      for (let i = firstAtLeast(waiting, from); i < waiting.length; i++) {
        const { index, read } = waiting[i]!
        if (index >= to) break
        read.dropped = true
      }
    }
    this.#aliases.show(alias)
  }
}

/** The first place in `waiting`, which is sorted by index, whose index is not below `from`. */
function firstAtLeast(waiting: readonly Waiting[], from: number): number {
  let low = 0
  let high = waiting.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (waiting[middle]!.index < from) low = middle + 1
    else high = middle
  }
  return low
}
