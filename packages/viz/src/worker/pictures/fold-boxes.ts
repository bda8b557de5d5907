import { isContainer, type Atlas, type Visible } from '@lineagraph/core'
import type { Fan } from '../../layout/find-fans.ts'

/**
 * What folds in open boxes of the Map that hold more than can be read, each by itself, so that what is opened elsewhere folds and unfolds nothing:
 * things of one sort with the same neighbours, and containers among them only where that is not enough. What has no lineage stays: a box is its list. O(n).
 * @param fans all that could fold. @param most so many things in a box can be read.
 */
export function foldBoxes(
  { tree }: Atlas,
  { things, box }: Visible,
  fans: readonly Fan[],
  most: number,
): Fan[] {
  /** By box how many things stand in it, each set as one. What is open counts as what is closed: opening it folds nothing. */
  const left = new Map<number, number>()
  for (const own of box) left.set(own, (left.get(own) ?? 0) + 1)
  left.delete(-1)
  const holdsMore = ({ members }: Fan): boolean =>
    members.some((member) => isContainer(tree, things[member]!))
  const alike = fans.filter(({ kind }) => kind === 'fan')
  const found: Fan[] = []
  for (const some of [alike.filter((fan) => !holdsMore(fan)), alike.filter(holdsMore)]) {
    const those = some.filter(({ members }) => (left.get(box[members[0]!]!) ?? 0) > most)
    for (const { members } of those) {
      const own = box[members[0]!]!
      left.set(own, left.get(own)! - members.length + 1)
    }
    found.push(...those)
  }
  return found
}
