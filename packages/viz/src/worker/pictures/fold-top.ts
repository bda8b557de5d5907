import { isContainer, type Atlas, type Visible } from '@lineagraph/core'
import type { Fan } from '../../layout/find-fans.ts'
import { cardsOf, inOrder } from './fold-far.ts'

/** In the Map, where the hierarchy folds, a dense circle of so many things folds wherever it stands. */
const LEAST_CIRCLE = 12
/** More things than this in no container are no picture to be read: nothing around them can be closed. */
const MOST_AT_TOP = 150

/**
 * What folds in the Map. Besides dense circles that is what stands in no container, where it is more than can be read: things of one sort with the
 * same neighbours, where that is not enough those without any, and containers last. What stands in containers folds with these. O(n + m).
 * @param sorts as `foldableSorts`. @param fans all that could fold. @param least so many things fold at least.
 */
export function foldTop(
  { tree }: Atlas,
  { things, lines, box, isBox }: Visible,
  sorts: Int32Array,
  fans: readonly Fan[],
  least: number,
): Fan[] {
  const isAtTop = ({ members }: Fan): boolean => members.every((member) => box[member]! < 0)
  const holdsMore = ({ members }: Fan): boolean =>
    members.some((member) => isContainer(tree, things[member]!))
  const isOther = isBox.map((is, thing) => (is || box[thing]! >= 0 ? 1 : 0))
  const circles = fans.filter(({ kind, members }) => kind === 'circle' && members.length >= LEAST_CIRCLE)
  const alike = fans.filter((fan) => fan.kind === 'fan' && isAtTop(fan))
  const lone = lonely(lines, box, sorts, least)
  const found = [...circles]
  for (const more of [
    alike.filter((fan) => !holdsMore(fan)),
    lone.filter((fan) => !holdsMore(fan)),
    [...alike, ...lone].filter(holdsMore),
  ]) {
    if (cardsOf(isOther, found.filter(isAtTop)) <= MOST_AT_TOP) break
    found.push(...more)
  }
  return inOrder(found)
}

/** Things of one sort without lineage in no container. */
function lonely(
  { from, to }: Visible['lines'],
  box: Visible['box'],
  sorts: Int32Array,
  least: number,
): Fan[] {
  const hasLines = new Uint8Array(sorts.length)
  for (const ends of [from, to]) for (const thing of ends) hasLines[thing] = 1
  const groups = new Map<number, number[]>()
  sorts.forEach((sort, thing) => {
    if (sort < 0 || hasLines[thing] || box[thing]! >= 0) return
    const group = groups.get(sort)
    if (group) group.push(thing)
    else groups.set(sort, [thing])
  })
  return [...groups.values()]
    .filter((members) => members.length >= least)
    .map((members) => ({ kind: 'fan', members: Uint32Array.from(members) }))
}
