import { fold } from '../resolve/fold.ts'
import { nearestInTrie } from './nearest-in-trie.ts'
import { buildTextTrie, type TextTrie } from './text-trie.ts'

/** The form in which texts are compared: what people take for the same is the same. */
export const nearKey = (text: string): string => fold(text.trim())

/** How many edits (of a UTF-16 unit each) may lie between a text with this key and what it was meant to be. */
export const allowedEdits = (key: string): number => Math.max(2, Math.floor(key.length / 3))

/**
 * Finds what a text was meant to be among a million others. Nothing is built before the first question: most runs ask
 * none. Building takes time O(n log n) and then about 100 bytes a text, fewer where texts begin alike.
 */
export class NearestIndex {
  #candidates: Iterable<string> | undefined
  #trie: TextTrie | undefined
  /** By rank, the texts as they are written, where some differ from their keys. */
  #written: readonly string[] = []

  /** @param candidates read at the first question, then let go. */
  constructor(candidates: Iterable<string>) {
    this.#candidates = candidates
  }

  /**
   * The candidate that is equal to `text` after folding, else the one with the smallest edit distance on the folded form,
   * at most a third of its length (2 are always allowed). The smallest one, by code units, among several.
   */
  nearest(text: string): string | undefined {
    const key = nearKey(text)
    const near = nearestInTrie((this.#trie ??= this.#build()), key, allowedEdits(key))
    return near && (this.#written[near.rank] ?? near.text)
  }

  #build(): TextTrie {
    const texts = [...this.#candidates!]
    this.#candidates = undefined
    const keys = texts.map(nearKey)
    if (keys.every((key, i) => key === texts[i])) {
      const distinct = sorted(keys)
      return buildTextTrie(distinct, (i) => i)
    }
    this.#written = sorted(texts)
    const ranks = new Map<string, number>()
    for (const [rank, text] of this.#written.entries()) {
      const key = nearKey(text)
      if (!ranks.has(key)) ranks.set(key, rank)
    }
    const distinct = sorted([...ranks.keys()])
    return buildTextTrie(distinct, (i) => ranks.get(distinct[i]!)!)
  }
}

/** In the order of code units, each once. Sorts the array that it is given. */
const sorted = (texts: string[]): string[] => texts.sort().filter((text, i) => i === 0 || text !== texts[i - 1])
