import type { LineageGraph, NodeIndex, Outermost } from '@lineagraph/core'
import type { Changed } from './run-facts.ts'

/** What may hurt comes first. */
export const CHANGES = ['removed', 'changed', 'added'] as const
/** Up to so many rows a list is open to its end at first. */
const FEW_ROWS = 60

/** Something that differs, or that is around such. */
export interface ChangeSlot {
  /** How it differs itself; null for what is only around others. */
  change: Changed | null
  /** In the base where it is removed, else in the head. */
  readonly node: NodeIndex
  /** How many came or went inside it. */
  inside: number
  readonly children: ChangeSlot[]
  /** How many differ below it, and inside those, by their place in CHANGES. */
  readonly below: [number, number, number]
}

/** All that differs, in what is around it. */
export interface ChangeTree {
  readonly roots: readonly ChangeSlot[]
  /** How many slots there are. */
  readonly size: number
}

/**
 * Puts what differs into the hierarchy of the head: what is removed stands in what was around it and still stands. O(changes and what is
 * around them).
 */
export function changeTree(
  head: LineageGraph,
  lists: Readonly<Record<Changed, Outermost>>,
  standingAround: (node: NodeIndex) => NodeIndex,
): ChangeTree {
  const parents = head.placedParents
  const slotOf = new Map<NodeIndex, ChangeSlot>()
  const roots: ChangeSlot[] = []
  let size = 0
  const slot = (change: Changed | null, node: NodeIndex, inside: number): ChangeSlot => {
    size++
    return { change, node, inside, children: [], below: [0, 0, 0] }
  }
  /** The slot of a node that stands, and of all that is around it. Parents may run in a circle: its last is then a root. */
  const standing = (node: NodeIndex): ChangeSlot => {
    const known = slotOf.get(node)
    if (known) return known
    const made = slot(null, node, 0)
    slotOf.set(node, made)
    for (let below = made, above = parents[node]!; ; above = parents[above]!) {
      const there = above < 0 ? undefined : slotOf.get(above)
      const isCircle = there !== undefined && isBelow(there, below)
      if (above < 0 || isCircle) roots.push(below)
      else if (there) there.children.push(below)
      else {
        const next = slot(null, above, 0)
        slotOf.set(above, next)
        next.children.push(below)
        below = next
        continue
      }
      return made
    }
  }
  for (const change of CHANGES) {
    const { nodes, inside } = lists[change]
    for (const [i, node] of nodes.entries()) {
      if (change !== 'removed') Object.assign(standing(node), { change, inside: inside[i] ?? 0 })
      else {
        const around = standingAround(node)
        const made = slot(change, node, inside[i] ?? 0)
        if (around < 0) roots.push(made)
        else standing(around).children.push(made)
      }
    }
  }
  addUp(roots)
  return { roots, size }
}

/** Whether a slot is on the way down from another that has been climbed from just now: each has one child yet. */
function isBelow(slot: ChangeSlot, top: ChangeSlot): boolean {
  for (let here: ChangeSlot | undefined = top; here; here = here.children[0]) if (here === slot) return true
  return false
}

/** Counts below each what differs: children before what they are in, without recursion. */
function addUp(roots: readonly ChangeSlot[]): void {
  const order: ChangeSlot[] = []
  const waiting = [...roots]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    order.push(next)
    for (const child of next.children) waiting.push(child)
  }
  for (const { children, below } of order.reverse())
    for (const child of children) {
      for (const [i, change] of CHANGES.entries())
        below[i]! += child.below[i]! + (child.change === change ? 1 + child.inside : 0)
    }
}

export interface ListedSlot {
  readonly slot: ChangeSlot
  readonly depth: number
  readonly isOpen: boolean | null
  readonly counts: Readonly<Record<Changed, number>>
}

/** The rows of the list from one on, and how many there are. @param isTurned whether a slot is not as it is at first. */
export function listedOf(
  { roots, size }: ChangeTree,
  of: readonly Changed[],
  isTurned: (slot: ChangeSlot) => boolean,
  from: number,
  count: number,
): { readonly slots: ListedSlot[]; readonly total: number } {
  const isOpenAtFirst = (depth: number): boolean => size <= FEW_ROWS || depth === 0
  const countsOf = ({ below }: ChangeSlot): ListedSlot['counts'] => {
    const [removed, changed, added] = CHANGES.map((change, i) => (of.includes(change) ? below[i]! : 0))
    return { removed: removed!, changed: changed!, added: added! }
  }
  const slots: ListedSlot[] = []
  let total = 0
  const waiting: { readonly slot: ChangeSlot; readonly depth: number }[] = []
  const wait = (some: readonly ChangeSlot[], depth: number): void => {
    for (let i = some.length - 1; i >= 0; i--) waiting.push({ slot: some[i]!, depth })
  }
  wait(roots, 0)
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { slot, depth } = next
    const counts = countsOf(slot)
    const hasBelow = counts.removed + counts.changed + counts.added > 0
    if (!hasBelow && !(slot.change && of.includes(slot.change))) continue
    const isOpen = hasBelow ? isOpenAtFirst(depth) !== isTurned(slot) : null
    if (total >= from && total < from + count) slots.push({ slot, depth, isOpen, counts })
    total++
    if (isOpen) wait(slot.children, depth + 1)
  }
  return { slots, total }
}
