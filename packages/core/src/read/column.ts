/** A typed array that grows at its end. `values` is a view of what it holds so far: read it, do not keep it while pushing. */
export class Column<T extends Int32Array | Float64Array> {
  #array: T
  #length = 0

  private constructor(array: T) {
    this.#array = array
  }

  static ints(): Column<Int32Array> {
    return new Column(new Int32Array(1 << 8))
  }

  /** For byte offsets: exact up to 2^53. */
  static offsets(): Column<Float64Array> {
    return new Column(new Float64Array(1 << 8))
  }

  /** For numbers that a run gives: whatever JSON can hold. */
  static numbers(): Column<Float64Array> {
    return new Column(new Float64Array(1 << 8))
  }

  get length(): number {
    return this.#length
  }

  get values(): T {
    return this.#array.subarray(0, this.#length) as T
  }

  at(index: number): number {
    return this.#array[index]!
  }

  /** Writes over a value that is there. */
  set(index: number, value: number): void {
    this.#array[index] = value
  }

  push(value: number): void {
    if (this.#length === this.#array.length) this.#reserve(this.#length + 1)
    this.#array[this.#length++] = value
  }

  /** Makes the column longer by `count` values, and gives these to be written. */
  extend(count: number): T {
    const start = this.#length
    this.#reserve(start + count)
    this.#length += count
    return this.#array.subarray(start, this.#length) as T
  }

  /** Takes an array for its own, in place of what it held. */
  adopt(values: T): void {
    this.#array = values
    this.#length = values.length
  }

  /** Lets go of the values, not of the room for them. */
  clear(): void {
    this.#length = 0
  }

  #reserve(length: number): void {
    if (length <= this.#array.length) return
    const room = Math.max(length, this.#array.length * 2)
    const larger = new (this.#array.constructor as new (length: number) => T)(room)
    larger.set(this.#array)
    this.#array = larger
  }
}
