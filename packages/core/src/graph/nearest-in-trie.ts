import { EditRows } from './edit-rows.ts'
import { PAIR_WORDS, pairBit, type TextTrie } from './text-trie.ts'

export interface Near {
  readonly rank: number
  readonly distance: number
}

/** How a search came out. */
export interface Searched {
  readonly near: Near | undefined
  /** How many nodes were looked at. */
  readonly spent: number
  /** Whether the effort did not suffice: then there may be something near that was not found. */
  readonly isCut: boolean
}

/** Looks for wanted texts in a tree, one after the other. */
export class TrieSearch {
  readonly #trie: TextTrie
  readonly #rows = new EditRows()
  #units = new Uint16Array(1 << 8)
  /** Of every two neighbouring wanted units the bit that stands for them. */
  #pairBits = new Uint32Array(1 << 8)
  #effort = 0
  /** At so many nodes until now. */
  #looked = 0
  /** By level: the node to look at next, the end of the nodes at this level, and the length of the text that leads here. */
  readonly #next: number[] = []
  readonly #stop: number[] = []
  readonly #depth: number[] = []

  constructor(trie: TextTrie) {
    this.#trie = trie
  }

  /**
   * The text of the tree that is the fewest edits away from `wanted`, the one with the smallest rank among several, or
   * undefined where none is within `most` edits. The work grows steeply with the distance, so it goes in rounds: 0, 1, 2, 4,
   * 7… edits, until one finds something.
   * @param effort how many nodes to look at before giving up.
   * @param beyond up to how many edits there is nothing, as is known already.
   */
  nearest(wanted: string, most: number, effort: number, beyond = -1): Searched {
    this.#begin(wanted, effort)
    for (
      let below = beyond + 1, limit = Math.min(most, below + (below >> 1));
      ;
      below = limit + 1, limit = Math.min(most, limit + 1 + (limit >> 1))
    ) {
      const near = this.#within(limit, below)
      if (near || limit >= most || this.#isSpent) return { near, spent: this.#looked, isCut: this.#isSpent }
    }
  }

  #begin(text: string, effort: number): void {
    this.#effort = effort
    this.#looked = 0
    if (text.length > this.#units.length) {
      this.#units = new Uint16Array(text.length)
      this.#pairBits = new Uint32Array(text.length)
    }
    const units = this.#units
    for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i)
    for (let i = 0; i + 1 < text.length; i++) this.#pairBits[i] = pairBit(units[i]!, units[i + 1]!)
    this.#rows.begin(units.subarray(0, text.length))
  }

  get #isSpent(): boolean {
    return this.#looked > this.#effort
  }

  /** The nearest of its texts, given that none is nearer than `below` and none further than `limit` is wanted. */
  #within(limit: number, below: number): Near | undefined {
    const { size, ends, firstRanks } = this.#trie
    let best: Near | undefined
    let level = 0
    this.#rows.start(limit)
    this.#enter(0, 0, size, 0)
    while (level >= 0) {
      const node = this.#next[level]!
      if (node >= this.#stop[level]!) {
        level--
        continue
      }
      if (++this.#looked > this.#effort) return undefined
      this.#next[level] = ends[node]!
      const reach = best ? best.distance - (firstRanks[node]! > best.rank ? 1 : 0) : limit
      if (reach < below || !this.#mayReach(level, node, reach) || !this.#descend(level, node, reach)) continue
      if (ends[node]! > node + 1) {
        level++
        continue
      }
      const distance = this.#rows.distanceAt(level + 1)
      if (distance <= reach) best = { rank: firstRanks[node]!, distance }
    }
    return best
  }

  /**
   * Whether the texts below may be near, by their lengths and by their pairs: a wanted pair that is nowhere below
   * costs an edit, which at most spoils the pair before it too.
   */
  #mayReach(level: number, node: number, reach: number): boolean {
    const { shortest, longest, pairs } = this.#trie
    const rows = this.#rows
    const length = rows.wanted.length
    const fewest = shortest[node]! - this.#depth[level]!
    const most = longest[node]! - this.#depth[level]!
    const first = rows.firstOf(level)
    const pairBits = this.#pairBits
    const base = node * PAIR_WORDS
    let edits = 0
    let pair = length - 2
    for (let j = rows.lastOf(level); j >= first; j--) {
      while (pair >= j) {
        const bit = pairBits[pair]!
        const isBelow = (pairs[base + (bit >>> 5)]! >>> (bit & 31)) & 1
        pair -= 2 - isBelow
        edits += 1 - isBelow
      }
      const left = length - j
      if (rows.at(level, j) + Math.max(edits, left - most, fewest - left) <= reach) return true
    }
    return false
  }

  /** Goes along the label of `node`: its row is at the next level then. */
  #descend(level: number, node: number, reach: number): boolean {
    const { labelStarts, labels, shortest, longest, ends } = this.#trie
    const rows = this.#rows
    rows.copyDown(level)
    let depth = this.#depth[level]!
    for (let i = labelStarts[node]!; i < labelStarts[node + 1]!; i++) {
      depth++
      if (!rows.step(level + 1, labels[i]!, reach, shortest[node]! - depth, longest[node]! - depth))
        return false
    }
    this.#enter(level + 1, node + 1, ends[node]!, depth)
    return true
  }

  #enter(level: number, next: number, stop: number, depth: number): void {
    this.#next[level] = next
    this.#stop[level] = stop
    this.#depth[level] = depth
  }
}
