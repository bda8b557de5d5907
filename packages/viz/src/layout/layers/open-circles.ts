import { csrOf, strongComponents } from '@lineagraph/core'

/**
 * The edges to turn round so that no circle is left: 1 for each of them. Only edges inside a strongly connected part are ever
 * turned, at most half of them and those to cut. Edges from a node to itself stay. O(n + m), independent of the order of edges.
 * Source: Eades, Lin, Smyth 1993, doi:10.1016/0020-0190(93)90079-O.
 * @param cut 1 for edges of which it is known that circles are to be opened there: no other is turned where they are enough.
 */
export function openCircles(
  nodeCount: number,
  from: Uint32Array,
  to: Uint32Array,
  cut: Uint8Array = new Uint8Array(from.length),
): Uint8Array {
  const reversed = new Uint8Array(from.length)
  const { componentOf } = strongComponents(csrOf(nodeCount, from, to))
  const inside = new Uint32Array(from.length)
  let insideCount = 0
  for (let edge = 0; edge < from.length; edge++)
    if (from[edge] !== to[edge] && componentOf[from[edge]!] === componentOf[to[edge]!])
      inside[insideCount++] = edge
  if (insideCount === 0) return reversed

  const edges = inside.subarray(0, insideCount)
  const others = edges.filter((edge) => !cut[edge])
  const rank = feedbackOrder(
    nodeCount,
    others.map((edge) => from[edge]!),
    others.map((edge) => to[edge]!),
  )
  for (const edge of edges) if (rank[from[edge]!]! > rank[to[edge]!]!) reversed[edge] = 1
  return reversed
}

/**
 * A rank for each node such that few edges lead from a higher rank to a lower: sinks are put last, sources first, and where there is
 * neither, the node with the most edges out over edges in. Nodes wait in a bucket for each such surplus. Ranks of nodes without edges come
 * before all others, below 0.
 */
function feedbackOrder(nodeCount: number, from: Uint32Array, to: Uint32Array): Int32Array {
  const out = csrOf(nodeCount, from, to)
  const into = csrOf(nodeCount, to, from)
  const outs = new Int32Array(nodeCount)
  const ins = new Int32Array(nodeCount)
  let most = 0
  for (let node = 0; node < nodeCount; node++) {
    outs[node] = out.starts[node + 1]! - out.starts[node]!
    ins[node] = into.starts[node + 1]! - into.starts[node]!
    most = Math.max(most, outs[node]!, ins[node]!)
  }

  // Bucket 0 holds the sinks, the last one the sources, most + surplus + 1 the rest. Each is a ring through its own head entry.
  const bucketCount = 2 * most + 3
  const next = new Int32Array(nodeCount + bucketCount)
  const previous = new Int32Array(nodeCount + bucketCount)
  for (let bucket = 0; bucket < bucketCount; bucket++)
    next[nodeCount + bucket] = previous[nodeCount + bucket] = nodeCount + bucket
  let highest = 0
  const insert = (node: number): void => {
    const bucket =
      outs[node] === 0 ? 0 : ins[node] === 0 ? bucketCount - 1 : most + 1 + outs[node]! - ins[node]!
    const head = nodeCount + bucket
    const last = previous[head]!
    next[last] = previous[head] = node
    previous[node] = last
    next[node] = head
    highest = Math.max(highest, bucket)
  }
  const remove = (node: number): void => {
    next[previous[node]!] = next[node]!
    previous[next[node]!] = previous[node]!
  }

  const rank = new Int32Array(nodeCount).map((_, node) => node - nodeCount)
  let waiting = 0
  for (let node = 0; node < nodeCount; node++)
    if (outs[node]! + ins[node]! > 0) {
      insert(node)
      waiting++
    }
  let first = 0
  let last = waiting
  for (; waiting > 0; waiting--) {
    while (next[nodeCount + highest] === nodeCount + highest) highest--
    const sink = next[nodeCount]!
    const node = sink < nodeCount ? sink : next[nodeCount + highest]!
    rank[node] = node === sink ? --last : first++
    remove(node)
    for (let i = out.starts[node]!; i < out.starts[node + 1]!; i++) {
      const neighbor = out.neighbors[i]!
      if (rank[neighbor]! >= 0) continue
      remove(neighbor)
      ins[neighbor]!--
      insert(neighbor)
    }
    for (let i = into.starts[node]!; i < into.starts[node + 1]!; i++) {
      const neighbor = into.neighbors[i]!
      if (rank[neighbor]! >= 0) continue
      remove(neighbor)
      outs[neighbor]!--
      insert(neighbor)
    }
  }
  return rank
}
