/** How many pieces a text is cut into, by the number of edits. */
const PIECES = { 1: 12, 2: 8 } as const

const BASE = 0x01000193
const finish = (hash: number): number => {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

/**
 * Tells texts that are one or two edits apart by equal hashes. A text is cut into a fixed number of pieces; an edit spoils one of them,
 * and moves what is behind it by a unit at most. So whatever the edits are, there are pieces without which the text is in the other one:
 * the one has a hash for each choice of pieces to leave out, the other one for each choice and each way in which the rest may have moved.
 * An equal hash is a hint only. The work for a text is of the order of its length, and some 300 hashes.
 */
export class PieceHashes {
  /** How many hashes an asked text has at most. */
  readonly most: number
  readonly #edits: 1 | 2
  /** The hash of the text up to each unit, and what a hash is multiplied by to move over as many units. */
  #upTo: Int32Array
  #powers: Int32Array
  readonly #hashes: Int32Array
  /** By length. */
  readonly #cuts: Int32Array[] = []
  #count = 0

  constructor(edits: 1 | 2) {
    this.#edits = edits
    this.most = edits === 1 ? PIECES[1] * 3 : PIECES[2] * 5 + ((PIECES[2] * (PIECES[2] - 1)) / 2) * 9
    this.#upTo = new Int32Array(1)
    this.#powers = Int32Array.of(1)
    this.#hashes = new Int32Array(this.most)
  }

  /** The hashes of a text that is looked for: a view, written anew for the next one. */
  ofKnown(units: ArrayLike<number>, start: number, end: number): Int32Array {
    const length = this.#take(units, start, end)
    const pieces = PIECES[this.#edits]
    for (let first = 0; first < pieces; first++)
      for (let second = first; second < (this.#edits === 1 ? first + 1 : pieces); second++)
        this.#push(length, length, first, second, 0, 0)
    return this.#hashes.subarray(0, this.#count)
  }

  /** The hashes of which a text that is so near has one: a view, written anew for the next one. */
  ofAsked(units: ArrayLike<number>, start: number, end: number): Int32Array {
    const length = this.#take(units, start, end)
    const edits = this.#edits
    const pieces = PIECES[edits]
    for (let first = 0; first < pieces; first++) {
      for (let moved = -edits; moved <= edits; moved++)
        this.#push(length, length - moved, first, first, moved, moved)
      for (let second = first + 1; edits === 2 && second < pieces; second++)
        for (let between = -1; between <= 1; between++)
          for (let behind = between - 1; behind <= between + 1; behind++)
            this.#push(length, length - behind, first, second, between, behind)
    }
    return this.#hashes.subarray(0, this.#count)
  }

  #take(units: ArrayLike<number>, start: number, end: number): number {
    const length = end - start
    if (length >= this.#upTo.length) this.#reserve(length)
    const upTo = this.#upTo
    for (let i = 0; i < length; i++) upTo[i + 1] = (Math.imul(upTo[i]!, BASE) + units[start + i]! + 1) | 0
    this.#count = 0
    return length
  }

  #reserve(length: number): void {
    this.#upTo = new Int32Array(length * 2 + 1)
    this.#powers = new Int32Array(length * 2 + 1)
    this.#powers[0] = 1
    for (let i = 1; i < this.#powers.length; i++) this.#powers[i] = Math.imul(this.#powers[i - 1]!, BASE)
  }

  /**
   * The hash of this text without two pieces of the one that is known.
   * @param known the length of that.
   * @param between @param behind by how much what stands between the pieces, and behind them, is further on here.
   */
  #push(length: number, known: number, first: number, second: number, between: number, behind: number): void {
    if (known < 0) return
    const cuts = this.#cutsOf(known)
    const end = cuts[first + 1]! + between
    const nextStart = first === second ? end : cuts[second]! + between
    const nextEnd = first === second ? end : cuts[second + 1]! + behind
    if (end < cuts[first]! || nextEnd < nextStart) return
    let hash = Math.imul(known * 256 + first * 16 + second, 0x9e3779b1) ^ this.#upTo[cuts[first]!]!
    hash = Math.imul(hash, 0x85ebca6b) ^ this.#between(end, nextStart)
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35) ^ this.#between(nextEnd, length)
    this.#hashes[this.#count++] = finish(hash)
  }

  /** Where the pieces of a text of a length begin, and where the last one ends. */
  #cutsOf(length: number): Int32Array {
    const known = this.#cuts[length]
    if (known) return known
    const pieces = PIECES[this.#edits]
    const cuts = Int32Array.from({ length: pieces + 1 }, (_, piece) => Math.floor((piece * length) / pieces))
    return (this.#cuts[length] = cuts)
  }

  #between(start: number, end: number): number {
    return (this.#upTo[end]! - Math.imul(this.#upTo[start]!, this.#powers[end - start]!)) | 0
  }
}
