import { csrOf, type Csr } from './csr.ts'
import type { Part } from './part.ts'
import { shortCircle } from './short-circle.ts'

/**
 * How many nodes and edges of a part are looked at to make the answer better: in a small one as many as it takes, in a large one each so
 * often. All parts of a run together stay linear.
 */
const budgetFor = (size: number): number => Math.max(1_000_000, 100 * size)

/**
 * A small set of edges without which the part has no circle: indexes into `part.edges`, ascending. Where one edge is enough it is one. The
 * smallest set is a hard problem; beyond one edge this is the heuristic of Eades, Lin and Smyth 1993 (doi:10.1016/0020-0190(93)90079-O),
 * O(n + m), and but for very large parts no edge of it can be spared.
 * @param circle some circle of the part: an edge that is enough by itself lies on it.
 * @param isSuspect edges that are taken first where there is a choice, such as those that were likely declared the wrong way round.
 */
export function openingEdges(
  part: Part,
  circle: readonly number[] = shortCircle(part.out).nodes,
  isSuspect: (edge: number) => boolean = () => false,
): number[] {
  const cut = backwardEdges(part)
  const suspects: number[] = []
  for (let edge = 0; edge < part.edges.length; edge++) if (isSuspect(edge)) suspects.push(edge)
  if (cut.length === 1 && (suspects.length === 0 || isSuspect(cut[0]!))) return cut
  const size = part.nodes.length + part.edges.length
  const budget = budgetFor(size)
  if (circle.length * size <= budget) {
    const hops = suspectsLast(edgesOf(part, circle), isSuspect).reverse()
    const single = hops.find((edge) => isOpenWithout(part, edge))
    if (single !== undefined) return [single]
  }
  const all = [...new Set([...cut, ...suspects])].sort((one, other) => one - other)
  if (all.length * size <= budget) return spared(part, all, isSuspect)
  return cut.length * size <= budget ? spared(part, cut, isSuspect) : cut
}

/** The edges that lead back in an order in which few do; of a ring, the one to its first node. */
function backwardEdges(part: Part): number[] {
  if (part.edges.length === part.nodes.length) return [part.to.indexOf(0)]
  const position = new Uint32Array(part.nodes.length)
  forwardOrder(part).forEach((node, at) => (position[node] = at))
  const cut: number[] = []
  for (let edge = 0; edge < part.edges.length; edge++)
    if (position[part.from[edge]!]! > position[part.to[edge]!]!) cut.push(edge)
  return cut
}

/** The edges from each node of a circle to the next. */
function edgesOf({ out }: Part, circle: readonly number[]): number[] {
  return circle.map((from, i) => {
    const to = circle[(i + 1) % circle.length]!
    let at = out.starts[from]!
    while (out.neighbors[at] !== to) at++
    return out.edges[at]!
  })
}

/** Leaves out of `cut`, without which the part has no circle, every edge that can stay without closing one. */
function spared(part: Part, cut: readonly number[], isSuspect: (edge: number) => boolean): number[] {
  const isOut = new Uint8Array(part.edges.length)
  for (const edge of cut) isOut[edge] = 1
  const ways = new WaySearch(part, isOut)
  for (const edge of suspectsLast(cut, isSuspect))
    if (!ways.lead(part.to[edge]!, part.from[edge]!)) isOut[edge] = 0
  return cut.filter((edge) => isOut[edge] === 1)
}

const suspectsLast = (edges: readonly number[], isSuspect: (edge: number) => boolean): number[] => [
  ...edges.filter((edge) => !isSuspect(edge)),
  ...edges.filter(isSuspect),
]

/** Whether the part has no circle without one edge: its nodes go one by one, as soon as nothing leads to them any more. */
function isOpenWithout({ nodes, to, out: { starts, neighbors, edges } }: Part, without: number): boolean {
  const waiting = new Uint32Array(nodes.length)
  for (let i = 0; i < neighbors.length; i++) waiting[neighbors[i]!]!++
  const freed = to[without]!
  if (--waiting[freed]! > 0) return false // in a strongly connected part something leads to every other node
  const free = [freed]
  let left = nodes.length
  for (let node = free.pop(); node !== undefined; node = free.pop()) {
    left--
    for (let i = starts[node]!; i < starts[node + 1]!; i++)
      if (edges[i] !== without && --waiting[neighbors[i]!]! === 0) free.push(neighbors[i]!)
  }
  return left === 0
}

/** Looks for ways in a part along the edges that are not out, with one set of arrays. */
class WaySearch {
  readonly #out: Csr
  readonly #isOut: Uint8Array
  /** By node, the search that reached it last. */
  readonly #reached: Uint32Array
  readonly #open: number[] = []
  #searches = 0

  constructor({ nodes, out }: Part, isOut: Uint8Array) {
    this.#out = out
    this.#isOut = isOut
    this.#reached = new Uint32Array(nodes.length)
  }

  /** Whether a way leads from one node to another. */
  lead(from: number, to: number): boolean {
    const { starts, neighbors, edges } = this.#out
    const search = ++this.#searches
    this.#open.length = 0
    this.#open.push(from)
    this.#reached[from] = search
    for (let node = this.#open.pop(); node !== undefined; node = this.#open.pop())
      for (let i = starts[node]!; i < starts[node + 1]!; i++) {
        const neighbor = neighbors[i]!
        if (this.#isOut[edges[i]!] === 1 || this.#reached[neighbor] === search) continue
        if (neighbor === to) return true
        this.#reached[neighbor] = search
        this.#open.push(neighbor)
      }
    return false
  }
}

/** An order in which few edges lead back: sinks go to the end, sources to the front, else the node that gives the most. */
function forwardOrder(part: Part): number[] {
  const nodeCount = part.nodes.length
  const out = part.out
  const into = csrOf(nodeCount, part.to, part.from)
  const outDegree = rowLengths(out)
  const inDegree = rowLengths(into)
  const removed = new Uint8Array(nodeCount)
  const buckets = new Buckets(outDegree, inDegree)
  const front: number[] = []
  const back: number[] = []
  for (let left = nodeCount; left > 0; left--) {
    const { node, isSink } = buckets.take()
    removed[node] = 1
    ;(isSink ? back : front).push(node)
    for (let i = out.starts[node]!; i < out.starts[node + 1]!; i++) {
      const neighbor = out.neighbors[i]!
      if (removed[neighbor]) continue
      inDegree[neighbor]!--
      buckets.move(neighbor)
    }
    for (let i = into.starts[node]!; i < into.starts[node + 1]!; i++) {
      const neighbor = into.neighbors[i]!
      if (removed[neighbor]) continue
      outDegree[neighbor]!--
      buckets.move(neighbor)
    }
  }
  return [...front, ...back.reverse()]
}

function rowLengths({ starts }: Csr): Int32Array {
  const lengths = new Int32Array(starts.length - 1)
  for (let node = 0; node < lengths.length; node++) lengths[node] = starts[node + 1]! - starts[node]!
  return lengths
}

/** The nodes that are left, by how much more they give than they take: bucket 0 holds sinks, 1 sources, the others follow. */
class Buckets {
  readonly #heads: Int32Array
  readonly #next: Int32Array
  readonly #previous: Int32Array
  readonly #bucketOf: Int32Array
  readonly #outDegree: Int32Array
  readonly #inDegree: Int32Array
  readonly #most: number
  #highest = 0

  constructor(outDegree: Int32Array, inDegree: Int32Array) {
    const nodeCount = outDegree.length
    this.#outDegree = outDegree
    this.#inDegree = inDegree
    this.#most = nodeCount
    this.#heads = new Int32Array(2 * nodeCount + 3).fill(-1)
    this.#next = new Int32Array(nodeCount).fill(-1)
    this.#previous = new Int32Array(nodeCount).fill(-1)
    this.#bucketOf = new Int32Array(nodeCount)
    for (let node = nodeCount - 1; node >= 0; node--) this.#put(node)
  }

  take(): { node: number; isSink: boolean } {
    let bucket = this.#heads[0] !== -1 ? 0 : 1
    if (this.#heads[bucket] === -1) {
      while (this.#heads[this.#highest] === -1) this.#highest--
      bucket = this.#highest
    }
    const node = this.#heads[bucket]!
    this.#drop(node)
    return { node, isSink: bucket === 0 }
  }

  move(node: number): void {
    this.#drop(node)
    this.#put(node)
  }

  #put(node: number): void {
    const surplus = this.#outDegree[node]! - this.#inDegree[node]!
    const bucket = this.#outDegree[node] === 0 ? 0 : this.#inDegree[node] === 0 ? 1 : 2 + this.#most + surplus
    const head = this.#heads[bucket]!
    this.#bucketOf[node] = bucket
    this.#next[node] = head
    this.#previous[node] = -1
    if (head !== -1) this.#previous[head] = node
    this.#heads[bucket] = node
    this.#highest = Math.max(this.#highest, bucket)
  }

  #drop(node: number): void {
    const next = this.#next[node]!
    const previous = this.#previous[node]!
    if (next !== -1) this.#previous[next] = previous
    if (previous === -1) this.#heads[this.#bucketOf[node]!] = next
    else this.#next[previous] = next
  }
}
