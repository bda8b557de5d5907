import { nearByPrefix } from './near-by-prefix.ts'
import { nearTexts } from './near-texts.ts'
import { TrieSearch, type Searched } from './nearest-in-trie.ts'
import {
  compareUnits,
  nearKey,
  inOrderOf,
  textsOf,
  unitsOfKeys,
  type Texts,
  type TextUnits,
} from './text-units.ts'
import { buildTextTrie, type TextTrie } from './text-trie.ts'

/** How many edits (of a UTF-16 unit each) may lie between a text with this key and what it was meant to be. */
export const allowedEdits = (key: string): number => Math.max(2, Math.floor(key.length / 3))

/** What finds most slips of three letters among a million ids. */
const LEAST_SHARE = 500

/** As many times its last share a text must get to be searched once more, from the beginning. */
const WORTHWHILE = 2

/** Stands for no candidate. */
const NONE = -1

/** Texts that are asked for, in order: the candidate that was found for each, and 1 where it is known that nothing is within two edits. */
interface Asked {
  readonly texts: readonly string[]
  readonly found: Int32Array
  readonly isFar: Uint8Array
}

/**
 * Finds what texts were meant to be among a million others: the one that is equal after folding, else the one with the smallest edit
 * distance on the folded form, at most a third of the length (2 are always allowed); of several the smallest, by code units. Nothing is
 * built before the first question: most runs ask none.
 */
export class NearestIndex {
  readonly #candidates: Texts
  #units: TextUnits | undefined
  #trie: TextTrie | undefined
  #trieSearch: TrieSearch | undefined
  /** The candidates by rank: in the order of their code units, as they are written. */
  #byRank: Uint32Array = new Uint32Array(0)

  /** @param candidates must give the same text for a number whenever it is asked. */
  constructor(candidates: Texts) {
    this.#candidates = candidates
  }

  /** What one text was meant to be, whatever it takes. */
  nearest(text: string): string | undefined {
    return this.#textOf(this.#search(text, Infinity).near)
  }

  /**
   * What one text was meant to be where that is found in some microseconds: no more than two edits away, and not among too many that begin
   * like it. `nearestOf` then gives the same, whatever else it is asked for.
   */
  nearestAtOnce(text: string): string | undefined {
    const asked = askedFor([text])
    if (this.#candidates.length > 0) this.#findByPrefix(asked)
    return this.#textOf(asked.found[0]!)
  }

  /**
   * What each of many texts was meant to be. What is up to two edits away is found for every one of them, in some microseconds: see
   * `nearTexts`. What is further is looked for in a tree, for as much effort as all these may take together: a place of the tree that is
   * looked at, some 0.2 µs, is one. Each text gets an equal share, and what some leave goes to those that did not get to their end with
   * theirs; where the shares would be too small to find anything, the first texts by code units get enough, and the last none. The order of
   * the texts does not matter.
   * @returns by text the number of the candidate; -1 where nothing is near, or the effort did not suffice.
   */
  nearestOf(texts: Texts, effort: number): Int32Array {
    const sorted: string[] = []
    const indexOf = new Uint32Array(texts.length)
    const { sorted: all, numbers } = inOrderOf(texts)
    for (const [at, text] of all.entries()) {
      if (text !== sorted.at(-1)) sorted.push(text)
      indexOf[numbers[at]!] = sorted.length - 1
    }
    const found = this.#find(sorted, effort)
    return Int32Array.from(indexOf, (i) => found[i]!)
  }

  /** @param texts sorted, each once. */
  #find(texts: readonly string[], effort: number): Int32Array {
    const asked = askedFor(texts)
    if (texts.length === 0 || this.#candidates.length === 0) return asked.found
    let cut = this.#findByPrefix(asked)
    for (const edits of [1, 2] as const) cut = this.#findWithin(edits, cut, asked)
    this.#findBeyond(asked, effort)
    return asked.found
  }

  /** @returns the texts of which it is not known whether something is within two edits. */
  #findByPrefix({ texts, found, isFar }: Asked): number[] {
    const trie = (this.#trie ??= this.#build())
    const keys = texts.map(nearKey)
    const order = Array.from(keys.keys())
    if (keys.some((key, i) => key !== texts[i]))
      order.sort((one, other) => compareUnits(keys[one]!, keys[other]!))
    const cut: number[] = []
    let next = 0
    for (const { near, isCut } of nearByPrefix(
      trie,
      order.map((i) => keys[i]!),
    )) {
      const text = order[next++]!
      if (isCut) cut.push(text)
      else if (near >= 0) found[text] = this.#byRank[near]!
      else isFar[text] = 1
    }
    return cut
  }

  /** @returns the texts that nothing was found for. */
  #findWithin(edits: 1 | 2, cut: readonly number[], { texts, found, isFar }: Asked): number[] {
    if (cut.length === 0) return []
    const candidates = this.#candidates
    const isBefore = (one: number, other: number): boolean => candidates.at(one) < candidates.at(other)
    this.#units ??= unitsOfKeys(candidates)
    const asked = unitsOfKeys(textsOf(cut.map((text) => texts[text]!)))
    const { nearest, isCut } = nearTexts(edits, this.#units, asked, isBefore)
    const open: number[] = []
    for (const [i, text] of cut.entries()) {
      if (nearest[i]! >= 0) found[text] = nearest[i]!
      else open.push(text)
      if (edits === 2 && isCut[i] === 0) isFar[text] = 1
    }
    return open
  }

  #findBeyond({ texts, found, isFar }: Asked, effort: number): void {
    let open = Array.from(texts.keys()).filter((text) => found[text] === NONE)
    let left = effort
    for (let before = 0; open.length > 0;) {
      const share = Math.max(LEAST_SHARE, Math.floor(left / open.length))
      if (share < before * WORTHWHILE) break
      const cut: number[] = []
      for (const text of open) {
        if (left < share) break
        const { near, spent, isCut } = this.#search(texts[text]!, share, isFar[text] === 1 ? 2 : -1)
        left -= spent
        if (near >= 0) found[text] = near
        else if (isCut) cut.push(text)
      }
      open = cut
      before = share
    }
  }

  #search(text: string, effort: number, beyond = -1): Omit<Searched, 'near'> & { readonly near: number } {
    const key = nearKey(text)
    const most = allowedEdits(key)
    if (beyond >= most) return { near: NONE, spent: 0, isCut: false }
    this.#trieSearch ??= new TrieSearch((this.#trie ??= this.#build()))
    const { near, spent, isCut } = this.#trieSearch.nearest(key, most, effort, beyond)
    return { near: near ? this.#byRank[near.rank]! : NONE, spent, isCut }
  }

  #textOf(candidate: number): string | undefined {
    return candidate < 0 ? undefined : this.#candidates.at(candidate)
  }

  #build(): TextTrie {
    const { sorted: texts, numbers } = inOrderOf(this.#candidates)
    this.#byRank = numbers
    const keys = texts.map(nearKey)
    if (keys.every((key, rank) => key === texts[rank])) return buildTextTrie(keys, (rank) => rank)
    const ranks = new Map<string, number>()
    for (const [rank, key] of keys.entries()) if (!ranks.has(key)) ranks.set(key, rank)
    const distinct = [...ranks.keys()].sort()
    return buildTextTrie(distinct, (i) => ranks.get(distinct[i]!)!)
  }
}

const askedFor = (texts: readonly string[]): Asked => ({
  texts,
  found: new Int32Array(texts.length).fill(NONE),
  isFar: new Uint8Array(texts.length),
})
