import { NO_NODE, type NodeIndex } from '../resolve/nodes.ts'

/**
 * The circles in which parents run: each as its nodes from child to parent, beginning at its smallest index. A node that is its
 * own parent is a circle of one. O(n), without recursion.
 * @param parents the parent of each node, or NO_NODE.
 * @example
 * ```ts
 * for (const circle of parentCircles(graph.parents)) console.log(circle.map((node) => graph.idOf(node)))
 * ```
 */
export function parentCircles(parents: Int32Array): NodeIndex[][] {
  const visit = new Int32Array(parents.length)
  const circles: NodeIndex[][] = []
  for (let start = 0; start < parents.length; start++) {
    const walk = start + 1
    let node = start
    while (node !== NO_NODE && visit[node] === 0) {
      visit[node] = walk
      node = parents[node]!
    }
    if (node === NO_NODE || visit[node] !== walk) continue
    const circle = [node]
    for (let next = parents[node]!; next !== node; next = parents[next]!) circle.push(next)
    const smallest = circle.reduce((least, member, i) => (member < circle[least]! ? i : least), 0)
    circles.push([...circle.slice(smallest), ...circle.slice(0, smallest)])
  }
  return circles
}

/**
 * How many steps up it is from each node to where they end: at a root, or at a circle, whose nodes count as roots. O(n).
 * @example
 * ```ts
 * const depth = depths(graph.parents)
 * ```
 */
export function depths(parents: Int32Array): Uint32Array {
  const depth = new Uint32Array(parents.length)
  const known = new Uint8Array(parents.length)
  for (const circle of parentCircles(parents)) for (const node of circle) known[node] = 1
  const way: NodeIndex[] = []
  for (let start = 0; start < parents.length; start++) {
    let node = start
    while (!known[node]) {
      way.push(node)
      if (parents[node] === NO_NODE) break
      node = parents[node]!
    }
    for (let above = way.pop(); above !== undefined; above = way.pop()) {
      depth[above] = parents[above] === NO_NODE ? 0 : depth[parents[above]!]! + 1
      known[above] = 1
    }
  }
  return depth
}

const UNKNOWN = -2

/**
 * Finds the nearest node above a node that is wanted, or NO_NODE where none is. What one question learned the next ones use, so that
 * all of them together take O(n), however deep the tree.
 * @param parents the parent of each node, or NO_NODE.
 */
export function nearestAbove(
  parents: Int32Array,
  isWanted: (node: NodeIndex) => boolean,
): (node: NodeIndex) => NodeIndex {
  const above = new Int32Array(parents.length).fill(UNKNOWN)
  return (start) => {
    const way: NodeIndex[] = []
    let node = start
    let found = NO_NODE
    while (above[node] === UNKNOWN) {
      above[node] = NO_NODE // what comes here again has gone round a circle
      way.push(node)
      const parent = parents[node]!
      if (parent === NO_NODE) break
      if (isWanted(parent)) {
        found = parent
        break
      }
      node = parent
    }
    if (found === NO_NODE) found = above[node]!
    for (const passed of way) above[passed] = found
    return found
  }
}
