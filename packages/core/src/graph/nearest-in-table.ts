import type { NearestFound, NearestTask } from '../read/nearest-task.ts'
import { UNSET, type Strings } from '../read/strings.ts'
import { inUnitOrder } from '../read/unit-order.ts'
import { NearestIndex } from './nearest.ts'
import type { Texts } from './text-units.ts'

/** Texts of a table, by their indexes there. */
interface TableTexts extends Texts {
  readonly indexes: Int32Array
}

/** Finds which of some texts of a table other texts were meant to be. */
export class NearestInTable {
  readonly #strings: Strings
  readonly #known: TableTexts
  readonly #index: NearestIndex

  constructor(strings: Strings, known: NearestTask['known']) {
    this.#strings = strings
    this.#known = textsAt(strings, known)
    this.#index = new NearestIndex(this.#known)
  }

  /** As `NearestIndex.nearestAtOnce`. */
  nearestAtOnce(text: string): string | undefined {
    return this.#index.nearestAtOnce(text)
  }

  /** As `NearestIndex.nearestOf`, of texts of the same table. */
  nearestOf(asked: NearestTask['asked'], effort: number): NearestFound {
    const texts = textsAt(this.#strings, asked)
    const nearest = this.#index.nearestOf(texts, effort)
    return { asked: texts.indexes, nearest: nearest.map((known) => this.#known.indexes[known] ?? UNSET) }
  }
}

/** In the order of their code units, where that is found without making the texts. */
function textsAt(strings: Strings, given: Int32Array): TableTexts {
  const sorted = inUnitOrder(strings, given)
  const indexes = sorted ?? given
  return {
    indexes,
    length: indexes.length,
    at: (i) => strings.get(indexes[i]!),
    isInOrder: sorted !== undefined,
  }
}
