import type { Neighbourhood, Visible } from '@lineagraph/core'
import type { Fan } from '../../layout/find-fans.ts'
import { inOrder } from './fold-far.ts'
import { hopsOf, UNREACHED } from './hops-of.ts'

/** A circle in which some things are further from its focus than this is too long to be read. */
const LONGEST = 20
/** So many hops at its beginning and at its end stay as they are. */
const AT_ENDS = 2

/**
 * Folds what is between the beginning and the end of a long circle, but for some things that say where it can be cut: one stack for all of one
 * sort between two hops that stay. O(n log n).
 * @param sorts as `foldableSorts`. @param fans what is folded already. @param kept things that stay.
 */
export function foldLongCircle(
  near: Neighbourhood,
  visible: Visible,
  sorts: Int32Array,
  fans: readonly Fan[],
  kept: readonly number[],
  least: number,
): Fan[] {
  const hops = hopsOf(near, visible)
  const furthest = hops.reduce((most, hop) => (hop === UNREACHED ? most : Math.max(most, hop)), 0)
  if (furthest <= LONGEST) return [...fans]
  const stays = new Uint8Array(furthest + 1)
  for (const thing of kept) if (hops[thing]! <= furthest) stays[hops[thing]!] = 1
  stays.fill(1, 0, AT_ENDS).fill(1, furthest - AT_ENDS + 1)
  /** By hop, how many before it stay. */
  const before = new Uint32Array(furthest + 1)
  for (let hop = 1; hop <= furthest; hop++) before[hop] = before[hop - 1]! + stays[hop - 1]!
  const groups = new Map<string, number[]>()
  hops.forEach((hop, thing) => {
    if (hop < 0 || hop > furthest || stays[hop] || sorts[thing]! < 0) return
    const key = `${before[hop]} ${sorts[thing]}`
    const group = groups.get(key)
    if (group) group.push(thing)
    else groups.set(key, [thing])
  })
  const found = [...groups.values()].filter((members) => members.length >= least)
  const isFolded = new Set(found.flat())
  return inOrder([
    ...fans.filter(({ members }) => !members.some((member) => isFolded.has(member))),
    ...found.map((members): Fan => ({ kind: 'fan', members: Uint32Array.from(members) })),
  ])
}
