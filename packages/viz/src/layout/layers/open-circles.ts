import { csrOf, strongComponents } from '@lineagraph/core'

/** Edges by their ends, and what it costs to turn each. */
interface Priced {
  readonly from: Uint32Array
  readonly to: Uint32Array
  readonly cost: Float64Array
}

/**
 * The edges to turn round so that no circle is left: 1 for each of them. Only edges inside a strongly connected part are ever
 * turned, in sum at most half of their weight and what is to be cut. Edges from a node to itself stay. In each part it is the lighter of two answers:
 * what is left without the edges to cut is opened as it is; or each chain of edges is opened where it weighs least, so that a ring is turned at its lightest
 * edge. O(n + m), independent of the order of edges. Source: Eades, Lin, Smyth 1993, doi:10.1016/0020-0190(93)90079-O.
 * @param weight at least 1; all weigh the same where it is left out.
 * @param cut 1 for edges of which it is known that circles are to be opened there: they are turned rather than others that weigh the same.
 */
export function openCircles(
  nodeCount: number,
  from: Uint32Array,
  to: Uint32Array,
  weight: ArrayLike<number> = new Uint8Array(from.length).fill(1),
  cut: Uint8Array = new Uint8Array(from.length),
): Uint8Array {
  const reversed = new Uint8Array(from.length)
  const { componentOf } = strongComponents(csrOf(nodeCount, from, to))
  const edges = Uint32Array.from(from.keys()).filter(
    (edge) => from[edge] !== to[edge] && componentOf[from[edge]!] === componentOf[to[edge]!],
  )
  if (edges.length === 0) return reversed

  // All that is to be cut together spares less than one that weighs less.
  const dear = edges.length + 1
  const priced = (some: Uint32Array): Priced => ({
    from: some.map((edge) => from[edge]!),
    to: some.map((edge) => to[edge]!),
    cost: Float64Array.from(some, (edge) => dear * weight[edge]! - cut[edge]!),
  })
  const all = priced(edges)
  const rank = feedbackOrder(nodeCount, priced(edges.filter((edge) => !cut[edge])))
  const byOrder = Uint8Array.from(all.from, (node, i) => (rank[node]! > rank[all.to[i]!]! ? 1 : 0))
  const byChain = turnedInChains(nodeCount, all)
  const more = new Float64Array(nodeCount)
  edges.forEach((edge, i) => {
    more[componentOf[from[edge]!]!]! += (byOrder[i]! - byChain[i]!) * all.cost[i]!
  })
  edges.forEach((edge, i) => {
    reversed[edge] = (more[componentOf[from[edge]!]!]! > 0 ? byChain : byOrder)[i]!
  })
  return reversed
}

/** Opens circles as chains lead: with nothing else at the nodes between its edges, a chain is turned at the one that costs least, the last of several. */
function turnedInChains(nodeCount: number, { from, to, cost }: Priced): Uint8Array {
  const ins = new Uint32Array(nodeCount)
  const outs = new Uint32Array(nodeCount)
  const leaving = new Uint32Array(nodeCount)
  for (let edge = 0; edge < from.length; edge++) {
    ins[to[edge]!]!++
    outs[from[edge]!]!++
    leaving[from[edge]!] = edge
  }
  const isBetween = (node: number): boolean => ins[node] === 1 && outs[node] === 1
  const isPassed = new Uint8Array(nodeCount)
  const turned = new Uint8Array(from.length)
  const chains: { readonly start: number; readonly end: number; readonly edge: number }[] = []
  const follow = (first: number): void => {
    const start = from[first]!
    let [cheapest, end] = [first, to[first]!]
    while (end !== start && isBetween(end)) {
      isPassed[end] = 1
      const next = leaving[end]!
      if (cost[next]! <= cost[cheapest]!) cheapest = next
      end = to[next]!
    }
    if (end === start) turned[cheapest] = 1
    else chains.push({ start, end, edge: cheapest })
  }
  for (let edge = 0; edge < from.length; edge++) if (!isBetween(from[edge]!)) follow(edge)
  // A ring by itself has no node where others meet: it begins at its first.
  for (let node = 0; node < nodeCount; node++) {
    if (!isBetween(node) || isPassed[node]) continue
    isPassed[node] = 1
    follow(leaving[node]!)
  }
  const rank = feedbackOrder(nodeCount, {
    from: Uint32Array.from(chains, ({ start }) => start),
    to: Uint32Array.from(chains, ({ end }) => end),
    cost: Float64Array.from(chains, ({ edge }) => cost[edge]!),
  })
  for (const { start, end, edge } of chains) if (rank[start]! > rank[end]!) turned[edge] = 1
  return turned
}

/** Surpluses are told apart to so small a part of what an edge costs in the mean, which bounds how many there are. */
const PART = 16

/**
 * A rank for each node such that few edges lead from a higher rank to a lower: sinks are put last, sources first, and where there is
 * neither, the node whose edges out cost the most over its edges in. Nodes wait in a bucket for each such surplus. Ranks of nodes without edges come
 * before all others, below 0.
 */
function feedbackOrder(nodeCount: number, { from, to, cost }: Priced): Int32Array {
  const out = csrOf(nodeCount, from, to)
  const into = csrOf(nodeCount, to, from)
  const outs = new Float64Array(nodeCount)
  const ins = new Float64Array(nodeCount)
  let sum = 0
  for (let edge = 0; edge < from.length; edge++) {
    outs[from[edge]!]! += cost[edge]!
    ins[to[edge]!]! += cost[edge]!
    sum += cost[edge]!
  }
  const step = Math.max(1, Math.floor(sum / (PART * from.length)))
  let most = 0
  for (let node = 0; node < nodeCount; node++)
    most = Math.max(most, Math.ceil(outs[node]! / step), Math.ceil(ins[node]! / step))

  // Bucket 0 holds the sinks, the last one the sources, most + surplus + 1 the rest. Each is a ring through its own head entry.
  const bucketCount = 2 * most + 3
  const [sinks, sources] = [nodeCount, nodeCount + bucketCount - 1]
  const next = new Int32Array(nodeCount + bucketCount)
  const previous = new Int32Array(nodeCount + bucketCount)
  for (let bucket = 0; bucket < bucketCount; bucket++)
    next[nodeCount + bucket] = previous[nodeCount + bucket] = nodeCount + bucket
  /** No node of the rest has a higher bucket. It rises by what an edge costs at most, so that going down takes no longer in sum. */
  let highest = sinks
  const insert = (node: number): void => {
    const isBetween = outs[node]! > 0 && ins[node]! > 0
    const head = isBetween
      ? nodeCount + most + 1 + Math.floor((outs[node]! - ins[node]!) / step)
      : outs[node] === 0
        ? sinks
        : sources
    if (isBetween) highest = Math.max(highest, head)
    const last = previous[head]!
    next[last] = previous[head] = node
    previous[node] = last
    next[node] = head
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
    const sink = next[sinks]!
    const source = next[sources]!
    const [isSink, isSource] = [sink < nodeCount, source < nodeCount]
    if (!isSink && !isSource) while (next[highest] === highest) highest--
    const node = isSink ? sink : isSource ? source : next[highest]!
    rank[node] = isSink ? --last : first++
    remove(node)
    for (let i = out.starts[node]!; i < out.starts[node + 1]!; i++) {
      const neighbor = out.neighbors[i]!
      if (rank[neighbor]! >= 0) continue
      remove(neighbor)
      ins[neighbor]! -= cost[out.edges[i]!]!
      insert(neighbor)
    }
    for (let i = into.starts[node]!; i < into.starts[node + 1]!; i++) {
      const neighbor = into.neighbors[i]!
      if (rank[neighbor]! >= 0) continue
      remove(neighbor)
      outs[neighbor]! -= cost[into.edges[i]!]!
      insert(neighbor)
    }
  }
  return rank
}
