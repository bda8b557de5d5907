const NOTHING: readonly number[] = []

/** Lists of integers by a small integer. Most hold one integer at most, and that one needs no array. */
export class Lists {
  readonly #lists: (number | number[] | undefined)[]

  /** @param size how many keys there will be, as far as that is known. */
  constructor(size = 0) {
    this.#lists = Array.from({ length: size })
  }

  add(key: number, item: number): void {
    const list = this.#lists[key]
    if (list === undefined) this.#lists[key] = item
    else if (typeof list === 'number') this.#lists[key] = [list, item]
    else list.push(item)
  }

  /** The list of a key, in the order in which it was added to; of none the empty list. */
  of(key: number): readonly number[] {
    const list = this.#lists[key]
    return list === undefined ? NOTHING : typeof list === 'number' ? [list] : list
  }

  has(key: number): boolean {
    return this.#lists[key] !== undefined
  }
}
