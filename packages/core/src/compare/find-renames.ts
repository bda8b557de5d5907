import { depths } from '../graph/hierarchy.ts'
import type { LineageGraph } from '../graph/lineage-graph.ts'
import { groupsOf, membersOf } from '../resolve/groups.ts'
import { NO_NODE, type NodeIndex } from '../resolve/nodes.ts'
import { Tuples } from '../read/tuples.ts'
import type { ResourceChanges } from './compare-resources.ts'
import type { MatchedNodes } from './match-nodes.ts'
import { restOf } from './rest-of-content.ts'

/** A removed resource and an added one that look like one with another id. */
export interface Rename {
  /** A node of the base. */
  readonly from: NodeIndex
  /** A node of the head. */
  readonly to: NodeIndex
  /** How many resources below it are renamed with it. */
  readonly inside: number
}

/** What looks renamed. */
export interface Renames {
  /** The outermost ones, in the order of the base. */
  readonly roots: readonly Rename[]
  /** By node of the base, the node of the head that it became, or NO_NODE; with those inside the roots. */
  readonly toOf: Int32Array
  /** By node of the head, the node of the base that it was, or NO_NODE. */
  readonly fromOf: Int32Array
}

const AGREE_IN_ALL_BUT = ['databuilder_id', 'parent_databuilder_id'] as const

/**
 * Pairs removed and added resources that agree in all but their ids: of all fields, and with parents that are one resource or a pair
 * themselves, so that a renamed table takes its columns along. Where several would do for one, none is taken. From the outside in, each
 * looked at once: O(n log n).
 */
export function findRenames(
  base: LineageGraph,
  head: LineageGraph,
  { headOf }: MatchedNodes,
  { added, removed }: Pick<ResourceChanges, 'added' | 'removed'>,
): Renames {
  const toOf = new Int32Array(base.nodeCount).fill(NO_NODE)
  const fromOf = new Int32Array(head.nodeCount).fill(NO_NODE)
  const keys = new Tuples(3)
  const key = new Int32Array(3)
  /** What a resource says, and below what it stands, as a number. */
  const keyOf = (graph: LineageGraph, node: NodeIndex, parentInHead: NodeIndex): number => {
    const { high, low } = restOf(graph, node, AGREE_IN_ALL_BUT)
    key[0] = high
    key[1] = low
    key[2] = parentInHead
    return keys.intern(key)
  }
  const candidates = onlyOnes(added, (node) => keyOf(head, node, head.parentOf(node)))
  const depthOf = depths(base.parents)
  for (const level of byNumber(removed, depthOf)) {
    const wanting = onlyOnes(level, (node) => {
      const parent = base.parentOf(node)
      const parentInHead = parent === NO_NODE ? NO_NODE : standsFor(parent)
      return parent !== NO_NODE && parentInHead === NO_NODE ? NO_KEY : keyOf(base, node, parentInHead)
    })
    for (const [key, from] of wanting) {
      const to = candidates.get(key)
      if (from === MANY || to === undefined || to === MANY) continue
      toOf[from] = to
      fromOf[to] = from
    }
  }
  return { roots: rootsOf(base, removed, toOf, depthOf), toOf, fromOf }

  function standsFor(parent: NodeIndex): NodeIndex {
    const to = toOf[parent]!
    return to === NO_NODE ? headOf[parent]! : to
  }
}

const NO_KEY = -1
/** Stands where more than one has a key. */
const MANY = -2

/** By key the only node that has it, or MANY. */
function onlyOnes(
  nodes: Iterable<NodeIndex>,
  keyOf: (node: NodeIndex) => number,
): ReadonlyMap<number, number> {
  const only = new Map<number, number>()
  for (const node of nodes) {
    const key = keyOf(node)
    if (key !== NO_KEY) only.set(key, only.has(key) ? MANY : node)
  }
  return only
}

/** The nodes by a number that each has, the lowest first. */
function* byNumber(nodes: Int32Array, numberOf: Uint32Array): Generator<NodeIndex[]> {
  let most = -1
  for (const node of nodes) most = Math.max(most, numberOf[node]!)
  const groups = groupsOf(
    most + 1,
    nodes.map((node) => numberOf[node]!),
  )
  for (let number = 0; number <= most; number++) {
    const members = membersOf(groups, number)
    if (members.length > 0) yield Array.from(members, (index) => nodes[index]!)
  }
}

function rootsOf(
  base: LineageGraph,
  removed: Int32Array,
  toOf: Int32Array,
  depthOf: Uint32Array,
): readonly Rename[] {
  const inside = new Map<NodeIndex, number>()
  const rootOf = new Int32Array(base.nodeCount).fill(NO_NODE)
  for (const level of byNumber(removed, depthOf))
    for (const node of level) {
      if (toOf[node] === NO_NODE) continue
      const parent = base.parentOf(node)
      const root = parent === NO_NODE ? NO_NODE : rootOf[parent]!
      rootOf[node] = root === NO_NODE ? node : root
      inside.set(rootOf[node], root === NO_NODE ? 0 : inside.get(root)! + 1)
    }
  return removed
    .filter((node) => rootOf[node] === node)
    .reduce<Rename[]>((roots, from) => {
      roots.push({ from, to: toOf[from]!, inside: inside.get(from)! })
      return roots
    }, [])
}
