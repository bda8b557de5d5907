import type { Csr } from './csr.ts'

/** The strongly connected parts. Parts are numbered so that every edge between two parts leads from a higher to a lower one. */
export interface StrongComponents {
  readonly count: number
  /** Of each node; negative for one that was left out. */
  readonly componentOf: Int32Array
  readonly sizes: Uint32Array
}

const LEFT_OUT = -2

/**
 * Strongly connected parts in O(n + m), without recursion. A node alone is a part of one, with or without an edge to itself.
 * @param isLeftOut 1 for each node that is in no circle and is not looked at.
 * Source: Tarjan 1972, doi:10.1137/0201010.
 * @example
 * ```ts
 * const { count, componentOf } = strongComponents(graph.out)
 * ```
 */
export function strongComponents({ starts, neighbors }: Csr, isLeftOut?: Uint8Array): StrongComponents {
  const nodeCount = starts.length - 1
  const componentOf = new Int32Array(nodeCount).fill(-1)
  const order = new Int32Array(nodeCount).fill(-1)
  const low = new Int32Array(nodeCount)
  const next = starts.slice(0, nodeCount)
  const open = new Int32Array(nodeCount)
  const path = new Int32Array(nodeCount)
  const sizes: number[] = []
  if (isLeftOut)
    for (let node = 0; node < nodeCount; node++)
      if (isLeftOut[node] === 1) {
        order[node] = 0
        componentOf[node] = LEFT_OUT
      }
  let openLength = 0
  let visited = 0

  for (let root = 0; root < nodeCount; root++) {
    if (order[root] !== -1) continue
    let depth = 0
    path[0] = root
    order[root] = low[root] = visited++
    open[openLength++] = root
    while (depth >= 0) {
      const node = path[depth]!
      if (next[node]! < starts[node + 1]!) {
        const neighbor = neighbors[next[node]!++]!
        if (order[neighbor] === -1) {
          order[neighbor] = low[neighbor] = visited++
          open[openLength++] = neighbor
          path[++depth] = neighbor
        } else if (componentOf[neighbor] === -1 && order[neighbor]! < low[node]!) {
          low[node] = order[neighbor]!
        }
        continue
      }
      if (low[node] === order[node]) {
        let size = 0
        let member: number
        do {
          member = open[--openLength]!
          componentOf[member] = sizes.length
          size++
        } while (member !== node)
        sizes.push(size)
      }
      depth--
      if (depth >= 0 && low[node]! < low[path[depth]!]!) low[path[depth]!] = low[node]!
    }
  }
  return { count: sizes.length, componentOf, sizes: Uint32Array.from(sizes) }
}
