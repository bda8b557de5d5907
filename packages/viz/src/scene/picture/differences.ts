import { NODE_CHANGES } from '@lineagraph/core'
import { FORMS, type Picture } from './picture.ts'

export type Change = 'added' | 'removed' | 'changed'
export const CHANGES: readonly Change[] = ['added', 'removed', 'changed']

/** How a thing differs from what it was. */
export interface Difference {
  readonly own: Change | null
  /** How many resources differ in it, itself included where any does inside: its columns, and what has no place of its own. */
  readonly counts: Readonly<Record<Change, number>>
  /** The one thing that happened inside; where several did, it changed; null where none did. */
  readonly within: Change | null
}

/** How each thing of a picture differs; null where nothing is compared. O(n). */
export function differencesOf({
  things,
  changes,
}: Pick<Picture, 'things' | 'changes'>): ((thing: number) => Difference) | null {
  if (!changes) return null
  const removedInBoxes = sumInBoxes(things, changes.removed)
  return (thing) => {
    const isBox = FORMS[things.forms[thing]!] === 'box'
    const own = ownChange(changes.own[thing]!)
    const inside = {
      added: isBox ? 0 : changes.added[thing]! - (own === 'added' ? 1 : 0),
      removed: changes.removed[thing]! - removedInBoxes[thing]!,
      changed: isBox ? 0 : changes.changed[thing]! - (own === 'changed' ? 1 : 0),
    }
    const there = CHANGES.filter((change) => inside[change] > 0)
    return {
      own,
      counts: own ? { ...inside, [own]: inside[own] + 1 } : inside,
      within: there.length > 1 ? 'changed' : (there[0] ?? null),
    }
  }
}

/** What moved into another parent is no other thing: it changed. */
export function ownChange(index: number): 'added' | 'changed' | null {
  const change = NODE_CHANGES[index]!
  return change === 'same' ? null : change === 'added' ? 'added' : 'changed'
}

/** By box: how many of a count are of things that are drawn in it. */
function sumInBoxes({ count, box }: Picture['things'], counts: Uint32Array): Uint32Array {
  const sums = new Uint32Array(count)
  for (let thing = 0; thing < count; thing++) if (box[thing]! >= 0) sums[box[thing]!]! += counts[thing]!
  return sums
}
