/** Of boxes in one layer those that are about as wide as the widest of them become as wide. */
const ABOUT = 0.75

/**
 * Lets open boxes that stand below one another end below one another, by changing `width`. O(n).
 * @param items what stands in one box, and @param layer of each of them.
 */
export function alignBoxes(
  items: Uint32Array,
  layer: Uint32Array,
  isBox: Uint8Array,
  width: Float64Array,
): void {
  const widest = new Map<number, number>()
  items.forEach((item, i) => {
    if (isBox[item]) widest.set(layer[i]!, Math.max(widest.get(layer[i]!) ?? 0, width[item]!))
  })
  items.forEach((item, i) => {
    const most = widest.get(layer[i]!)
    if (isBox[item] && most !== undefined && width[item]! >= ABOUT * most) width[item] = most
  })
}
