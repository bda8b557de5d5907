/** More than any distance. */
const FAR = 1 << 29

/**
 * The rows of the edit distance table (Levenshtein, in UTF-16 code units) between one wanted text and the texts of a tree:
 * cell `j` of a level's row is the distance between the first `j` wanted units and the text that leads to that level. Only
 * the cells that may still end within the limit are kept, `firsts[level]` to `lasts[level]`. Source: Ukkonen 1985,
 * doi:10.1016/S0019-9958(85)80046-2.
 */
export class EditRows {
  #wanted: Uint16Array = new Uint16Array(0)
  #stride = 1
  #cells = new Int32Array(1 << 10)
  #firsts = new Int32Array(16)
  #lasts = new Int32Array(16)

  /** @param wanted is not copied. */
  begin(wanted: Uint16Array): void {
    this.#wanted = wanted
    this.#stride = wanted.length + 1
    if (this.#stride * this.#firsts.length > this.#cells.length) this.#makeRoom(this.#firsts.length)
  }

  get wanted(): Uint16Array {
    return this.#wanted
  }

  /** The row of the empty text, at level 0. */
  start(limit: number): void {
    this.#firsts[0] = 0
    this.#lasts[0] = Math.min(this.#wanted.length, limit)
    for (let j = 0; j <= this.#lasts[0]; j++) this.#cells[j] = j
  }

  firstOf(level: number): number {
    return this.#firsts[level]!
  }

  lastOf(level: number): number {
    return this.#lasts[level]!
  }

  at(level: number, j: number): number {
    return this.#cells[level * this.#stride + j]!
  }

  /** The distance of the whole wanted text, if it is among the cells kept. */
  distanceAt(level: number): number {
    return this.#lasts[level] === this.#wanted.length ? this.at(level, this.#wanted.length) : FAR
  }

  /** Makes the row of the next level equal to that of `level`. */
  copyDown(level: number): void {
    const from = level * this.#stride
    const to = from + this.#stride
    if (level + 2 > this.#firsts.length) this.#makeRoom(this.#firsts.length * 2)
    const first = (this.#firsts[level + 1] = this.#firsts[level]!)
    const last = (this.#lasts[level + 1] = this.#lasts[level]!)
    for (let j = first; j <= last; j++) this.#cells[to + j] = this.#cells[from + j]!
  }

  /**
   * Moves a row on by one unit, in place.
   * @param fewest @param most how many units may follow in the texts ahead.
   * @returns whether any cell may still end within `limit`.
   */
  step(level: number, unit: number, limit: number, fewest: number, most: number): boolean {
    const cells = this.#cells
    const wanted = this.#wanted
    const length = wanted.length
    const row = level * this.#stride
    let first = this.#firsts[level]!
    let last = this.#lasts[level]!
    let diagonal = FAR
    let left = FAR
    let j = first
    if (j === 0) {
      diagonal = cells[row]!
      left = cells[row] = diagonal + 1
      j = 1
    }
    for (; j <= last; j++) {
      const up = cells[row + j]!
      const changed = wanted[j - 1] === unit ? diagonal : diagonal + 1
      const added = up < left ? up + 1 : left + 1
      left = cells[row + j] = changed < added ? changed : added
      diagonal = up
    }
    if (j <= length) {
      const changed = wanted[j - 1] === unit ? diagonal : diagonal + 1
      left = cells[row + j] = changed <= left ? changed : left + 1
      last = j
      while (left < limit && last < length) cells[row + ++last] = ++left
    }
    while (first <= last && cells[row + first]! + Math.max(0, length - first - most) > limit) first++
    while (last >= first && cells[row + last]! + Math.max(0, fewest - (length - last)) > limit) last--
    this.#firsts[level] = first
    this.#lasts[level] = last
    return first <= last
  }

  #makeRoom(levels: number): void {
    const grown = (old: Int32Array, length: number): Int32Array<ArrayBuffer> => {
      const larger = new Int32Array(Math.max(length, old.length))
      larger.set(old)
      return larger
    }
    this.#cells = grown(this.#cells, levels * this.#stride)
    this.#firsts = grown(this.#firsts, levels)
    this.#lasts = grown(this.#lasts, levels)
  }
}
