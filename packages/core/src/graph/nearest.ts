import { fold } from '../resolve/fold.ts'
import { nearestInTrie } from './nearest-in-trie.ts'
import { buildTextTrie, type TextTrie } from './text-trie.ts'

/** The form in which texts are compared: what people take for the same is the same. */
export const nearKey = (text: string): string => fold(text.trim())

/** How many edits (of a UTF-16 unit each) may lie between a text with this key and what it was meant to be. */
export const allowedEdits = (key: string): number => Math.max(2, Math.floor(key.length / 3))

/**
 * Finds what a text was meant to be among a million others. Nothing is built before the first question: most runs ask
 * none. Measured with 1,000,000 ids of 31 to 50 characters on one core: 0.5 to 2 s to build (the ids in any order), 60 MB to keep;
 * then 0.03 to 0.2 ms for one or two slips, as much for what is like nothing here. What is far from all and still close to
 * many takes 1 to 20 ms, and random ids (UUIDs), which share nothing that would help, 250 to 500 ms: see `effort`.
 */
export class NearestIndex {
  #candidates: Iterable<string> | undefined
  #trie: TextTrie | undefined
  /** By rank, the texts as they are written, where some differ from their keys. */
  #written: readonly string[] = []
  readonly #effort: number

  /**
   * @param candidates read at the first question, then let go.
   * @param effort for those who ask very often: how many places of the index (about 0.2 µs each) a question may look at. One that
   * needs more is answered with undefined, whatever was asked before it. No limit where it is not given.
   */
  constructor(candidates: Iterable<string>, effort = Infinity) {
    this.#candidates = candidates
    this.#effort = effort
  }

  /**
   * The candidate that is equal to `text` after folding, else the one with the smallest edit distance on the folded form,
   * at most a third of its length (2 are always allowed). The smallest one, by code units, among several.
   */
  nearest(text: string): string | undefined {
    const key = nearKey(text)
    const near = nearestInTrie((this.#trie ??= this.#build()), key, allowedEdits(key), this.#effort)
    return near && (this.#written[near.rank] ?? near.text)
  }

  #build(): TextTrie {
    const texts = [...this.#candidates!]
    this.#candidates = undefined
    const keys = texts.map(nearKey)
    if (keys.every((key, i) => key === texts[i])) return buildTextTrie(keys.sort(), (rank) => rank)
    this.#written = texts.sort()
    const ranks = new Map<string, number>()
    for (const [rank, text] of texts.entries()) {
      const key = nearKey(text)
      if (!ranks.has(key)) ranks.set(key, rank)
    }
    const distinct = [...ranks.keys()].sort()
    return buildTextTrie(distinct, (i) => ranks.get(distinct[i]!)!)
  }
}
