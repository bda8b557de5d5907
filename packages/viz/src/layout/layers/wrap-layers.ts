/** How much of each layer fits beside each other. */
export interface Wrap {
  /** About how much each item takes of its layer. */
  readonly extent: Float64Array
  /** What there is room for, and what stays free between two items. */
  readonly most: Room
  readonly gap: number
}

/** The same for all components; or, by component, what makes one that is far longer than wide more like a window. */
export type Room = number | { readonly [component: number]: number }

const ASPECT = 1.6
/** Layers are broken that are so many times as long as they would be in such a shape, and longer than this. */
const TOO_LONG = 3
export const LONG = 1600
/** What passes a layer takes room there as well: less where a hop has rows of its own, and what leads to it shares its way. */
export const PASSING = { any: 1.5, hops: 1.2 } as const

/**
 * By component how long its layers may be, so that none is far longer than all of them are wide. O(n).
 * @param extent of each item along its layer, and @param breadth across it, gaps included. @param passing one of `PASSING`.
 */
export function roomByShape(
  layer: Uint32Array,
  componentOf: Uint32Array,
  componentCount: number,
  extent: Float64Array,
  breadth: Float64Array,
  passing: number,
): Float64Array {
  const area = new Float64Array(componentCount)
  const longest = new Float64Array(componentCount)
  const tallest = new Float64Array(componentCount)
  const lengths = new Map<number, number>()
  for (let item = 0; item < extent.length; item++) {
    const component = componentOf[item]!
    area[component]! += extent[item]! * breadth[item]!
    const key = layer[item]! * componentCount + component
    const length = (lengths.get(key) ?? 0) + extent[item]!
    lengths.set(key, length)
    longest[component] = Math.max(longest[component]!, length)
    tallest[component] = Math.max(tallest[component]!, extent[item]!)
  }
  return area.map((own, component) => {
    const wanted = Math.sqrt(own / ASPECT)
    // What is longer by itself stays so, and others beside it are no longer for standing in one layer.
    const isTooLong = longest[component]! > Math.max(LONG, TOO_LONG * wanted, tallest[component]!)
    return isTooLong ? Math.max(passing * wanted, tallest[component]!) : Infinity
  })
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
  { extent, most: room, gap }: Wrap,
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
    const own = layer[node]!
    const before = lastLayer
    lastLayer = own
    const takes = extent[node] ?? 0
    const most = typeof room === 'number' ? room : room[componentOf[node]!]!
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
