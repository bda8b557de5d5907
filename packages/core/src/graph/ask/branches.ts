import { groupsOf, type Groups } from '../../resolve/groups.ts'
import type { NodeIndex } from '../../resolve/nodes.ts'
import type { NodeList } from './answer.ts'

/** A node in the tree of how things were reached. */
export interface Branch {
  readonly node: NodeIndex
  /** From the outside in, whether more stands beside what it is below, and last beside itself; changed when the next one is asked for. */
  readonly goesOn: readonly boolean[]
}

/** Each node before what was reached from it, in the order of `nodes`. O(n), without recursion. @param via by node; -1 from the root. */
export function* branches(nodes: NodeList, via: Int32Array): Generator<Branch> {
  const root = via.length
  const above = Int32Array.from(nodes, (node) => (via[node]! < 0 ? root : via[node]!))
  const below = groupsOf(root + 1, above)
  const open = [rowOf(below, root)]
  const goesOn: boolean[] = []
  for (let here = open.at(-1); here; here = open.at(-1)) {
    if (here.next === here.end) {
      open.pop()
      goesOn.pop()
      continue
    }
    const node = nodes[below.members[here.next++]!]!
    goesOn.push(here.next < here.end)
    yield { node, goesOn }
    open.push(rowOf(below, node))
  }
}

const rowOf = ({ starts }: Groups, group: number) => ({ next: starts[group]!, end: starts[group + 1]! })
