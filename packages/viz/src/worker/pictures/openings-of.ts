import {
  isContainer,
  thingOfKey,
  waitingAt,
  type Atlas,
  type Expansion,
  type Neighbourhood,
  type Visible,
} from '@lineagraph/core'
import type { Fan } from '../../layout/find-fans.ts'
import { firstInStack, isStack, type Expanded } from '../../state/view.ts'
import { standsFor } from './stands-for.ts'
import { reachedBy } from './waits-beyond.ts'

/** What is opened beyond the hops of a lineage view. */
export interface Opening extends Expansion {
  /** Whether it was opened at one thing by itself: that folds into no stack any more. */
  readonly isAlone: boolean
}

/** What was seen when something was opened, before its stacks were folded. */
interface SeenBefore {
  readonly near: Neighbourhood
  readonly visible: Visible
  readonly folds: readonly Fan[]
}

/** What one step opens: a side of a thing; of what is drawn as one, that side of each of its things beyond which something waits, those that are equally far together. */
export function openingsOf(
  atlas: Atlas,
  { key, side, far }: Expanded,
  hidden: Uint8Array | null,
  seenBefore: () => SeenBefore,
): Opening[] {
  const { graph, tree } = atlas
  const thing = thingOfKey(graph, tree, firstInStack(key))
  if (thing === undefined) return []
  const alone = { things: [thing], side, far, isAlone: true }
  if (!isStack(key) && !isContainer(tree, thing)) return [alone]
  const { near, visible, folds } = seenBefore()
  const members = isStack(key) ? inStack() : inContainer()
  if (members === null) return [alone]
  const waiting = waitingAt(atlas, near, hidden)
  const open = reachedBy(near, members, side).filter((position) => waiting([position], side) > 0)
  const equallyFar = new Map<string, number[]>()
  for (const position of open.sort((one, other) => Math.abs(near.hop[one]!) - Math.abs(near.hop[other]!))) {
    const farAs = `${near.hop[position]} ${near.aside?.[position] ?? 0}`
    const known = equallyFar.get(farAs)
    if (known) known.push(tree.order[position]!)
    else equallyFar.set(farAs, [tree.order[position]!])
  }
  return Array.from(equallyFar.values(), (things) => ({ things, side, far, isAlone: false }))

  function inStack(): number[] {
    const fold = folds.find(({ members }) => members.some((member) => visible.things[member] === thing))
    const standing = standsFor(near, visible)
    return Array.from(fold?.members ?? []).flatMap((member) => standing[member]!)
  }

  /** Null where it stands for itself alone. */
  function inContainer(): number[] | null {
    const own = tree.at[thing!]!
    const index = visible.shown[own]!
    if (visible.things[index] !== thing) {
      if (visible.belongs?.[own] === 1) return null
      // It is no box any more.
      return [...near.positions].filter((position) => position > own && position < tree.end[own]!)
    }
    if (visible.isBox[index])
      return [...near.positions].filter((position) => visible.box[visible.shown[position]!] === index)
    const standing = standsFor(near, visible)[index]!
    return standing.length === 1 && standing[0] === own ? null : standing
  }
}
