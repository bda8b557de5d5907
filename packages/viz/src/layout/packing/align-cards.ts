/**
 * Makes cards that stand below one another as wide as the widest of them, by changing `width`; and where open boxes among them are wider, as wide as they have use
 * for. O(n).
 * @param items what stands in one box, and @param columnOf each of them: for what stands in a grid, one for all.
 * @param useful how wide each has use for; no wider than it is where that is left out.
 */
export function alignCards(
  items: Uint32Array,
  columnOf: (item: number) => number,
  isBox: Uint8Array,
  width: Float64Array,
  useful?: Float64Array,
): void {
  const [widest, widestBox, wanted] = [
    new Map<number, number>(),
    new Map<number, number>(),
    new Map<number, number>(),
  ]
  const most = (of: Map<number, number>, i: number, one: number): void =>
    void of.set(columnOf(i), Math.max(of.get(columnOf(i)) ?? 0, one))
  items.forEach((item, i) => {
    most(isBox[item] ? widestBox : widest, i, width[item]!)
    if (useful && !isBox[item]) most(wanted, i, useful[item]!)
  })
  items.forEach((item, i) => {
    const column = columnOf(i)
    if (!isBox[item])
      width[item] = Math.max(
        widest.get(column)!,
        Math.min(widestBox.get(column) ?? 0, wanted.get(column) ?? 0),
      )
  })
}
