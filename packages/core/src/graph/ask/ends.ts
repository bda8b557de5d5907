import type { NodeIndex } from '../../resolve/nodes.ts'
import type { Csr } from '../csr.ts'
import type { Ways } from '../ways.ts'

/** What feeds something and is fed by nothing; a node that feeds itself is not fed by that. O(n + m). */
export const rootsOf = (ways: Ways): NodeIndex[] => endsOf(ways.in, ways.out)

/** What is fed and feeds nothing. */
export const leavesOf = (ways: Ways): NodeIndex[] => endsOf(ways.out, ways.in)

function endsOf(none: Csr, some: Csr): NodeIndex[] {
  const found: NodeIndex[] = []
  for (let node = 0; node < none.starts.length - 1; node++)
    if (!hasOther(none, node) && hasOther(some, node)) found.push(node)
  return found
}

/** Rows hold no neighbor twice: at most one is the node itself. */
function hasOther({ starts, neighbors }: Csr, node: NodeIndex): boolean {
  const count = starts[node + 1]! - starts[node]!
  return count > 1 || (count === 1 && neighbors[starts[node]!] !== node)
}
