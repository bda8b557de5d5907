import type { Packing } from './pack-boxes.ts'

interface Sized {
  readonly width: ArrayLike<number>
  readonly height: ArrayLike<number>
}

/**
 * Lets what is linked come first, without room for it: shelves of a packing change places, and the piles on each, and the boxes in each pile. First is
 * what has lineage, the tallest of it before all, and last what has none. All else keeps its order, and nothing its size. O(n log n).
 * @param isApart 1 for each box that is not linked.
 */
export function linkedFirst(packing: Packing, size: Sized, isApart: ArrayLike<number>): Packing {
  const all = Array.from({ length: isApart.length }, (_, box) => box)
  const linked = all.filter((box) => !isApart[box])
  if (linked.length === 0 || linked.length === all.length) return packing
  const x = packing.x.slice()
  const y = packing.y.slice()
  const across = { at: x, size: size.width }
  const down = { at: y, size: size.height }
  /** How tall the tallest is that is linked; -1 where none is. */
  const rankOf = (boxes: readonly number[]): number =>
    boxes.reduce((most, box) => (isApart[box] ? most : Math.max(most, size.height[box]!)), -1)
  const isLinked = (boxes: readonly number[]): number => (rankOf(boxes) < 0 ? 0 : 1)
  for (const shelf of arranged(all, down, rankOf))
    for (const pile of arranged(shelf, across, isLinked)) arranged(pile, down, isLinked)
  return { ...packing, x, y }
}

interface Axis {
  readonly at: Float64Array
  readonly size: ArrayLike<number>
}

/** Parts boxes where nothing reaches from one side to the other, and puts the parts in the order of their ranks, the highest first, as far apart as they were. */
function arranged(
  boxes: readonly number[],
  { at, size }: Axis,
  rankOf: (boxes: readonly number[]) => number,
): number[][] {
  const parts: { readonly boxes: number[]; readonly start: number; end: number }[] = []
  for (const box of boxes.toSorted((a, b) => at[a]! - at[b]! || a - b)) {
    const last = parts.at(-1)
    const [start, end] = [at[box]!, at[box]! + size[box]!]
    if (!last || start >= last.end) parts.push({ boxes: [box], start, end })
    else {
      last.boxes.push(box)
      last.end = Math.max(last.end, end)
    }
  }
  const gaps = parts.map(({ start }, i) => (i === 0 ? 0 : start - parts[i - 1]!.end))
  const ranked = parts.map((part) => ({ part, rank: rankOf(part.boxes) })).sort((a, b) => b.rank - a.rank)
  let next = parts[0]?.start ?? 0
  ranked.forEach(({ part }, i) => {
    const by = next + gaps[i]! - part.start
    if (by !== 0) for (const box of part.boxes) at[box]! += by
    next = part.end + by
  })
  return ranked.map(({ part }) => part.boxes)
}
