const NONE = -1
const SEVERAL = -2

/** For each small integer the only item that was named for it, if there is just one. */
export class TheOnly {
  readonly #items: Int32Array

  constructor(size: number) {
    this.#items = new Int32Array(size).fill(NONE)
  }

  add(key: number, item: number): void {
    const known = this.#items[key]!
    if (known !== item) this.#items[key] = known === NONE ? item : SEVERAL
  }

  /** The only item, or undefined where there is none or more than one. */
  of(key: number): number | undefined {
    return this.#items[key]! >= 0 ? this.#items[key] : undefined
  }

  /** Whether there is any, be it one or several. */
  has(key: number): boolean {
    return this.#items[key] !== NONE
  }
}
