import type { NodeIndex } from '../../resolve/nodes.ts'
import { distancesFrom } from '../distances.ts'
import { nearestAbove } from '../hierarchy.ts'
import type { LineageGraph } from '../lineage-graph.ts'
import type { Ways } from '../ways.ts'
import type { Answer } from './answer.ts'

/** What feeds some nodes, or what they feed, the nearest first, without themselves. O(n + m). */
export function flowOf(
  ways: Ways,
  starts: Iterable<NodeIndex>,
  side: 'upstream' | 'downstream',
  depth = Infinity,
): Required<Pick<Answer, 'nodes' | 'hopsOf' | 'via'>> {
  const [there, back] = side === 'upstream' ? [ways.in, ways.out] : [ways.out, ways.in]
  const { steps, reached } = distancesFrom(there, starts, depth)
  const first = reached.findIndex((node) => steps[node]! > 0)
  const nodes = first < 0 ? reached.subarray(0, 0) : reached.subarray(first)
  const via = new Int32Array(steps.length).fill(-1)
  for (const node of nodes) {
    if (steps[node] === 1) continue
    for (let i = back.starts[node]!; i < back.starts[node + 1]!; i++)
      if (steps[back.neighbors[i]!] === steps[node]! - 1) {
        via[node] = back.neighbors[i]!
        break
      }
  }
  return { nodes, hopsOf: (node) => steps[node]!, via }
}

/** In place of each node the nearest thing that is wanted: itself, or one that it is inside. Each once, as near as its nearest part. O(n). */
export function liftedTo(
  graph: LineageGraph,
  { nodes, hopsOf }: Required<Pick<Answer, 'nodes' | 'hopsOf'>>,
  isWanted: (node: NodeIndex) => boolean,
): Required<Pick<Answer, 'nodes' | 'hopsOf'>> {
  const above = nearestAbove(graph.parents, isWanted)
  const lifted: NodeIndex[] = []
  const nearest = new Int32Array(graph.nodeCount).fill(-1)
  for (const node of nodes) {
    const thing = isWanted(node) ? node : above(node)
    if (thing < 0 || nearest[thing]! >= 0) continue
    nearest[thing] = hopsOf(node)
    lifted.push(thing)
  }
  return { nodes: lifted, hopsOf: (node) => nearest[node]! }
}
