import { groupsOf, type Groups } from './groups.ts'

/** Pairs in compressed rows. */
export interface PairRows {
  readonly starts: Uint32Array
  readonly neighbors: Uint32Array
  readonly edges: Uint32Array
}

/** Distinct pairs of small integers, numbered in the order in which they first came. */
export interface DistinctPairs {
  readonly size: number
  /** By pair. */
  readonly from: Int32Array
  readonly to: Int32Array
  /**
   * The pairs in compressed rows by `from`. `starts`: row count + 1, never falling, the last is the number of pairs. `neighbors`: their
   * `to`, ascending inside each row. `edges`: the pairs beside them.
   */
  readonly rows: PairRows
  /** Which of the pairs that were given are each of them, ascending. */
  readonly occurrences: Groups
}

/**
 * Finds the distinct ones among many pairs: a counting sort by `from`, then each row by `to`. Time O(n log n) where all are in one
 * row, else close to O(n); no object a pair.
 * @param rowCount above every `from`.
 */
export function distinctPairs(rowCount: number, from: Int32Array, to: Int32Array): DistinctPairs {
  const given = sortedRows(rowCount, from, to)
  const { starts, neighbors: tos, edges: pairAt } = given
  const isRepeat = (at: number, row: number): boolean => at > starts[row]! && tos[at] === tos[at - 1]
  let repeats = 0
  for (let row = 0; row < rowCount; row++)
    for (let at = starts[row]!; at < starts[row + 1]!; at++) if (isRepeat(at, row)) repeats++
  if (repeats === 0) {
    const occurrences = { starts: upTo(from.length + 1), members: upTo(from.length) }
    return { size: from.length, from, to, rows: given, occurrences }
  }

  const size = from.length - repeats
  const pairOf = numbersOfFirsts(given)
  const pairs = { from: new Int32Array(size), to: new Int32Array(size) }
  const rows = {
    starts: new Uint32Array(rowCount + 1),
    neighbors: new Uint32Array(size),
    edges: new Uint32Array(size),
  }
  let filled = 0
  let pair = -1
  for (let row = 0; row < rowCount; row++) {
    for (let at = starts[row]!; at < starts[row + 1]!; at++) {
      if (!isRepeat(at, row)) {
        pair = pairOf[pairAt[at]!]!
        pairs.from[pair] = row
        pairs.to[pair] = rows.neighbors[filled] = tos[at]!
        rows.edges[filled++] = pair
      }
      pairOf[pairAt[at]!] = pair
    }
    rows.starts[row + 1] = filled
  }
  return { size, ...pairs, rows, occurrences: groupsOf(size, pairOf) }
}

/** By given pair its number where it is the first of its kind. */
function numbersOfFirsts({ starts, neighbors, edges }: PairRows): Int32Array {
  const numbers = new Int32Array(edges.length)
  for (let row = 0; row + 1 < starts.length; row++)
    for (let at = starts[row]!; at < starts[row + 1]!; at++)
      if (at === starts[row] || neighbors[at] !== neighbors[at - 1]) numbers[edges[at]!] = 1
  let count = 0
  for (let i = 0; i < numbers.length; i++) if (numbers[i] === 1) numbers[i] = count++
  return numbers
}

const upTo = (length: number): Uint32Array => {
  const numbers = new Uint32Array(length)
  for (let i = 0; i < length; i++) numbers[i] = i
  return numbers
}

/** The given pairs in rows by `from`, each row by `to` and, of equal ones, in their order. */
export function sortedRows(rowCount: number, from: Int32Array, to: Int32Array): PairRows {
  const starts = new Uint32Array(rowCount + 1)
  for (let i = 0; i < from.length; i++) starts[from[i]! + 1]!++
  for (let row = 0; row < rowCount; row++) starts[row + 1]! += starts[row]!
  const next = starts.slice()
  const neighbors = new Uint32Array(from.length)
  const edges = new Uint32Array(from.length)
  for (let i = 0; i < from.length; i++) {
    const at = next[from[i]!]!++
    neighbors[at] = to[i]!
    edges[at] = i
  }
  for (let row = 0; row < rowCount; row++) sortRow(neighbors, edges, starts[row]!, starts[row + 1]!)
  return { starts, neighbors, edges }
}

/** Most rows are short: up to this length insertion is quicker. */
const SHORT = 24

function sortRow(tos: Uint32Array, given: Uint32Array, start: number, end: number): void {
  if (end - start > SHORT) {
    sortLongRow(tos, given, start, end)
    return
  }
  for (let i = start + 1; i < end; i++) {
    const to = tos[i]!
    const pair = given[i]!
    let at = i
    for (; at > start && tos[at - 1]! > to; at--) {
      tos[at] = tos[at - 1]!
      given[at] = given[at - 1]!
    }
    tos[at] = to
    given[at] = pair
  }
}

/** Both numbers of a place as one: exact up to 2^26 pairs and 2^27 columns. */
const PLACES = 2 ** 26

function sortLongRow(tos: Uint32Array, given: Uint32Array, start: number, end: number): void {
  const keys = new Float64Array(end - start)
  for (let i = 0; i < keys.length; i++) keys[i] = tos[start + i]! * PLACES + i
  keys.sort()
  const inOrder = given.slice(start, end)
  for (let i = 0; i < keys.length; i++) {
    const to = Math.floor(keys[i]! / PLACES)
    tos[start + i] = to
    given[start + i] = inOrder[keys[i]! - to * PLACES]!
  }
}
