import type { TextTrie } from './text-trie.ts'

/** As many edits (of a unit each) are looked for. */
export const EDITS_BY_PREFIX = 2

/** How many places of the tree may be near the beginning of a wanted text. Where more are, other ways are quicker. */
const MOST_PLACES = 192

/** What was found for one wanted text. */
export interface NearByPrefix {
  /** Its rank, or -1. */
  readonly near: number
  /** Whether too much of the tree is like its beginning: then nothing is known of it. */
  readonly isCut: boolean
}

/**
 * The text of a tree that is no more than two edits away, for very many texts at once: for each the nearest, and of equally near ones that
 * with the smallest rank. Of every beginning of the wanted texts it is known which places of the tree are near it, so what they begin
 * with alike costs once: ids that all have the same slip in the name of their schema cost little more than ids without any.
 * Source: Wang, Feng, Li 2010, Trie-Join, doi:10.14778/1920841.1920992.
 * @param wanted sorted by code units.
 */
export function* nearByPrefix(trie: TextTrie, wanted: readonly string[]): Generator<NearByPrefix> {
  const places = new NearPlaces(trie)
  let previous = ''
  /** The length of the shortest beginning of `previous` that too much is near to. */
  let cutAt = Infinity
  for (const text of wanted) {
    const shared = sharedLength(previous, text)
    if (shared < cutAt) cutAt = Infinity
    places.goBack(Math.min(shared, places.depth))
    while (cutAt === Infinity && places.depth < text.length && !places.isEmpty)
      if (!places.follow(text.charCodeAt(places.depth))) cutAt = places.depth + 1
    previous = text
    yield {
      near: cutAt === Infinity && places.depth === text.length ? places.nearest() : NONE,
      isCut: cutAt < Infinity,
    }
  }
}

function sharedLength(one: string, other: string): number {
  const limit = Math.min(one.length, other.length)
  let same = 0
  while (same < limit && one.charCodeAt(same) === other.charCodeAt(same)) same++
  return same
}

/** More than twice as many. */
const SLOT_BITS = 9
const SLOTS = 1 << SLOT_BITS
/** Stands for the place above the first nodes. */
const ROOT = -1
/** A unit that no text has, and a rank. */
const NONE = -1

/**
 * The places of a tree that are near a text, and near every beginning of it. A place is a node and how much of its label has been passed:
 * the text that leads there.
 */
class NearPlaces {
  readonly #trie: TextTrie
  /** By place: its node, the end of the passed labels, and how many edits away it is. What is near a longer beginning comes later. */
  #nodes = new Int32Array(MOST_PLACES * 8)
  #ends = new Int32Array(MOST_PLACES * 8)
  #edits = new Uint8Array(MOST_PLACES * 8)
  /** By length of the beginning, where its places start. */
  readonly #starts: number[] = [0]
  #count = 0
  /** The first place of the beginning that is in the making, and whether there are too many for it. */
  #first = 0
  #isFull = false
  /** By slot of a hash table, a place, and in which making it was put there. */
  readonly #slots = new Int32Array(SLOTS)
  readonly #madeFor = new Uint32Array(SLOTS)
  #making = 0

  constructor(trie: TextTrie) {
    this.#trie = trie
    this.#begin()
    this.#put(ROOT, 0, 0)
    this.#addLonger()
  }

  /** The length of the beginning. */
  get depth(): number {
    return this.#starts.length - 1
  }

  /** Whether nothing in the tree begins with anything near. */
  get isEmpty(): boolean {
    return this.#starts.at(-1) === this.#count
  }

  /** Takes the beginning of that length instead. */
  goBack(depth: number): void {
    if (depth >= this.depth) return
    this.#count = this.#starts[depth + 1]!
    this.#starts.length = depth + 1
  }

  /** Takes one unit more. Where too many places are near then, nothing changes. @returns whether it was taken. */
  follow(unit: number): boolean {
    this.#begin()
    for (let place = this.#starts.at(-1)!; place < this.#first && !this.#isFull; place++) {
      const edits = this.#edits[place]!
      if (edits < EDITS_BY_PREFIX) this.#put(this.#nodes[place]!, this.#ends[place]!, edits + 1)
      this.#putChildren(place, edits, unit)
    }
    this.#addLonger()
    if (this.#isFull) this.#count = this.#first
    else this.#starts.push(this.#first)
    return !this.#isFull
  }

  /** The rank of the text that is the fewest edits away from the whole beginning, the smallest of several; or -1. */
  nearest(): number {
    const { firstRanks } = this.#trie
    let [best, least] = [NONE, EDITS_BY_PREFIX + 1]
    for (let place = this.#starts.at(-1)!; place < this.#count; place++) {
      const edits = this.#edits[place]!
      if (edits > least) continue
      const node = this.#textEndingAt(place)
      if (node < 0 || (edits === least && firstRanks[node]! > best)) continue
      best = firstRanks[node]!
      least = edits
    }
    return best
  }

  /** The node of the text that leads to a place; -1 where none ends there. */
  #textEndingAt(place: number): number {
    const { labelStarts, ends, size } = this.#trie
    const node = this.#nodes[place]!
    if (node !== ROOT) {
      if (this.#ends[place]! < labelStarts[node + 1]!) return -1
      if (ends[node] === node + 1) return node
    }
    // What is the beginning of other texts ends in a node without a label, before them.
    const first = node + 1
    return first < size && labelStarts[first] === labelStarts[first + 1] ? first : -1
  }

  #begin(): void {
    this.#making++
    this.#first = this.#count
    this.#isFull = false
  }

  /** Adds what is longer than the places that were put, as long as it is near. */
  #addLonger(): void {
    for (let edits = 0; edits < EDITS_BY_PREFIX; edits++)
      for (let place = this.#first; place < this.#count && !this.#isFull; place++)
        if (this.#edits[place] === edits) this.#putChildren(place, edits, NONE)
  }

  /** Puts the places that are a unit further than one: as near as that where it is the wanted unit, else an edit further away. */
  #putChildren(parent: number, edits: number, unit: number): void {
    const { labelStarts, labels, ends, size } = this.#trie
    const node = this.#nodes[parent]!
    const passed = this.#ends[parent]!
    const putChild = (child: number, at: number): void => {
      const needed = labels[at] === unit ? edits : edits + 1
      if (needed <= EDITS_BY_PREFIX) this.#put(child, at + 1, needed)
    }
    if (node !== ROOT && passed < labelStarts[node + 1]!) {
      putChild(node, passed)
      return
    }
    const stop = node === ROOT ? size : ends[node]!
    for (let child = node + 1; child < stop && !this.#isFull; child = ends[child]!) {
      const at = labelStarts[child]!
      if (at < labelStarts[child + 1]!) putChild(child, at)
    }
  }

  #put(node: number, end: number, edits: number): void {
    let slot = Math.imul(end, 0x9e3779b1) >>> (32 - SLOT_BITS)
    for (; this.#madeFor[slot] === this.#making; slot = (slot + 1) % SLOTS) {
      const place = this.#slots[slot]!
      if (this.#ends[place] !== end) continue
      if (edits < this.#edits[place]!) this.#edits[place] = edits
      return
    }
    this.#isFull ||= this.#count - this.#first === MOST_PLACES
    if (this.#isFull) return
    if (this.#count === this.#nodes.length) this.#grow()
    this.#madeFor[slot] = this.#making
    this.#slots[slot] = this.#count
    this.#nodes[this.#count] = node
    this.#ends[this.#count] = end
    this.#edits[this.#count++] = edits
  }

  #grow(): void {
    const length = this.#nodes.length * 2
    const [nodes, ends, edits] = [this.#nodes, this.#ends, this.#edits]
    this.#nodes = new Int32Array(length)
    this.#ends = new Int32Array(length)
    this.#edits = new Uint8Array(length)
    this.#nodes.set(nodes)
    this.#ends.set(ends)
    this.#edits.set(edits)
  }
}
