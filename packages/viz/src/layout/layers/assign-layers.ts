import type { Csr } from '@lineagraph/core'
import type { Components } from './find-components.ts'
import { shortenEdges } from './shorten-edges.ts'

const WORK = 6_000_000
const LEAST_PASSES = 8

/**
 * A layer for each node such that every edge leads to a higher one: first by the longest path from a source, then with edges as
 * short in sum as the work allows. Each component counts from 0.
 * @param out of a graph without circles, @param into the same edges the other way.
 */
export function assignLayers(out: Csr, into: Csr, { count, componentOf }: Components): Uint32Array {
  const layer = longestPaths(out, into)
  const passes = Math.max(LEAST_PASSES, Math.floor(WORK / (out.starts.length + out.edges.length)))
  shortenEdges(layer, out, into, passes)
  return countFromZero(layer, { count, componentOf })
}

/** The number of edges on the longest path to each node. Source: Kahn 1962, doi:10.1145/368996.369025. */
function longestPaths(out: Csr, into: Csr): Int32Array {
  const nodeCount = out.starts.length - 1
  const waiting = new Uint32Array(nodeCount)
  const order = new Uint32Array(nodeCount)
  const layer = new Int32Array(nodeCount)
  let length = 0
  for (let node = 0; node < nodeCount; node++) {
    waiting[node] = into.starts[node + 1]! - into.starts[node]!
    if (waiting[node] === 0) order[length++] = node
  }
  for (let at = 0; at < length; at++) {
    const node = order[at]!
    for (let i = out.starts[node]!; i < out.starts[node + 1]!; i++) {
      const head = out.neighbors[i]!
      layer[head] = Math.max(layer[head]!, layer[node]! + 1)
      if (--waiting[head]! === 0) order[length++] = head
    }
  }
  return layer
}

/** Counts the layers of each component from 0. O(n). */
export function countFromZero(
  layer: ArrayLike<number>,
  { count, componentOf }: Pick<Components, 'count' | 'componentOf'>,
): Uint32Array {
  const first = new Int32Array(count).fill(0x7fffffff)
  for (let node = 0; node < layer.length; node++)
    first[componentOf[node]!] = Math.min(first[componentOf[node]!]!, layer[node]!)
  return Uint32Array.from(layer, (own, node) => own - first[componentOf[node]!]!)
}
