import { csrOf, strongComponents } from '@lineagraph/core'

/**
 * Of the edges of circles, those that lead against the flow: as in the picture before, where all of a circle was there already. An edge that more or
 * fewer stand for now turns nothing round. O(n + m).
 * @param fresh 1 for each edge that would without a picture before. @param before the layer of each node; -1 for what is new, and nothing for what is no item.
 */
export function stayTurned(
  fresh: Uint8Array,
  before: Int32Array | null,
  nodeCount: number,
  from: Uint32Array,
  to: Uint32Array,
): Uint8Array {
  if (!before || !fresh.includes(1)) return fresh
  const { componentOf } = strongComponents(csrOf(nodeCount, from, to))
  const layerOf = (node: number): number => before[node] ?? -1
  const isOther = new Uint8Array(nodeCount)
  const inCircle = (edge: number): boolean =>
    from[edge] !== to[edge] && componentOf[from[edge]!] === componentOf[to[edge]!]
  for (let edge = 0; edge < from.length; edge++) {
    if (!inCircle(edge)) continue
    const [start, end] = [layerOf(from[edge]!), layerOf(to[edge]!)]
    if (start < 0 || end < 0 || start === end) isOther[componentOf[from[edge]!]!] = 1
  }
  return fresh.map((is, edge) => {
    if (!inCircle(edge) || isOther[componentOf[from[edge]!]!]) return is
    return layerOf(from[edge]!) > layerOf(to[edge]!) ? 1 : 0
  })
}
