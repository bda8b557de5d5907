/** Counts how often pairs of integers come, in the order in which they came first. O(1) each, no object a pair. */
export class PairCounts {
  readonly from: number[] = []
  readonly to: number[] = []
  readonly weights: number[] = []
  #slots = new Int32Array(1 << 8).fill(-1)
  /** Of all weights. */
  total = 0

  get size(): number {
    return this.from.length
  }

  /** Adds to the weight of a pair, and gives its number. */
  add(from: number, to: number, weight: number): number {
    this.total += weight
    const slot = this.#slotOf(from, to)
    const known = this.#slots[slot]!
    if (known >= 0) {
      this.weights[known]! += weight
      return known
    }
    const pair = this.from.push(from) - 1
    this.to.push(to)
    this.weights.push(weight)
    this.#slots[slot] = pair
    if (2 * this.from.length > this.#slots.length) this.#grow()
    return pair
  }

  #slotOf(from: number, to: number): number {
    const mask = this.#slots.length - 1
    let hash = Math.imul(from, 0x9e3779b1) ^ Math.imul(to + 0x7f4a7c15, 0x85ebca6b)
    hash ^= hash >>> 15
    let slot = hash & mask
    for (;;) {
      const pair = this.#slots[slot]!
      if (pair < 0 || (this.from[pair] === from && this.to[pair] === to)) return slot
      slot = (slot + 1) & mask
    }
  }

  #grow(): void {
    this.#slots = new Int32Array(2 * this.#slots.length).fill(-1)
    for (let pair = 0; pair < this.from.length; pair++)
      this.#slots[this.#slotOf(this.from[pair]!, this.to[pair]!)] = pair
  }
}
