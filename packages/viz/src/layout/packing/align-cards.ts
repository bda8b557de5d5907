/**
 * Makes cards that stand below one another as wide as the widest of them, open boxes aside, by changing `width`. O(n).
 * @param items what stands in one box, and @param columnOf each of them: for what stands in a grid, one for all.
 */
export function alignCards(
  items: Uint32Array,
  columnOf: (item: number) => number,
  isBox: Uint8Array,
  width: Float64Array,
): void {
  const widest = new Map<number, number>()
  items.forEach((item, i) => {
    if (!isBox[item]) widest.set(columnOf(i), Math.max(widest.get(columnOf(i)) ?? 0, width[item]!))
  })
  items.forEach((item, i) => {
    if (!isBox[item]) width[item] = widest.get(columnOf(i))!
  })
}
