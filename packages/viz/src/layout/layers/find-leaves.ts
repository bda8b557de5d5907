import { csrOf, rowOf, type Csr } from '@lineagraph/core'

/** The leaves of fans. A leaf can stand in any layer behind what feeds it, or before what it feeds. */
export interface Leaves {
  /** Of each item: 1 for a leaf that is only fed, -1 for one that only feeds, 0 for what is none. */
  readonly way: Int8Array
  /** What a leaf is fed by, or feeds, in rising order, repeats kept. */
  readonly endsOf: (leaf: number) => Uint32Array
}

/** A fan has so many lines: for fewer it is worth none that passes between cards. What is as large as an open box is worth any. */
const LEAST = 4

/**
 * Finds items that are only fed, or only feed, and all by fans, by what has several lines to such items; and open boxes, whatever feeds them. O(n + m).
 * @param isBox 1 for each item that is an open box. @param tail, head of each link: items, or below 0. @param from, to where its edge begins and ends, by any numbers.
 */
export function findLeaves(
  isBox: Uint8Array,
  tail: Int32Array,
  head: Int32Array,
  from: Uint32Array,
  to: Uint32Array,
): Leaves {
  const itemCount = isBox.length
  const sources = endsAt(head, from)
  const targets = endsAt(tail, to)
  const way = new Int8Array(itemCount)
  mark(sources, targets, 1)
  mark(targets, sources, -1)
  return { way, endsOf: (leaf) => rowOf(way[leaf] === 1 ? sources : targets, leaf) }

  /** Of each item the other ends of the links that it is at. */
  function endsAt(items: Int32Array, ends: Uint32Array): Csr {
    const isAtItem = (_: number, link: number): boolean => items[link]! >= 0
    return csrOf(Math.max(itemCount, items.length), items.filter(isAtItem), ends.filter(isAtItem))
  }

  /** @param ends of each item, and @param others, which a leaf has none of. */
  function mark(ends: Csr, others: Csr, sign: 1 | -1): void {
    const isLast = (item: number): boolean => others.starts[item] === others.starts[item + 1]
    const lines = new Uint32Array(tail.length)
    for (let item = 0; item < itemCount; item++)
      if (isLast(item)) for (const end of rowOf(ends, item)) lines[end]!++
    for (let item = 0; item < itemCount; item++)
      if (isLast(item) && (isBox[item] || rowOf(ends, item).every((end) => lines[end]! >= LEAST)))
        way[item] = sign
  }
}
