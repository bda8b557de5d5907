import { nearByPrefix } from './near-by-prefix.ts'
import { nearTexts } from './near-texts.ts'
import { TrieSearch, type Searched } from './nearest-in-trie.ts'
import { nearKey, textsOf, unitsOfKeys, type Texts, type TextUnits } from './text-units.ts'
import { buildTextTrie, type TextTrie } from './text-trie.ts'

/** How many edits (of a UTF-16 unit each) may lie between a text with this key and what it was meant to be. */
export const allowedEdits = (key: string): number => Math.max(2, Math.floor(key.length / 3))

/** What finds most slips of three letters among a million ids. */
const LEAST_SHARE = 500

/** As many times its last share a text must get to be searched once more, from the beginning. */
const WORTHWHILE = 2

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
  /** By rank, the texts as they are written, where some differ from their keys. */
  #written: readonly string[] = []

  /** @param candidates must give the same text for a number whenever it is asked. */
  constructor(candidates: Texts) {
    this.#candidates = candidates
  }

  /** What one text was meant to be, whatever it takes. */
  nearest(text: string): string | undefined {
    return this.#search(text, Infinity).near
  }

  /**
   * What one text was meant to be where that is found in some microseconds: no more than two edits away, and not among too many that begin
   * like it. `nearestOf` then gives the same, whatever else it is asked for.
   */
  nearestAtOnce(text: string): string | undefined {
    const found = new Map<string, string>()
    if (this.#candidates.length > 0) this.#findByPrefix([text], found, new Set())
    return found.get(text)
  }

  /**
   * What each of many texts was meant to be. What is up to two edits away is found for every one of them, in some microseconds: see
   * `nearTexts`. What is further is looked for in a tree, for as much effort as all these may take together: a place of the tree that is
   * looked at, some 0.2 µs, is one. Each text gets an equal share, and what some leave goes to those that did not get to their end with
   * theirs; where the shares would be too small to find anything, the first texts by code units get enough, and the last none. The order of
   * the texts does not matter.
   * @returns by text, without those that nothing is near, or that the effort did not suffice for.
   */
  nearestOf(texts: Iterable<string>, effort: number): Map<string, string> {
    const found = new Map<string, string>()
    const all = [...new Set(texts)].sort()
    if (all.length === 0 || this.#candidates.length === 0) return found
    /** Those of which it is known that nothing is within two edits. */
    const isFar = new Set<string>()
    let cut = this.#findByPrefix(all, found, isFar)
    for (const edits of [1, 2] as const) cut = this.#findWithin(edits, cut, found, isFar)
    const open = found.size === all.length ? [] : all.filter((text) => !found.has(text))
    return this.#findBeyond(open, effort, found, isFar)
  }

  /** @returns the texts of which it is not known whether something is within two edits. */
  #findByPrefix(texts: readonly string[], found: Map<string, string>, isFar: Set<string>): string[] {
    const trie = (this.#trie ??= this.#build())
    const keys = texts.map(nearKey)
    const order = Array.from(keys.keys())
    if (keys.some((key, i) => key !== texts[i]))
      order.sort((one, other) => (keys[one]! < keys[other]! ? -1 : keys[one]! > keys[other]! ? 1 : 0))
    const cut: string[] = []
    let next = 0
    for (const { near, isCut } of nearByPrefix(
      trie,
      order.map((i) => keys[i]!),
    )) {
      const text = texts[order[next++]!]!
      if (isCut) cut.push(text)
      else if (near) found.set(text, this.#asWritten(near))
      else isFar.add(text)
    }
    return cut
  }

  /** @returns the texts that nothing was found for. */
  #findWithin(
    edits: 1 | 2,
    texts: readonly string[],
    found: Map<string, string>,
    isFar: Set<string>,
  ): string[] {
    if (texts.length === 0) return []
    const candidates = this.#candidates
    const isBefore = (one: number, other: number): boolean => candidates.at(one) < candidates.at(other)
    this.#units ??= unitsOfKeys(candidates)
    const asked = unitsOfKeys(textsOf(texts))
    const { nearest, isCut } = nearTexts(edits, this.#units, asked, isBefore)
    const open: string[] = []
    for (const [i, text] of texts.entries()) {
      if (nearest[i]! >= 0) found.set(text, candidates.at(nearest[i]!))
      else open.push(text)
      if (edits === 2 && isCut[i] === 0) isFar.add(text)
    }
    return open
  }

  #findBeyond(
    texts: string[],
    effort: number,
    found: Map<string, string>,
    isFar: ReadonlySet<string>,
  ): Map<string, string> {
    let open = texts
    let left = effort
    for (let before = 0; open.length > 0;) {
      const share = Math.max(LEAST_SHARE, Math.floor(left / open.length))
      if (share < before * WORTHWHILE) break
      const cut: string[] = []
      for (const text of open) {
        if (left < share) break
        const { near, spent, isCut } = this.#search(text, share, isFar.has(text) ? 2 : -1)
        left -= spent
        if (near !== undefined) found.set(text, near)
        else if (isCut) cut.push(text)
      }
      open = cut
      before = share
    }
    return found
  }

  #search(
    text: string,
    effort: number,
    beyond = -1,
  ): Omit<Searched, 'near'> & { readonly near: string | undefined } {
    const key = nearKey(text)
    const most = allowedEdits(key)
    if (beyond >= most) return { near: undefined, spent: 0, isCut: false }
    this.#trieSearch ??= new TrieSearch((this.#trie ??= this.#build()))
    const { near, spent, isCut } = this.#trieSearch.nearest(key, most, effort, beyond)
    return { near: near && this.#asWritten(near), spent, isCut }
  }

  #asWritten({ rank, text }: { readonly rank: number; readonly text: string }): string {
    return this.#written[rank] ?? text
  }

  #build(): TextTrie {
    const texts = Array.from({ length: this.#candidates.length }, (_, i) => this.#candidates.at(i))
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
