import type { Csr } from '@lineagraph/core'

/**
 * Moves nodes to other layers so that the edges become shortest in sum, as network simplex would; but layers are valid after
 * every pass, each O(n + m), so that work can be bounded. It solves the dual, a flow on edges of length 1, by the primal-dual method
 * (Ford, Fulkerson 1957) with the phases of Dinitz 1970: where an edge is longer than 1, the unit that flowed on it must find
 * another way from its tail to some head that lacks one; what is reached only from tails that find none moves right.
 * @param layer of each node, every edge leading to a higher one; moved in place.
 * @param out of a graph without circles, @param into the same edges the other way.
 */
export function shortenEdges(layer: Int32Array, out: Csr, into: Csr, passes: number): void {
  const nodeCount = layer.length
  /** By where an edge is in the rows of `out`; and where those of `into` are there. */
  const flow = new Int32Array(out.edges.length)
  const outOf = slotsIn(out, into)
  /** Units that look for a way on; below 0, units that are lacked. */
  const excess = new Int32Array(nodeCount)
  for (let node = 0; node < nodeCount; node++)
    for (let i = out.starts[node]!; i < out.starts[node + 1]!; i++) {
      const head = out.neighbors[i]!
      if (layer[head]! - layer[node]! === 1) {
        flow[i] = 1
      } else {
        excess[node]!++
        excess[head]!--
      }
    }

  const hops = new Int32Array(nodeCount) // to the nearest node that lacks a unit
  const list = new Int32Array(nodeCount)
  const next = new Int32Array(nodeCount)
  const entered = new Int32Array(nodeCount)
  for (let pass = 0; pass < passes; pass++) {
    findHops()
    const moved = moveStuck()
    if (!sendUnits() && !moved) return
  }

  /** Breadth first from the nodes that lack a unit: backwards over edges of length 1, forwards over edges with flow. */
  function findHops(): void {
    hops.fill(NO_WAY)
    let length = 0
    for (let node = 0; node < nodeCount; node++)
      if (excess[node]! < 0) {
        hops[node] = 0
        list[length++] = node
      }
    for (let at = 0; at < length; at++) {
      const node = list[at]!
      const next = hops[node]! + 1
      const before = layer[node]! - 1
      for (let i = into.starts[node]!, end = into.starts[node + 1]!; i < end; i++) {
        const tail = into.neighbors[i]!
        if (hops[tail] !== NO_WAY || layer[tail] !== before) continue
        hops[tail] = next
        list[length++] = tail
      }
      for (let i = out.starts[node]!, end = out.starts[node + 1]!; i < end; i++) {
        const head = out.neighbors[i]!
        if (hops[head] !== NO_WAY || flow[i]! <= 0) continue
        hops[head] = next
        list[length++] = head
      }
    }
  }

  /** What is reached from units without a way moves right, as far as the edges that leave it allow. Whether it did. */
  function moveStuck(): boolean {
    let length = 0
    const reach = (node: number): void => {
      if (hops[node] !== NO_WAY) return
      hops[node] = STUCK
      list[length++] = node
    }
    for (let node = 0; node < nodeCount; node++) if (excess[node]! > 0) reach(node)
    for (let at = 0; at < length; at++) {
      const node = list[at]!
      for (let i = out.starts[node]!; i < out.starts[node + 1]!; i++)
        if (layer[out.neighbors[i]!]! - layer[node]! === 1) reach(out.neighbors[i]!)
      for (let i = into.starts[node]!; i < into.starts[node + 1]!; i++)
        if (flow[outOf[i]!]! > 0) reach(into.neighbors[i]!)
    }
    let room = Infinity
    for (let at = 0; at < length; at++) {
      const node = list[at]!
      for (let i = out.starts[node]!; i < out.starts[node + 1]!; i++) {
        const head = out.neighbors[i]!
        if (hops[head] !== STUCK) room = Math.min(room, layer[head]! - layer[node]! - 1)
      }
    }
    if (room === Infinity) return false
    for (let at = 0; at < length; at++) layer[list[at]!]! += room
    return true
  }

  /** Depth first along ways that get nearer with each hop; a blocking flow. Whether any unit found its way. */
  function sendUnits(): boolean {
    next.fill(0)
    let sent = false
    for (let source = 0; source < nodeCount; source++) {
      if (excess[source]! <= 0 || hops[source]! < 0) continue
      let depth = 0
      list[0] = source
      while (depth >= 0 && excess[source]! > 0) {
        const node = list[depth]!
        if (excess[node]! < 0) {
          depth = fillPath(depth)
          sent = true
        } else if (!enterNext(node, depth)) {
          next[node] = DONE
          depth--
        } else {
          depth++
        }
      }
    }
    return sent
  }

  function enterNext(node: number, depth: number): boolean {
    if (next[node] === DONE) return false
    const outs = out.starts[node + 1]! - out.starts[node]!
    const ins = into.starts[node + 1]! - into.starts[node]!
    for (; next[node]! < outs + ins; next[node]!++) {
      const i = next[node]! < outs ? out.starts[node]! + next[node]! : into.starts[node]! + next[node]! - outs
      const along = next[node]! < outs
      const neighbor = along ? out.neighbors[i]! : into.neighbors[i]!
      if (hops[neighbor] !== hops[node]! - 1 || next[neighbor] === DONE) continue
      if (along ? layer[neighbor]! - layer[node]! !== 1 : flow[outOf[i]!] === 0) continue
      entered[depth + 1] = along ? i : -1 - outOf[i]!
      list[depth + 1] = neighbor
      return true
    }
    return false
  }

  /** Sends what the path can take. @returns the depth from which the search goes on: before the first edge that is used up. */
  function fillPath(depth: number): number {
    const source = list[0]!
    const target = list[depth]!
    let amount = Math.min(excess[source]!, -excess[target]!)
    for (let i = 1; i <= depth; i++) if (entered[i]! < 0) amount = Math.min(amount, flow[-1 - entered[i]!]!)
    let usable = depth - 1
    for (let i = depth; i >= 1; i--)
      if (entered[i]! >= 0) flow[entered[i]!]! += amount
      else if ((flow[-1 - entered[i]!]! -= amount) === 0) usable = i - 1
    excess[source]! -= amount
    excess[target]! += amount
    return usable
  }
}

/** Of each edge in the rows of `into`: where it is in those of `out`. */
function slotsIn(out: Csr, into: Csr): Uint32Array {
  const slotOf = new Uint32Array(out.edges.length)
  out.edges.forEach((edge, slot) => (slotOf[edge] = slot))
  return into.edges.map((edge) => slotOf[edge]!)
}

const NO_WAY = -1
const STUCK = -2
const DONE = -1
