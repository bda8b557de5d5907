import type { Csr } from './csr.ts'

/** Up to this many edges the shortest circle is found for certain. */
const EXACT_EDGES = 1000
/** How many edges are looked at beyond that: some 10 ms. */
const BUDGET = 2_000_000

export interface ShortCircle {
  /** The nodes in order, beginning at the smallest; the last leads to the first. */
  readonly nodes: readonly number[]
  /** Whether none is shorter, for certain. */
  readonly isShortest: boolean
}

/**
 * A short circle of a strongly connected part of two or more nodes. The shortest where the part has up to 1,000 edges, else the best
 * of a bounded search; of several the one with the smallest nodes. Breadth-first from one node after another: O(n · m) for small
 * parts, O(m) for large ones and for rings.
 */
export function shortCircle(csr: Csr): ShortCircle {
  const nodeCount = csr.starts.length - 1
  const edgeCount = csr.neighbors.length
  if (edgeCount === nodeCount) return { nodes: ring(csr), isShortest: true }
  const isExact = edgeCount <= EXACT_EDGES
  const search = new CircleSearch(csr)
  let best: number[] | undefined
  let start = 0
  for (; start < nodeCount && (best === undefined || best.length > 2); start++) {
    if (!isExact && best && search.looked > BUDGET) break
    best = search.through(start, best === undefined ? Infinity : best.length - 1) ?? best
  }
  const isShortest = start === nodeCount || best!.length === 2
  return { nodes: fromSmallest(best!), isShortest }
}

/** The only circle of a part that has as many edges as nodes. */
function ring({ starts, neighbors }: Csr): number[] {
  const nodes = [0]
  for (let node = neighbors[starts[0]!]!; node !== 0; node = neighbors[starts[node]!]!) nodes.push(node)
  return nodes
}

/** Searches from one node after another, with one set of arrays: `reached[v]` is the search that reached v last. */
class CircleSearch {
  readonly #csr: Csr
  readonly #reached: Int32Array
  readonly #cameFrom: Int32Array
  readonly #queue: Int32Array
  #searches = 0
  looked = 0

  constructor(csr: Csr) {
    const nodeCount = csr.starts.length - 1
    this.#csr = csr
    this.#reached = new Int32Array(nodeCount)
    this.#cameFrom = new Int32Array(nodeCount)
    this.#queue = new Int32Array(nodeCount)
  }

  /** The shortest circle through `start` of no more than `longest` nodes. */
  through(start: number, longest: number): number[] | undefined {
    const { starts, neighbors } = this.#csr
    const search = ++this.#searches
    this.#reached[start] = search
    this.#cameFrom[start] = -1
    this.#queue[0] = start
    let queued = 1
    let stepEnd = 1
    for (let at = 0, steps = 1; at < queued && steps <= longest; at++) {
      const node = this.#queue[at]!
      for (let i = starts[node]!; i < starts[node + 1]!; i++) {
        const neighbor = neighbors[i]!
        this.looked++
        if (neighbor === start) return this.#wayTo(node)
        if (this.#reached[neighbor] === search) continue
        this.#reached[neighbor] = search
        this.#cameFrom[neighbor] = node
        this.#queue[queued++] = neighbor
      }
      if (at + 1 === stepEnd) {
        steps++
        stepEnd = queued
      }
    }
    return undefined
  }

  #wayTo(end: number): number[] {
    const way: number[] = []
    for (let node = end; node !== -1; node = this.#cameFrom[node]!) way.push(node)
    return way.reverse()
  }
}

function fromSmallest(circle: readonly number[]): number[] {
  const smallest = circle.reduce((least, node, i) => (node < circle[least]! ? i : least), 0)
  return [...circle.slice(smallest), ...circle.slice(0, smallest)]
}
