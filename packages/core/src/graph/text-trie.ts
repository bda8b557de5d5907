/** The pairs of letters below a node are kept as that many bits, in 32-bit words. */
const PAIR_BITS = 256
const PAIR_SHIFT = 32 - Math.log2(PAIR_BITS)
export const PAIR_WORDS = PAIR_BITS / 32

/**
 * A radix tree over sorted texts, in preorder: what is below node `v` is `v + 1` up to `ends[v]`, its first child
 * first. A node with nothing below it is a text; one that is the beginning of another ends in a node without a label.
 * N texts make N to 2 N nodes, 56 bytes each, and as many labels as they have units that differ from the text before.
 */
export interface TextTrie {
  readonly size: number
  /** Also the next sibling of `v`, unless its parent ends there too. */
  readonly ends: Uint32Array
  /** size + 1 numbers: `labels` from one to the next is what `v` adds to the text of its parent. */
  readonly labelStarts: Uint32Array
  /** UTF-16 code units. */
  readonly labels: Uint16Array
  /** The length of the shortest and of the longest text at or below `v`. */
  readonly shortest: Uint32Array
  readonly longest: Uint32Array
  /** The smallest rank of a text at or below `v`. */
  readonly firstRanks: Uint32Array
  /** PAIR_WORDS numbers a node: a bit for every two neighbouring units in its label and below. */
  readonly pairs: Uint32Array
}

/** The bit that stands for two neighbouring units, from 0 up. Several pairs share one. */
export const pairBit = (unit: number, next: number): number =>
  Math.imul(Math.imul(unit, 0x9e3779b1) ^ next, 0x85ebca6b) >>> PAIR_SHIFT

/**
 * @param texts sorted by code units. Equal ones share a node and are told apart below it.
 * @param rankOf the rank of text `i`, for the choice among equally near ones.
 */
export function buildTextTrie(texts: readonly string[], rankOf: (index: number) => number): TextTrie {
  const shared = sharedWithPrevious(texts)
  const trie = emptyTrie(texts, shared)
  let node = trie.size
  const place = (text: string, from: number, to: number, end: number): void => {
    const start = trie.labelStarts[node]! - (to - from)
    node--
    trie.ends[node] = end
    trie.labelStarts[node] = start
    for (let i = from; i < to; i++) trie.labels[start + i - from] = text.charCodeAt(i)
  }
  // Backwards, so that what is below a node is there before it. These are the nodes whose first text is still to come.
  const depths: number[] = [0]
  const ends: number[] = [0]
  for (let i = texts.length - 1; i >= 0; i--) {
    const text = texts[i]!
    const left = shared[i]!
    let end = node
    place(text, Math.max(left, depths.at(-1)!), text.length, end)
    sumUpText(trie, node, text.length, rankOf(i))
    while (depths.at(-1)! > left) {
      const depth = depths.pop()!
      end = ends.pop()!
      place(text, Math.max(left, depths.at(-1)!), depth, end)
      sumUpChildren(trie, node)
    }
    if (left > depths.at(-1)!) {
      depths.push(left)
      ends.push(end)
    }
  }
  return trie
}

function sharedWithPrevious(texts: readonly string[]): Uint32Array {
  const shared = new Uint32Array(texts.length)
  for (let i = 1; i < texts.length; i++) {
    const one = texts[i - 1]!
    const other = texts[i]!
    const limit = Math.min(one.length, other.length)
    let same = 0
    while (same < limit && one.charCodeAt(same) === other.charCodeAt(same)) same++
    shared[i] = same
  }
  return shared
}

function emptyTrie(texts: readonly string[], shared: Uint32Array): TextTrie {
  let size = texts.length
  let labelLength = 0
  const depths: number[] = [0]
  for (let i = texts.length - 1; i >= 0; i--) {
    labelLength += texts[i]!.length - shared[i]!
    while (depths.at(-1)! > shared[i]!) depths.pop()
    if (depths.at(-1)! < shared[i]!) size = depths.push(shared[i]!) && size + 1
  }
  return {
    size,
    ends: new Uint32Array(size),
    labelStarts: new Uint32Array(size + 1).fill(labelLength, size),
    labels: new Uint16Array(labelLength),
    shortest: new Uint32Array(size),
    longest: new Uint32Array(size),
    firstRanks: new Uint32Array(size),
    pairs: new Uint32Array(size * PAIR_WORDS),
  }
}

function sumUpText(trie: TextTrie, node: number, length: number, rank: number): void {
  trie.shortest[node] = length
  trie.longest[node] = length
  trie.firstRanks[node] = rank
  addLabelPairs(trie, node)
}

function sumUpChildren(trie: TextTrie, node: number): void {
  const { ends, labelStarts, labels, shortest, longest, firstRanks, pairs } = trie
  const lastUnit = labels[labelStarts[node + 1]! - 1]!
  shortest[node] = firstRanks[node] = 0xffffffff
  for (let child = node + 1; child < ends[node]!; child = ends[child]!) {
    shortest[node] = Math.min(shortest[node]!, shortest[child]!)
    longest[node] = Math.max(longest[node]!, longest[child]!)
    firstRanks[node] = Math.min(firstRanks[node]!, firstRanks[child]!)
    for (let word = 0; word < PAIR_WORDS; word++)
      pairs[node * PAIR_WORDS + word]! |= pairs[child * PAIR_WORDS + word]!
    const start = labelStarts[child]!
    if (start < labelStarts[child + 1]!) addPair(pairs, node, lastUnit, labels[start]!)
  }
  addLabelPairs(trie, node)
}

function addLabelPairs({ labelStarts, labels, pairs }: TextTrie, node: number): void {
  const last = labelStarts[node + 1]! - 1
  for (let i = labelStarts[node]!; i < last; i++) addPair(pairs, node, labels[i]!, labels[i + 1]!)
}

function addPair(pairs: Uint32Array, node: number, unit: number, next: number): void {
  const bit = pairBit(unit, next)
  pairs[node * PAIR_WORDS + (bit >>> 5)]! |= 1 << (bit & 31)
}
