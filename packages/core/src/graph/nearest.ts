import { fold } from '../resolve/fold.ts'
import { nearestInTrie } from './nearest-in-trie.ts'
import { buildTextTrie, type TextTrie } from './text-trie.ts'

/** The form in which texts are compared: what people take for the same is the same. */
export const nearKey = (text: string): string => fold(text.trim())

/** How many edits (of a UTF-16 unit each) may lie between a text with this key and what it was meant to be. */
export const allowedEdits = (key: string): number => Math.max(2, Math.floor(key.length / 3))

/** What finds most slips of one letter among a million ids. */
const LEAST_SHARE = 500

/** As many times its last share a text must get to be searched once more, from the beginning. */
const WORTHWHILE = 2

/**
 * Finds what a text was meant to be among a million others. Nothing is built before the first question: most runs ask
 * none. Measured with 1,000,000 ids of 31 to 50 characters on one core: 0.5 to 2 s to build (the ids in any order), 60 MB to keep;
 * then 0.03 to 0.2 ms for one or two slips, as much for what is like nothing here. What is far from all and still close to
 * many takes 1 to 20 ms, and random ids (UUIDs), which share nothing that would help, 250 to 500 ms: see `nearestOf`.
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
    return this.#search(text, Infinity).near
  }

  /**
   * The nearest of many texts, for as much effort as all may take together: a place of the index that is looked at, some 0.2 µs, is one.
   * Each text gets an equal share, and what some leave goes to those that did not get to their end with theirs. Where the shares would be
   * too small to find anything, the first texts by code units get enough, and the last none: the order of the texts does not matter.
   * @returns by text, without those that nothing is near, or that the effort did not suffice for.
   */
  nearestOf(texts: Iterable<string>, effort: number): Map<string, string> {
    const found = new Map<string, string>()
    let open = [...new Set(texts)].sort()
    let left = effort
    for (let before = 0; open.length > 0;) {
      const share = Math.max(LEAST_SHARE, Math.floor(left / open.length))
      if (share < before * WORTHWHILE) break
      const cut: string[] = []
      for (const text of open) {
        if (left < share) break
        const { near, spent, isCut } = this.#search(text, share)
        left -= spent
        if (near !== undefined) found.set(text, near)
        else if (isCut) cut.push(text)
      }
      open = cut
      before = share
    }
    return found
  }

  #search(text: string, effort: number): { near: string | undefined; spent: number; isCut: boolean } {
    const key = nearKey(text)
    const { near, ...cost } = nearestInTrie((this.#trie ??= this.#build()), key, allowedEdits(key), effort)
    return { near: near && (this.#written[near.rank] ?? near.text), ...cost }
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
