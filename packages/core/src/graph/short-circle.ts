import { rowOf, type Csr } from './csr.ts'

/** Up to this many edges the shortest circle is found for certain. */
const EXACT_EDGES = 1000
/** How many edges are looked at beyond that. A ring of 100,000 is walked round some twenty times. */
const BUDGET = 2_000_000

/**
 * A short circle of a strongly connected part of two or more nodes, as its nodes in order, beginning at the smallest. The shortest
 * where the part has up to 1,000 edges, else the best of a bounded search; of several the one with the smallest nodes.
 * Breadth-first from one node after another: O(n · m) at most, and O(m) for large parts.
 */
export function shortCircle(csr: Csr): number[] {
  const nodeCount = csr.starts.length - 1
  const exact = csr.neighbors.length <= EXACT_EDGES
  let best: number[] | undefined
  let looked = 0
  for (let start = 0; start < nodeCount; start++) {
    const longest = best === undefined ? Infinity : best.length - 1
    if (longest < 2) break
    const search = circleThrough(csr, start, longest)
    looked += search.looked
    if (search.circle) best = search.circle
    if (!exact && best && looked > BUDGET) break
  }
  return fromSmallest(best!)
}

/** The shortest circle through `start` of no more than `longest` nodes. */
function circleThrough(csr: Csr, start: number, longest: number): { circle?: number[]; looked: number } {
  const cameFrom = new Map<number, number>([[start, -1]])
  let looked = 0
  let steps = 1
  for (let front = [start]; front.length > 0 && steps <= longest; steps++) {
    const next: number[] = []
    for (const node of front)
      for (const neighbor of rowOf(csr, node)) {
        looked++
        if (neighbor === start) return { circle: wayTo(node, cameFrom), looked }
        if (cameFrom.has(neighbor)) continue
        cameFrom.set(neighbor, node)
        next.push(neighbor)
      }
    front = next
  }
  return { looked }
}

function wayTo(end: number, cameFrom: ReadonlyMap<number, number>): number[] {
  const way: number[] = []
  for (let node = end; node !== -1; node = cameFrom.get(node)!) way.push(node)
  return way.reverse()
}

function fromSmallest(circle: readonly number[]): number[] {
  const smallest = circle.reduce((least, node, i) => (node < circle[least]! ? i : least), 0)
  return [...circle.slice(smallest), ...circle.slice(0, smallest)]
}
