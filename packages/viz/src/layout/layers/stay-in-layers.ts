import { csrOf, rowOf, type Csr } from '@lineagraph/core'

/** What hangs together, of which the first nodes are items: what comes behind them is a side of the box. */
interface Linked {
  /** Edges lead to higher layers. */
  readonly out: Csr
  readonly into: Csr
  readonly componentOf: Uint32Array
  readonly count: number
  /** Of each item: 1 for a leaf that is only fed, -1 for one that only feeds, 0 for what is none. */
  readonly way: Int8Array
}

/** How much of its layer each item takes, gap included, and how long a layer may be. */
interface Room {
  readonly extent: Float64Array
  readonly most: number
}

/**
 * The layers of items, where what was in the picture before keeps its layer: what is new comes next to its neighbours, a new leaf into the shortest column
 * of its fan. Where a layer is too long now what takes most of it, as what has been opened does, goes into one of its own behind it. A component is layered
 * anew where an edge would no longer lead to a higher layer, or as much is new in it as was there. Layers that nothing is left in go. O(n log n + m).
 * @param fresh layers, as they would be without a picture before. @param before the layer of each item; -1 for what is new.
 */
export function stayInLayers(
  fresh: Int32Array,
  before: Int32Array,
  { out, into, componentOf, count, way }: Linked,
  { extent, most }: Room,
): Int32Array {
  const itemCount = fresh.length
  const layers = fresh.slice()
  const byComponent = csrOf(
    Math.max(count, itemCount),
    componentOf.subarray(0, itemCount),
    Uint32Array.from(fresh.keys()),
  )
  for (let component = 0; component < count; component++) stay(rowOf(byComponent, component))
  return layers

  function stay(members: Uint32Array): void {
    const stayed = members.filter((item) => before[item]! >= 0)
    if (2 * stayed.length <= members.length) return
    const first = members.reduce((least, item) => Math.min(least, fresh[item]!), Infinity)
    if (members.every((item) => before[item] === fresh[item]! - first)) return
    const kept = new Map<number, number>()
    for (const item of stayed) kept.set(item, before[item]!)
    if (stayed.length < members.length) putNew(members, kept)
    if (!leadsOn(members, kept)) return
    breakLong(kept)
    const rank = new Map([...new Set(kept.values())].sort((a, b) => a - b).map((layer, at) => [layer, at]))
    for (const item of members) layers[item] = rank.get(kept.get(item)!)!
  }

  /** Gives what is too much for a layer others between it and the next: what takes most goes first, as many together as there is room for. */
  function breakLong(kept: Map<number, number>): void {
    const inLayer = new Map<number, number[]>()
    for (const [item, layer] of kept) {
      const others = inLayer.get(layer)
      if (others) others.push(item)
      else inLayer.set(layer, [item])
    }
    for (const [layer, items] of inLayer) {
      let left = items.reduce((sum, item) => sum + extent[item]!, 0)
      if (left <= most) continue
      items.sort((a, b) => extent[b]! - extent[a]! || b - a)
      let rows = 0
      let length = Infinity
      for (const [i, item] of items.entries()) {
        if (left <= most || i === items.length - 1) break
        left -= extent[item]!
        length += extent[item]!
        if (length > most) {
          rows++
          length = extent[item]!
        }
        kept.set(item, layer + rows / (items.length + 1))
      }
    }
  }

  /** Whether all edges among these lead to a higher layer. */
  function leadsOn(members: Uint32Array, kept: ReadonlyMap<number, number>): boolean {
    return members.every(
      (item) =>
        kept.has(item) &&
        rowOf(out, item).every((next) => next >= itemCount || kept.get(item)! < kept.get(next)!),
    )
  }

  function putNew(members: Uint32Array, kept: Map<number, number>): void {
    const columns = columnsOf(kept)
    const news = members.filter((item) => before[item]! < 0).sort((a, b) => fresh[a]! - fresh[b]! || a - b)
    const last = [...kept.values()].reduce((most, layer) => Math.max(most, layer), 0)
    for (const item of news) put(item, into, 1)
    for (const item of news.toReversed()) put(item, out, -1)

    function put(item: number, neighbours: Csr, sign: 1 | -1): void {
      if (kept.has(item) || way[item] === -sign) return
      let nearest = -Infinity
      for (const other of rowOf(neighbours, item))
        if (other >= itemCount) nearest = Math.max(nearest, sign > 0 ? -1 : -1 - last)
        else if (kept.has(other)) nearest = Math.max(nearest, sign * kept.get(other)!)
      if (nearest === -Infinity) return
      kept.set(item, way[item] === 0 ? sign * (nearest + 1) : shortest(item, nearest, sign))
    }

    function shortest(leaf: number, nearest: number, sign: 1 | -1): number {
      const own = columns.get(sign)!
      let best = sign * (nearest + 1)
      for (const [layer, length] of own)
        if (sign * layer > nearest && length < (own.get(best) ?? Infinity)) best = layer
      own.set(best, (own.get(best) ?? 0) + extent[leaf]!)
      return best
    }
  }

  /** How long the columns are in which leaves stand, by their way, the nearest to their ends first. */
  function columnsOf(kept: ReadonlyMap<number, number>): Map<1 | -1, Map<number, number>> {
    const columns = new Map<1 | -1, Map<number, number>>()
    for (const sign of [1, -1] as const) {
      const own = [...kept].filter(([item]) => way[item] === sign).map(([, layer]) => layer)
      columns.set(sign, new Map(own.sort((a, b) => sign * (a - b)).map((layer) => [layer, 0])))
    }
    for (const [item, layer] of kept)
      for (const own of columns.values()) if (own.has(layer)) own.set(layer, own.get(layer)! + extent[item]!)
    return columns
  }
}
