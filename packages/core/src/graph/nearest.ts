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

/** Texts that are asked for, in order: what was found for each, and 1 where it is known that nothing is within two edits. */
interface Asked {
  readonly texts: readonly string[]
  readonly found: (string | undefined)[]
  readonly isFar: Uint8Array
}

const compareUnits = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

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
    const asked: Asked = { texts: [text], found: [undefined], isFar: new Uint8Array(1) }
    if (this.#candidates.length > 0) this.#findByPrefix(asked)
    return asked.found[0]
  }

  /**
   * What each of many texts was meant to be. What is up to two edits away is found for every one of them, in some microseconds: see
   * `nearTexts`. What is further is looked for in a tree, for as much effort as all these may take together: a place of the tree that is
   * looked at, some 0.2 µs, is one. Each text gets an equal share, and what some leave goes to those that did not get to their end with
   * theirs; where the shares would be too small to find anything, the first texts by code units get enough, and the last none. The order of
   * the texts does not matter.
   * @returns by text, undefined for those that nothing is near, or that the effort did not suffice for.
   */
  nearestOf(texts: readonly string[], effort: number): (string | undefined)[] {
    const order = Array.from(texts.keys()).sort((one, other) => compareUnits(texts[one]!, texts[other]!))
    const asked: string[] = []
    const indexOf = new Uint32Array(texts.length)
    for (const i of order) {
      if (asked.at(-1) !== texts[i]) asked.push(texts[i]!)
      indexOf[i] = asked.length - 1
    }
    const found = asked.length === 0 || this.#candidates.length === 0 ? [] : this.#find(asked, effort)
    return Array.from(indexOf, (i) => found[i])
  }

  /** @param texts sorted, each once. */
  #find(texts: readonly string[], effort: number): (string | undefined)[] {
    const asked: Asked = {
      texts,
      found: texts.map(() => undefined),
      isFar: new Uint8Array(texts.length),
    }
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
      else if (near) found[text] = this.#asWritten(near)
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
      if (nearest[i]! >= 0) found[text] = candidates.at(nearest[i]!)
      else open.push(text)
      if (edits === 2 && isCut[i] === 0) isFar[text] = 1
    }
    return open
  }

  #findBeyond({ texts, found, isFar }: Asked, effort: number): void {
    let open = Array.from(texts.keys()).filter((text) => found[text] === undefined)
    let left = effort
    for (let before = 0; open.length > 0;) {
      const share = Math.max(LEAST_SHARE, Math.floor(left / open.length))
      if (share < before * WORTHWHILE) break
      const cut: number[] = []
      for (const text of open) {
        if (left < share) break
        const { near, spent, isCut } = this.#search(texts[text]!, share, isFar[text] === 1 ? 2 : -1)
        left -= spent
        if (near !== undefined) found[text] = near
        else if (isCut) cut.push(text)
      }
      open = cut
      before = share
    }
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
