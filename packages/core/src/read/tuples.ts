import { hashInts } from './hash.ts'

/** The index of a tuple in its table. */
export type TupleIndex = number

/** Distinct tuples of a fixed number of integers, numbered in the order in which they came. No object a tuple. */
export class Tuples {
  readonly width: number
  #values: Int32Array
  #slots = new Int32Array(1 << 8).fill(-1)
  #size = 0

  constructor(width: number) {
    this.width = width
    this.#values = new Int32Array(width << 7)
  }

  get size(): number {
    return this.#size
  }

  /** The index of the tuple, which is taken in if it is new. */
  intern(tuple: Int32Array): TupleIndex {
    const slot = this.#slotOf(tuple)
    const known = this.#slots[slot]!
    if (known >= 0) return known
    const index = this.#size++
    if (this.#size * this.width > this.#values.length) {
      const larger = new Int32Array(this.#values.length * 2)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values.set(tuple, index * this.width)
    this.#slots[slot] = index
    if (this.#size * 2 > this.#slots.length) this.#rehash()
    return index
  }

  /** The index of the tuple, or -1 where it was never taken in. */
  find(tuple: Int32Array): TupleIndex {
    return this.#slots[this.#slotOf(tuple)]!
  }

  /** Lets go of all tuples, not of the room for them. */
  clear(): void {
    this.#size = 0
    this.#slots.fill(-1)
  }

  /** One value of a tuple. */
  get(index: TupleIndex, part: number): number {
    return this.#values[index * this.width + part]!
  }

  /** The tuple at `index`: a view, not a copy. Do not write into it, nor keep it beyond the next `intern`. */
  row(index: TupleIndex): Int32Array {
    return this.#values.subarray(index * this.width, (index + 1) * this.width)
  }

  #slotOf(tuple: Int32Array): number {
    const mask = this.#slots.length - 1
    let slot = hashInts(tuple) & mask
    for (;;) {
      const index = this.#slots[slot]!
      if (index < 0 || this.#equals(index, tuple)) return slot
      slot = (slot + 1) & mask
    }
  }

  #equals(index: TupleIndex, tuple: Int32Array): boolean {
    const start = index * this.width
    for (let part = 0; part < this.width; part++) if (this.#values[start + part] !== tuple[part]) return false
    return true
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1)
    const mask = this.#slots.length - 1
    for (let index = 0; index < this.#size; index++) {
      let slot = hashInts(this.#values, index * this.width, (index + 1) * this.width) & mask
      while (this.#slots[slot]! >= 0) slot = (slot + 1) & mask
      this.#slots[slot] = index
    }
  }
}
