import { csrOf, rowOf, type Csr } from '@lineagraph/core'

/** The leaves of fans. A leaf can stand in any layer behind what feeds it, or before what it feeds. */
export interface Leaves {
  /** Of each item: 1 for a leaf that is only fed, -1 for one that only feeds, 0 for what is none. */
  readonly way: Int8Array
  /** What a leaf is fed by, or feeds, in rising order, repeats kept. */
  readonly endsOf: (leaf: number) => Uint32Array
}

/** A fan has so many leaves: for fewer it is worth no line that passes between cards. */
const LEAST = 4

/**
 * Finds items that are only fed, or only feed, each of whose neighbours has several of them. O(n + m).
 * @param from, to of each link: items, and nodes from `itemCount` on where links go through the side of the box.
 */
export function findLeaves(
  itemCount: number,
  nodeCount: number,
  from: ArrayLike<number>,
  to: ArrayLike<number>,
): Leaves {
  const out = csrOf(nodeCount, from, to)
  const into = csrOf(nodeCount, to, from)
  const way = new Int8Array(itemCount)
  mark(into, out, 1)
  mark(out, into, -1)
  return { way, endsOf: (leaf) => rowOf(way[leaf] === 1 ? into : out, leaf) }

  /** @param ends of each item, and @param others which a leaf has none of. */
  function mark(ends: Csr, others: Csr, sign: 1 | -1): void {
    const isLast = (item: number): boolean =>
      others.starts[item] === others.starts[item + 1] && ends.starts[item]! < ends.starts[item + 1]!
    const leaves = new Uint32Array(nodeCount)
    for (let item = 0; item < itemCount; item++)
      if (isLast(item))
        rowOf(ends, item).forEach((end, i, row) => {
          if (end !== row[i - 1]) leaves[end]!++
        })
    for (let item = 0; item < itemCount; item++)
      if (isLast(item) && rowOf(ends, item).every((end) => leaves[end]! >= LEAST)) way[item] = sign
  }
}
