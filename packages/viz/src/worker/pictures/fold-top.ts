import { isContainer, type Atlas, type Visible } from '@lineagraph/core'
import { equalParts } from '../../layout/find-equal-parts.ts'
import type { Fan } from '../../layout/find-fans.ts'
import type { Signs } from '../names/signs.ts'
import { cardsOf } from './fold-far.ts'

/** In the Map, where the hierarchy folds, a dense circle of so many things folds wherever it stands. */
const LEAST_CIRCLE = 12

/**
 * What folds in the Map. Besides dense circles that is what stands in no container, where it is more than can be read: things of one sort with the
 * same neighbours; where that is not enough those without any; then small parts of equal shape, place by place; then what is missing; and
 * containers last. O(n + m log m).
 * @param sorts as `foldableSorts`. @param fans all that could fold. @param most so many things can be read. @param least so many fold at least.
 */
export function foldTop(
  { tree }: Atlas,
  signs: Signs,
  { things, lines, box, isBox }: Visible,
  sorts: Int32Array,
  fans: readonly Fan[],
  most: number,
  least: number,
): Fan[] {
  const isAtTop = ({ members }: Fan): boolean => members.every((member) => box[member]! < 0)
  const holdsMore = ({ members }: Fan): boolean =>
    members.some((member) => isContainer(tree, things[member]!))
  const isOther = isBox.map((is, thing) => (is || box[thing]! >= 0 ? 1 : 0))
  const circles = fans.filter(({ kind, members }) => kind === 'circle' && members.length >= LEAST_CIRCLE)
  const isInCircle = new Set(circles.flatMap(({ members }) => [...members]))
  const sortsAtTop = sorts.map((sort, thing) => (box[thing]! < 0 && !isInCircle.has(thing) ? sort : -1))
  /** The same without containers. */
  const plainSorts = sortsAtTop.map((sort, thing) => (isContainer(tree, things[thing]!) ? -1 : sort))
  const isMissing = (thing: number): boolean =>
    signs.sorts[signs.sortAt[tree.at[things[thing]!]!]!] === '@missing'
  const alike = fans.filter((fan) => fan.kind === 'fan' && isAtTop(fan))
  const lone = lonely(lines, sortsAtTop, least)
  const equal = (those: Int32Array): Fan[] => equalParts(things.length, lines.from, lines.to, those, least)
  let found = [...circles]
  for (const more of [
    () => alike.filter((fan) => !holdsMore(fan)),
    () => lone.filter((fan) => !holdsMore(fan)),
    () => equal(plainSorts),
    () =>
      oneSided(
        lines,
        plainSorts.map((sort, thing) => (sort >= 0 && isMissing(thing) ? sort : -1)),
        least,
      ),
    () => [...alike, ...lone].filter(holdsMore),
    () => equal(sortsAtTop),
  ]) {
    if (cardsOf(isOther, found.filter(isAtTop)) <= most) break
    found = joined(found, more())
  }
  return found
}

/** Larger sets take what smaller ones hold, all of each. */
function joined(known: readonly Fan[], more: readonly Fan[]): Fan[] {
  const isTaken = new Set(more.flatMap(({ members }) => [...members]))
  return [...known.filter(({ members }) => !isTaken.has(members[0]!)), ...more]
}

/** Things of one sort without lineage. */
function lonely({ from, to }: Visible['lines'], sorts: Int32Array, least: number): Fan[] {
  const hasLines = new Uint8Array(sorts.length)
  for (const ends of [from, to]) for (const thing of ends) hasLines[thing] = 1
  return together(sorts, (thing) => (hasLines[thing] ? null : ''), least)
}

/** Things of one sort that only feed, and those that are only fed: folded they make no circle where none was. */
function oneSided({ from, to }: Visible['lines'], sorts: Int32Array, least: number): Fan[] {
  const feeds = new Set(from)
  const isFed = new Set(to)
  return together(
    sorts,
    (thing) => (feeds.has(thing) === isFed.has(thing) ? null : feeds.has(thing) ? 'feeds' : 'fed'),
    least,
  )
}

/** Things of one sort and one name. @param nameOf null for what does not fold. */
function together(sorts: Int32Array, nameOf: (thing: number) => string | null, least: number): Fan[] {
  const groups = new Map<string, number[]>()
  sorts.forEach((sort, thing) => {
    const name = sort < 0 ? null : nameOf(thing)
    if (name === null) return
    const group = groups.get(`${sort} ${name}`)
    if (group) group.push(thing)
    else groups.set(`${sort} ${name}`, [thing])
  })
  return [...groups.values()]
    .filter((members) => members.length >= least)
    .map((members) => ({ kind: 'fan', members: Uint32Array.from(members) }))
}
