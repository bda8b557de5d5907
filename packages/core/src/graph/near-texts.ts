import { editsBetween } from './edits-between.ts'
import { PieceHashes } from './piece-hashes.ts'
import type { TextUnits } from './text-units.ts'

/**
 * How many known texts one asked text is compared with at most. Only what is like very many others comes near it: then some of these are
 * not looked at. Whole lists are left out, so that the order of texts does not matter.
 */
const MOST_COMPARED = 2000

const NONE = -1

/** What was found for each asked text. */
export interface NearTexts {
  /** The index of the known text that is nearest, or -1. */
  readonly nearest: Int32Array
  /** 1 where some were not compared. */
  readonly isCut: Uint8Array
}

/**
 * The known texts that are no more than one or two edits of a unit away, for very many texts at once: the nearest of each, and of equally
 * near ones the first by `isBefore`. O(n) hashes of the known and of the asked texts; a filter of the asked ones' hashes keeps what is
 * held small.
 */
export function nearTexts(
  edits: 1 | 2,
  known: TextUnits,
  asked: TextUnits,
  isBefore: (one: number, other: number) => boolean,
): NearTexts {
  const count = asked.starts.length - 1
  const hashes = new PieceHashes(edits)
  const shared = new SharedHashes(hashes, known, filterOf(hashes, asked))
  const nearest = new Int32Array(count).fill(NONE)
  const isCut = new Uint8Array(count)
  for (let text = 0; text < count; text++) {
    const start = asked.starts[text]!
    const end = asked.starts[text + 1]!
    let least = edits + 1
    let compared = 0
    for (const hash of hashes.ofAsked(asked.units, start, end)) {
      const like = shared.with(hash)
      compared += like
      if (compared > MOST_COMPARED) {
        isCut[text] = 1
        break
      }
      for (let i = 0; i < like; i++) {
        const candidate = shared.found[i]!
        if (candidate === nearest[text]) continue
        const [from, to] = [known.starts[candidate]!, known.starts[candidate + 1]!]
        const distance = editsBetween(asked.units, start, end, known.units, from, to, Math.min(least, edits))
        if (distance > least || distance > edits) continue
        if (distance === least && !isBefore(candidate, nearest[text]!)) continue
        least = distance
        nearest[text] = candidate
      }
    }
  }
  return { nearest, isCut }
}

/** Tells most hashes that are not among some, by a bit for each of these among eight. Source: Bloom 1970, doi:10.1145/362686.362692. */
class HashFilter {
  readonly #words: Int32Array
  readonly #mask: number

  /** @param count of hashes, at most. */
  constructor(count: number) {
    let size = 1 << 10
    while (size < Math.min(2 ** 31, count * 8)) size *= 2
    this.#words = new Int32Array(size / 32)
    this.#mask = size - 1
  }

  add(hash: number): void {
    this.#words[(hash & this.#mask) >>> 5]! |= 1 << (hash & 31)
  }

  mayHave(hash: number): boolean {
    return ((this.#words[(hash & this.#mask) >>> 5]! >>> (hash & 31)) & 1) === 1
  }
}

/** The hashes that the asked texts may have. */
function filterOf(hashes: PieceHashes, { units, starts }: TextUnits): HashFilter {
  const filter = new HashFilter(starts.length * hashes.most)
  for (let text = 0; text + 1 < starts.length; text++)
    for (const hash of hashes.ofAsked(units, starts[text]!, starts[text + 1]!)) filter.add(hash)
  return filter
}

/** The known texts by those of their hashes that are wanted. */
class SharedHashes {
  readonly #starts: Uint32Array
  readonly #hashes: Int32Array
  readonly #texts: Uint32Array
  readonly #mask: number
  readonly #present: HashFilter
  /** What was found last. */
  readonly found: number[] = []

  constructor(hashes: PieceHashes, { units, starts }: TextUnits, wanted: HashFilter) {
    let kept = new Int32Array(1 << 10)
    let length = 0
    for (let text = 0; text + 1 < starts.length; text++)
      for (const hash of hashes.ofKnown(units, starts[text]!, starts[text + 1]!)) {
        if (!wanted.mayHave(hash)) continue
        if (length === kept.length) {
          const larger = new Int32Array(length * 2)
          larger.set(kept)
          kept = larger
        }
        kept[length++] = hash
        kept[length++] = text
      }
    let size = 1 << 8
    while (size < length / 2) size *= 2
    this.#mask = size - 1
    this.#present = new HashFilter(length / 2)
    this.#starts = new Uint32Array(size + 1)
    for (let i = 0; i < length; i += 2) {
      this.#present.add(kept[i]!)
      this.#starts[(kept[i]! & this.#mask) + 1]!++
    }
    for (let slot = 0; slot < size; slot++) this.#starts[slot + 1]! += this.#starts[slot]!
    const next = this.#starts.slice()
    this.#hashes = new Int32Array(length / 2)
    this.#texts = new Uint32Array(length / 2)
    for (let i = 0; i < length; i += 2) {
      const at = next[kept[i]! & this.#mask]!++
      this.#hashes[at] = kept[i]!
      this.#texts[at] = kept[i + 1]!
    }
  }

  /** Puts the texts with a hash into `found`, and says how many there are. */
  with(hash: number): number {
    if (!this.#present.mayHave(hash)) return 0
    const slot = hash & this.#mask
    let count = 0
    for (let at = this.#starts[slot]!; at < this.#starts[slot + 1]!; at++)
      if (this.#hashes[at] === hash) this.found[count++] = this.#texts[at]!
    return count
  }
}
