/** How much of each layer fits beside each other. */
export interface Wrap {
  /** About how much each item takes of its layer. */
  readonly extent: Float64Array
  /** What there is room for, and what stays free between two items. */
  readonly most: number
  readonly gap: number
}

/**
 * Breaks layers that are longer than there is room for into rows, as lines of a text are: what stands in one layer has no edges among itself.
 * What has more edges that enter than edges that leave comes first, near to what it is fed by. Changes `layer` in place; what is no item is
 * alone in its layer. O(n log n). @param enters, leaves how many edges of each node do.
 */
export function wrapLayers(
  layer: Uint32Array,
  componentOf: Uint32Array,
  enters: (node: number) => number,
  leaves: (node: number) => number,
  { extent, most, gap }: Wrap,
): void {
  const surplus = (node: number): number => enters(node) - leaves(node)
  const nodes = Array.from(layer.keys()).sort(
    (a, b) => componentOf[a]! - componentOf[b]! || layer[a]! - layer[b]! || surplus(b) - surplus(a) || a - b,
  )
  let last = -1
  let lastLayer = 0
  let row = 0
  let length = 0
  for (const node of nodes) {
    const [own, before] = [layer[node]!, lastLayer]
    lastLayer = own
    const takes = extent[node] ?? 0
    if (last < 0 || componentOf[last] !== componentOf[node]) {
      row = own
      length = takes
    } else if (own !== before) {
      row += own - before
      length = takes
    } else if (length + gap + takes > most) {
      row++
      length = takes
    } else {
      length += gap + takes
    }
    layer[node] = row
    last = node
  }
}
